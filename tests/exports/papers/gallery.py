"""Draws the pages of every paper for three trades into `docs/papers`: ``python -m tests.exports.papers.gallery``."""

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
from exports.writers.pdf import pages
from wizard.catalog.start import start
from wizard.model.moves import DealMove
from wizard.model.project import Company, Project

HERE = Path(__file__).parents[3] / "docs/papers"
TRADES = {"furniture": "Мебель и точка", "b2b_supply": "Опт и Ко", "dentistry": "Улыбка"}
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
PPI, COLOURS, ACROSS, GAP = 62, 20, 3, 6


def main() -> None:
    """One sheet of pages a paper and a trade."""
    for trade, company in TRADES.items():
        matter = Matter(_project(trade, company), Options(date=DAY, version="1", launch=DAY))
        for paper, documents in shelf(matter).items():
            for part, sheet in enumerate(_sheets(pages(documents, letterhead(matter), ppi=PPI)), start=1):
                sheet.save(HERE / f"{trade}-{paper}-{part}.png", optimize=True)


def _project(trade: str, company: str) -> Project:
    project = start(FUNNELS, company=Company(name=company, industry=trade))
    move = DealMove(
        from_pipeline="Воронка", from_stage="Думает", pipeline="first_sale", stage=project.pipelines[1].key_stage
    )
    return project.changed(moves=(move,))


def _sheets(drawn: tuple[bytes, ...]) -> Iterator[Image.Image]:
    """The pages side by side, two rows a sheet, in few colours."""
    images = [Image.open(BytesIO(page)).convert("RGB") for page in drawn]
    for first in range(0, len(images), ACROSS):
        shown = images[first : first + ACROSS]
        width, height = shown[0].width + GAP, shown[0].height
        sheet = Image.new("RGB", (width * len(shown) - GAP, height), "#9aa3ab")
        for place, image in enumerate(shown):
            sheet.paste(image, (place * width, 0))
        yield sheet.quantize(COLOURS)


if __name__ == "__main__":
    main()
