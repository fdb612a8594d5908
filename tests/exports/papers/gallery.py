"""Draws the pages of every paper of four companies into `docs/papers`: ``python -m tests.exports.papers.gallery``."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

from PIL import Image

from exports.exporter import Options
from exports.papers.book import shelf
from exports.papers.matter import Matter
from exports.papers.paper import letterhead
from exports.writers.pages import pages
from wizard.catalog.start import start
from wizard.forecast import with_numbers
from wizard.model.moves import DealMove
from wizard.model.project import Company, Language, Project

HERE = Path(__file__).parents[3] / "docs/papers"
SAMPLES = {
    "furniture": Company(name="Мебель и точка", industry="furniture"),
    "b2b_supply": Company(name="Опт и Ко", industry="b2b_supply"),
    "dentistry": Company(name="Улыбка", industry="dentistry"),
    "english": Company(name="Oak & Ash", industry="furniture", language=Language.EN, currency="EUR"),
}
FUNNELS = (
    "inbound_qualification",
    "first_sale",
    "refusal_warming",
    "customer_support",
    "repeat_sales",
    "partners",
    "hr",
)
DAY = dt.date(2026, 12, 1)
COUNTS = (14.0, 9.0, 7.0, 6.0, 5.0, 4.0, 3.0, 2.0)
PPI, COLOURS, ACROSS, GAP = 62, 20, 3, 6


def main() -> None:
    """One sheet of pages a paper and a company."""
    for sample, company in SAMPLES.items():
        matter = Matter(_project(company), Options(date=DAY, version="1", launch=DAY))
        for paper, documents in shelf(matter).items():
            for part, sheet in enumerate(_sheets(pages(documents, letterhead(matter), ppi=2 * PPI)), start=1):
                sheet.save(HERE / f"{sample}-{paper}-{part}.png", optimize=True)


def _project(company: Company) -> Project:
    """A company that knows its numbers and has counted its refusals."""
    project = start(FUNNELS, company=company)
    sale = project.pipeline("first_sale")
    counted = tuple(use.changed(count=count) for use, count in zip(sale.losses, COUNTS, strict=False))
    sale = sale.changed(average_check=80_000.0, losses=(*counted, *sale.losses[len(counted) :]))
    project = project.with_pipeline(sale).changed(revenue_goal=2_000_000.0, request_price=1_500.0)
    for what, value in (("entries", 120.0), ("wins", 11.0)):
        project = with_numbers(project, "first_sale", **{what: value})
    before = ("Funnel", "Thinking") if company.language is Language.EN else ("Воронка", "Думает")
    move = DealMove(from_pipeline=before[0], from_stage=before[1], pipeline="first_sale", stage=sale.key_stage)
    return project.changed(moves=(move,))


def _sheets(drawn: tuple[bytes, ...]) -> Iterator[Image.Image]:
    """The pages side by side, two rows a sheet, in few colours."""
    images = [Image.open(BytesIO(page)).convert("RGB").reduce(2) for page in drawn]
    for first in range(0, len(images), ACROSS):
        shown = images[first : first + ACROSS]
        width, height = shown[0].width + GAP, shown[0].height
        sheet = Image.new("RGB", (width * len(shown) - GAP, height), "#9aa3ab")
        for place, image in enumerate(shown):
            sheet.paste(image, (place * width, 0))
        yield sheet.quantize(COLOURS)


if __name__ == "__main__":
    main()
