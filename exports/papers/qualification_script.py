"""The script of qualification: greeting, questions with what each answer says, the fork, what is written down."""

from __future__ import annotations

from collections.abc import Iterator

from exports.papers.document import (
    Block,
    Bullets,
    Cell,
    Column,
    Document,
    Heading,
    Paragraph,
    Table,
    Tone,
    Words,
    bold,
    cell,
    mute,
    plain,
    row,
)
from exports.papers.matter import Matter
from exports.papers.paper import Paper
from exports.papers.phrases import phrase
from wizard.model.pipeline import Pipeline
from wizard.model.qualification import Answer, Question

_WRITTEN = ("paper.script.write", "paper.script.not_write")


def build(matter: Matter) -> tuple[Document, ...]:
    asking = [pipeline for pipeline in matter.pipelines if any(_judged(question) for question in pipeline.questions)]
    return tuple(
        Document(
            id="qualification_script",
            title=matter.tr("paper.qualification_script.title", pipeline=matter.name(pipeline)),
            blocks=tuple(_blocks(matter, pipeline)),
            pages=1,
        )
        for pipeline in asking
    )


def _judged(question: Question) -> bool:
    """Whether an answer says anything about the client; other questions only fill in the card."""
    return any(answer.verdict or answer.stop for answer in question.answers)


def _blocks(matter: Matter, pipeline: Pipeline) -> Iterator[Block]:
    tr = matter.tr
    said = [words for stage in pipeline.stages[:2] if (words := phrase(stage, tr))]
    yield Heading(tr("paper.script.start"))
    yield Paragraph(plain(said[0] if said else tr("paper.script.greeting")), Tone.PHRASE)
    yield Paragraph(plain(said[1] if len(said) > 1 else tr("paper.script.programme")), Tone.PHRASE)
    yield Heading(tr("paper.script.questions"))
    yield question_table(matter, pipeline)
    yield Heading(tr("paper.script.fork"))
    yield Bullets(tuple(_fork(matter, pipeline)))
    yield Heading(tr("paper.script.record"))
    yield Bullets(tuple(plain(tr(key)) for key in _WRITTEN))


def question_table(matter: Matter, pipeline: Pipeline) -> Table:
    """Each question with why it is asked, its answers with what they say, and the field the answer goes to."""
    tr = matter.tr
    columns = (
        Column(tr("paper.col.question"), 1.5),
        Column(tr("paper.col.why_ask"), 1.5),
        Column(tr("paper.col.answers"), 2),
        Column(tr("paper.col.field"), 1),
    )
    rows = tuple(
        row(
            cell(bold(question.text), mute(question.note)),
            question.why,
            _answers(matter, question),
            matter.project.field(question.field).name,
        )
        for question in pipeline.questions
    )
    return Table(columns, rows, name=tr("paper.script.questions"))


def _answers(matter: Matter, question: Question) -> Cell:
    field = matter.project.field(question.field)
    names = {option.id: option.name for option in field.options}
    return cell(*(_answer(matter, answer, names[answer.option]) for answer in question.answers))


def _answer(matter: Matter, answer: Answer, name: str) -> Words:
    tr = matter.tr
    if answer.stop:
        return (*plain(f"{name} — "), *bold(tr("paper.script.stop")))
    return (*plain(name), *mute(f" — {tr(f'verdict.{answer.verdict}')}")) if answer.verdict else plain(name)


def _fork(matter: Matter, pipeline: Pipeline) -> Iterator[Words]:
    """What follows from the verdict: the step towards the key stage, one more question, or a kind refusal."""
    tr = matter.tr
    key = pipeline.stage(pipeline.key_stage).name if pipeline.key_stage else matter.won(pipeline)
    yield (*bold(tr("paper.script.target")), *plain(f" {tr('paper.script.target_what', stage=key)}"))
    yield (*bold(tr("paper.script.unclear")), *plain(f" {tr('paper.script.unclear_what')}"))
    yield (*bold(tr("paper.script.refused")), *plain(f" {tr('paper.script.refused_what')}"))


PAPER = Paper("qualification_script", build)
