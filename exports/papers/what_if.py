"""What if: the cases managers ask about, with what the project's own ways make of them."""

from __future__ import annotations

from collections.abc import Iterator

from exports.papers.document import Column, Document, Figure, Table, bold, cell, plain, row
from exports.papers.figures import in_pairs, what_if_figure
from exports.papers.matter import Matter
from exports.papers.paper import Paper
from wizard.model.pipeline import GoalType, Pipeline

_DUPLICATE, _VANISHED = "spam_duplicate", "disappeared"


def build(matter: Matter) -> tuple[Document, ...]:
    if matter.main is None:
        return ()
    tr = matter.tr
    columns = (Column(tr("paper.col.what_if"), 1), Column(tr("paper.col.what_we_do"), 2))
    rows = tuple(row(cell(bold(case)), answer) for case, answer in _cases(matter, matter.main))
    return (
        Document(
            id="what_if",
            title=tr("paper.what_if.title"),
            lead=plain(tr("paper.what_if.lead")),
            blocks=(Table(columns, rows, name=tr("paper.what_if.title")), *in_pairs(_figures(matter, matter.main))),
            pages=1,
        ),
    )


def _figures(matter: Matter, main: Pipeline) -> Iterator[tuple[str, Figure | None]]:
    """What it brings to do better on the way into the key stage."""
    yield matter.tr("paper.figure.what_if"), what_if_figure(matter, main)


def _cases(matter: Matter, main: Pipeline) -> Iterator[tuple[str, str]]:
    tr = matter.tr
    yield tr("paper.if.back"), _back(matter)
    yield tr("paper.if.two"), _two(matter, main)
    key = main.stage(main.key_stage).name if main.key_stage else ""
    if key:
        yield tr("paper.if.discount", stage=key), tr("paper.if.discount.do", stage=key)
    if any(stage.term and stage.term.until_field for stage in main.stages):
        yield tr("paper.if.missed"), _missed(matter, main)
    yield tr("paper.if.private"), tr("paper.if.private.do")
    yield tr("paper.if.left"), tr("paper.if.left.do")


def _back(matter: Matter) -> str:
    """A client who comes back enters the funnel for refusals at its key stage: the need is there already."""
    warming = next((p for p in matter.project.pipelines if p.goal_type is GoalType.RETURN_REFUSED), None)
    if warming is None or not warming.stages:
        return matter.tr("paper.if.back.new")
    stage = warming.stage(warming.key_stage) if warming.key_stage else warming.stages[0]
    return matter.tr("paper.if.back.warming", pipeline=matter.name(warming), stage=matter.stage(stage))


def _two(matter: Matter, main: Pipeline) -> str:
    name = _reason(matter, main, _DUPLICATE)
    return matter.tr("paper.if.two.reason", reason=name) if name else matter.tr("paper.if.two.do")


def _missed(matter: Matter, main: Pipeline) -> str:
    name = _reason(matter, main, _VANISHED)
    if not name:
        return matter.tr("paper.if.missed.do")
    use = next(use for use in main.losses if use.reason == _VANISHED)
    route = main.route_of(use)
    way = ", ".join(part for part in (matter.place(route), matter.when(route)) if part)
    return matter.tr("paper.if.missed.reason", reason=name, way=way)


def _reason(matter: Matter, main: Pipeline, reason: str) -> str:
    """What a reason is called here; empty where the funnel does not use it."""
    used = any(use.reason == reason for use in main.losses)
    return matter.project.reason(reason).name if used else ""


PAPER = Paper("what_if", build)
