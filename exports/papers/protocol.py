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
from wizard.lint import paths
from wizard.model.pipeline import Basis, Pipeline
from wizard.model.workshop import Decision, Rejected

_ROLES = ("paper.sign.owner", "paper.sign.head", "paper.sign.admin", "paper.sign.host")
_PEOPLE = 6
_SPARE = 2  # lines for those who gave no name


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
    if workshop.meetings:
        dates = ", ".join(dict.fromkeys(tr.day(meeting.on) for meeting in workshop.meetings))
        yield Paragraph(plain(tr("paper.protocol.met", dates=dates)))
    yield Heading(tr("paper.protocol.people"))
    yield _people(matter)
    if workshop.decisions:
        yield Heading(tr("paper.protocol.decisions"))
        yield _decisions(matter)
    if workshop.rejected:
        yield Heading(tr("paper.protocol.rejected"))
        yield Bullets(tuple(_rejected(matter)))
    if matter.project.kept:
        yield Heading(tr("paper.protocol.kept"))
        yield Bullets(tuple(_kept(matter)))
    if assumed := [matter.name(pipeline) for pipeline in matter.pipelines if _is_assumed(pipeline)]:
        yield Heading(tr("paper.protocol.assumed"))
        names = ", ".join(tr("manual.quoted", name=name) for name in assumed)
        yield Bullets((plain(tr("paper.protocol.conversions", names=names)),))
    if workshop.notes:
        yield Heading(tr("paper.protocol.later"))
        yield Bullets(tuple(_about(note.text, note.by) for note in workshop.notes))
    if workshop.tasks:
        yield Heading(tr("paper.protocol.tasks"))
        yield Checklist(tuple(_about(task.text, task.who, tr.day(task.due)) for task in workshop.tasks))
    yield Heading(tr("paper.protocol.agreed"))
    launch = matter.options.launch
    yield Paragraph(plain(tr("paper.protocol.agreed_what", date=tr.date(launch) if launch else tr("paper.blank.date"))))
    yield _signatures(matter)


def _people(matter: Matter) -> Table:
    """Those who gave a name at a meeting, and room for the others."""
    tr = matter.tr
    columns = (Column(tr("paper.col.full_name"), 2), Column(tr("paper.col.role")))
    names = dict.fromkeys(name for meeting in matter.project.workshop.meetings for name in meeting.people)
    blank = max(_PEOPLE - len(names), _SPARE if names else 0)
    rows = (*(row(name, "") for name in names), *(row("", ""),) * blank)
    return Table(columns, rows, name=tr("paper.protocol.people"), tall=True)


def _decisions(matter: Matter) -> Table:
    tr = matter.tr
    columns = (
        Column(tr("paper.col.decision"), 2),
        Column(tr("paper.col.why"), 1.6),
        Column(tr("paper.col.against")),
        Column(tr("paper.col.review_on"), 0.9),
    )
    rows: tuple[Row, ...] = tuple(
        row(cell(_proposed(matter, each)), each.why, each.against, tr.day(each.review_on))
        for each in matter.project.workshop.decisions
    )
    return Table(columns, rows, name=tr("paper.protocol.decisions"))


def _rejected(matter: Matter) -> Iterator[Words]:
    for each in matter.project.workshop.rejected:
        why = plain(f": {each.why}") if each.why else ()
        yield (*_proposed(matter, each), *why)


def _proposed(matter: Matter, said: Decision | Rejected) -> Words:
    """What was proposed at a meeting says what it is, whose it was and how many were for it."""
    tr = matter.tr
    kind = tr(f"workshop.kind.{said.kind.value}") if said.kind else ""
    by = tr("paper.protocol.proposed_by", name=said.by) if said.by else ""
    votes = tr.plural("paper.protocol.votes", said.votes) if said.votes else ""
    about = ", ".join(part for part in (by, votes) if part)
    words = (*bold(f"{kind}: {said.text}" if kind else said.text),)
    return (*words, *mute(f" ({about})")) if about else words


def _kept(matter: Matter) -> Iterator[Words]:
    """Findings left as they are, with the reason given."""
    tr = matter.tr
    for kept in matter.project.kept:
        key = f"rule.{kept.rule}.title"
        name = tr(key) if tr.has(key) else kept.rule
        where = ", ".join(tr("manual.quoted", name=each) for each in _place(matter, kept.path))
        why = ". ".join(part for part in (tr(f"keep.{kept.reason}"), kept.note) if part)
        yield (*bold(name), *(mute(f" ({where})") if where else ()), *plain(f": {why}"))


def _place(matter: Matter, path: str) -> Iterator[str]:
    """The funnel a finding is about, and the stage."""
    for pipeline in matter.project.pipelines:
        if pipeline.id == paths.pipeline_of(path):
            yield matter.name(pipeline)
            yield from (stage.name for stage in pipeline.stages if stage.id == paths.stage_of(path))


def _is_assumed(pipeline: Pipeline) -> bool:
    known = (stage.conversion for stage in pipeline.stages)
    return any(conversion is not None and conversion.basis is not Basis.FACT for conversion in known)


def _about(text: str, *more: str) -> Words:
    """A text on one line, and whose it is or when in brackets after it."""
    text, about = "; ".join(filter(None, map(str.strip, text.splitlines()))), ", ".join(filter(None, more))
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
