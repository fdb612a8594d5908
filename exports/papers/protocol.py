"""The protocol of a workshop: what was decided and why, what stays as it is, what remains to be done, who agrees."""

from __future__ import annotations

from collections.abc import Iterator

from exports.papers.document import (
    Block,
    Bullets,
    Checklist,
    Column,
    Document,
    Heading,
    Paragraph,
    Row,
    Table,
    Words,
    bold,
    cell,
    mute,
    plain,
    row,
)
from exports.papers.matter import Matter
from exports.papers.paper import Paper
from wizard.model.pipeline import Basis, Pipeline

_ROLES = ("paper.sign.owner", "paper.sign.head", "paper.sign.admin", "paper.sign.host")
_PEOPLE = 6


def build(matter: Matter) -> tuple[Document, ...]:
    if not matter.project.pipelines:
        return ()
    title = matter.tr("paper.protocol.title")
    return (Document(id="protocol", title=title, lead=_lead(matter), blocks=tuple(_blocks(matter))),)


def _lead(matter: Matter) -> Words:
    names = ", ".join(matter.tr("manual.quoted", name=matter.name(p)) for p in matter.pipelines)
    return plain(matter.tr("paper.protocol.lead", names=names))


def _blocks(matter: Matter) -> Iterator[Block]:
    tr, workshop = matter.tr, matter.project.workshop
    yield Heading(tr("paper.protocol.people"))
    columns = (Column(tr("paper.col.full_name"), 2), Column(tr("paper.col.role")))
    yield Table(columns, (row("", ""),) * _PEOPLE, name=tr("paper.protocol.people"), tall=True)
    if workshop.decisions:
        yield Heading(tr("paper.protocol.decisions"))
        yield _decisions(matter)
    if matter.project.kept:
        yield Heading(tr("paper.protocol.kept"))
        yield Bullets(tuple(_kept(matter)))
    if assumed := tuple(_assumed(matter)):
        yield Heading(tr("paper.protocol.assumed"))
        yield Bullets(assumed)
    if workshop.notes:
        yield Heading(tr("paper.protocol.later"))
        yield Bullets(tuple(plain(note.text) for note in workshop.notes))
    if workshop.tasks:
        yield Heading(tr("paper.protocol.tasks"))
        yield Checklist(tuple(_task(task.text, task.who, task.due) for task in workshop.tasks))
    yield Heading(tr("paper.protocol.agreed"))
    launch = matter.options.launch
    yield Paragraph(plain(tr("paper.protocol.agreed_what", date=tr.date(launch) if launch else tr("paper.blank.date"))))
    yield _signatures(matter)


def _decisions(matter: Matter) -> Table:
    tr = matter.tr
    columns = (
        Column(tr("paper.col.decision"), 2),
        Column(tr("paper.col.why"), 1.6),
        Column(tr("paper.col.against")),
        Column(tr("paper.col.review_on"), 0.9),
    )
    rows: tuple[Row, ...] = tuple(
        row(cell(bold(each.text)), each.why, each.against, each.review_on) for each in matter.project.workshop.decisions
    )
    return Table(columns, rows, name=tr("paper.protocol.decisions"))


def _kept(matter: Matter) -> Iterator[Words]:
    """Findings left as they are, with the reason given."""
    tr = matter.tr
    for kept in matter.project.kept:
        key = f"rule.{kept.rule}.title"
        name = tr(key) if tr.has(key) else kept.rule
        why = ". ".join(part for part in (tr(f"keep.{kept.reason}"), kept.note) if part)
        yield (*bold(name), *plain(f": {why}"))


def _assumed(matter: Matter) -> Iterator[Words]:
    for pipeline in matter.pipelines:
        if any(_is_assumed(pipeline, n) for n in range(len(pipeline.stages))):
            yield plain(matter.tr("paper.protocol.conversions", pipeline=matter.name(pipeline)))


def _is_assumed(pipeline: Pipeline, place: int) -> bool:
    conversion = pipeline.stages[place].conversion
    return conversion is not None and conversion.basis is not Basis.FACT


def _task(text: str, who: str, due: str) -> Words:
    about = ", ".join(part for part in (who, due) if part)
    return (*plain(text), *mute(f" ({about})")) if about else plain(text)


def _signatures(matter: Matter) -> Table:
    tr = matter.tr
    columns = (
        Column(tr("paper.col.role"), 1.4),
        Column(tr("paper.col.full_name"), 2.2),
        Column(tr("paper.col.date")),
        Column(tr("paper.col.signature"), 1.2),
    )
    rows = tuple(row(tr(role), "", "", "") for role in _ROLES)
    return Table(columns, rows, name=tr("paper.protocol.agreed"), tall=True)


PAPER = Paper("protocol", build)
