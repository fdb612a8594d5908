"""The test for managers: questions from the project's own rules, and the answers on a page of their own."""

from __future__ import annotations

from collections.abc import Iterator

from exports.papers.document import Column, Document, Paragraph, Table, Tone, bold, cell, plain, row
from exports.papers.matter import Matter
from exports.papers.paper import Paper
from wizard.amocrm import desired
from wizard.i18n.terms import within_in_words
from wizard.model.pipeline import GoalType, Pipeline
from wizard.model.routes import Target

_PRICE = "price_too_high"


def build(matter: Matter) -> tuple[Document, ...]:
    if matter.main is None or not matter.main.stages:
        return ()
    tr = matter.tr
    asked = tuple(_asked(matter, matter.main))
    questions = _table(matter, tuple((question, "") for question, _ in asked), tall=True)
    answers = _table(matter, asked, tall=False)
    name = Paragraph(plain(tr("paper.test.name_line", name=tr("paper.blank.name"))), Tone.NOTE)
    passed = tr("paper.test.pass", right=len(asked) - 1, all=len(asked))
    return (
        Document("test", tr("paper.test.title"), (name, questions), lead=plain(passed), pages=1),
        Document("test", tr("paper.test.answers"), (answers,), pages=1),
    )


def _table(matter: Matter, asked: tuple[tuple[str, str], ...], *, tall: bool) -> Table:
    """Questions with their answers, or with room to write them."""
    tr = matter.tr
    columns = (Column("№", 0.25), Column(tr("paper.col.question"), 2), Column(tr("paper.col.answer"), 2.4))
    rows = tuple(row(str(n), cell(bold(question)), answer) for n, (question, answer) in enumerate(asked, start=1))
    return Table(columns, rows, name=tr("paper.test.title"), tall=tall)


def _asked(matter: Matter, main: Pipeline) -> Iterator[tuple[str, str]]:
    tr, first = matter.tr, main.stages[0]
    for stage in main.stages:
        if stage.id == main.key_stage:
            said = {"stage": matter.stage(stage), "proof": main.proof_of(stage.id).rstrip(" .")}
            yield tr("paper.test.move", **said), tr("paper.test.move.answer", **said)
    if first.term and first.term.first:
        time = within_in_words(first.term.first, tr)
        yield tr("paper.test.reply", stage=matter.stage(first)), tr("paper.test.reply.answer", time=time)
    yield tr("paper.test.no_answer"), tr("paper.test.no_answer.answer")
    if dated := next((s for s in main.stages if s.term and s.term.until_field), None):
        yield tr("paper.test.fell_through", stage=matter.stage(dated)), tr("paper.test.fell_through.answer")
    if desired.returns_later((main,)):
        yield tr("paper.test.later"), tr("paper.test.later.answer")
    if any(use.reason == _PRICE for use in main.losses):
        yield tr("paper.test.price", reason=matter.project.reason(_PRICE).name), tr("paper.test.price.answer")
    yield tr("paper.test.back"), _back(matter)
    if any(route.target is Target.STOP_LIST for route in main.routes()):
        yield tr("paper.test.stop"), tr("paper.test.stop.answer")


def _back(matter: Matter) -> str:
    warming = next((p for p in matter.project.pipelines if p.goal_type is GoalType.RETURN_REFUSED), None)
    if warming is None:
        return matter.tr("paper.test.back.new")
    return matter.tr("paper.test.back.warming", pipeline=matter.name(warming))


PAPER = Paper("test", build)
