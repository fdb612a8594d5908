"""The order by which the company begins to work by the rules."""

from __future__ import annotations

from exports.papers.document import Bullets, Document, Heading, Paragraph, plain
from exports.papers.matter import Matter
from exports.papers.paper import Paper
from exports.papers.regulation import REVIEW, sign_sheet


def build(matter: Matter) -> tuple[Document, ...]:
    if not matter.pipelines:
        return ()
    tr, launch = matter.tr, matter.options.launch
    blank, person = tr("paper.blank.date"), tr("paper.blank.name")
    names = ", ".join(tr("manual.quoted", name=matter.name(pipeline)) for pipeline in matter.pipelines)
    order = tr(
        "paper.order.text",
        since=tr.date(launch) if launch else blank,
        names=names,
        setter=person,
        keeper=person,
    )
    lines = [order, tr("paper.order.moves", until=blank)] if matter.project.moves else [order]
    lines += [tr("paper.order.signed"), tr("paper.order.review", review=tr.date(launch + REVIEW) if launch else blank)]
    return (
        Document(
            id="launch_order",
            title=tr("paper.launch_order.title", company=matter.project.company.name).strip(),
            lead=plain(tr("paper.order.number", date=blank)),
            blocks=(
                Bullets(tuple(plain(line) for line in lines), ordered=True),
                Paragraph(plain(tr("paper.order.director", name=person))),
                Heading(tr("paper.regulation.sheet")),
                sign_sheet(matter),
            ),
        ),
    )


PAPER = Paper("launch_order", build)
