"""Before and after: what an account had, or an earlier state of the project, and what stands in its place."""

from __future__ import annotations

from exports.papers.compared import compared
from exports.papers.document import (
    Bullets,
    Column,
    Document,
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
from exports.papers.levers import lever
from exports.papers.matter import Matter
from exports.papers.paper import Paper
from wizard.lint.kinds import kind_of
from wizard.lint.single import judged
from wizard.lint.wording import title
from wizard.model.moves import DealMove


def build(matter: Matter) -> tuple[Document, ...]:
    """No paper where nothing is known of the time before."""
    if matter.options.before:
        return (compared(matter, matter.options.before, since=matter.options.since),)
    if not matter.project.moves:
        return ()
    tr = matter.tr
    columns = (
        Column(tr("paper.col.before"), 1.5),
        Column(tr("paper.col.after"), 1.5),
        Column(tr("paper.col.moves_when"), 1.8),
    )
    rows = tuple(_pair(matter, move) for move in matter.project.moves)
    gain = lever(matter, matter.main) if matter.main else ()
    return (
        Document(
            id="before_after",
            title=tr("paper.before_after.title"),
            blocks=(
                Bullets(_numbers(matter)),
                Table(columns, rows, name=tr("paper.before_after.title")),
                *((Paragraph(gain),) if gain else ()),
            ),
            pages=1,
        ),
    )


def _pair(matter: Matter, move: DealMove) -> Row:
    pipeline = matter.project.pipeline(move.pipeline)
    finding = judged(move.from_stage, kind_of(pipeline)).finding
    old = cell(bold(move.from_stage), mute(move.from_pipeline), mute(title(finding, matter.tr)) if finding else ())
    if move.stage is None:
        return row(old, matter.name(pipeline), "")
    new = cell(bold(matter.stage(pipeline.stage(move.stage))), mute(matter.name(pipeline)))
    return row(old, new, pipeline.proof_after(move.stage))


def _numbers(matter: Matter) -> tuple[Words, ...]:
    tr, project = matter.tr, matter.project
    weak = sum(judged(m.from_stage, kind_of(project.pipeline(m.pipeline))).finding is not None for m in project.moves)
    stages = [(p, stage) for p in matter.pipelines for stage in p.stages]
    facts = sum(bool(p.proof_after(stage.id)) for p, stage in stages)
    reasons = len({use.reason for p in matter.pipelines for use in p.losses})
    return (
        plain(tr("paper.before_after.weak", before=weak, all=len(project.moves))),
        plain(tr("paper.before_after.facts", after=facts, all=len(stages))),
        plain(tr.plural("paper.before_after.reasons", reasons)),
    )


PAPER = Paper("before_after", build)
