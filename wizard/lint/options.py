"""Values of list fields the catalogue knows: the dictionary's own, or the answers of questions that fill the field."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import NamedTuple

from wizard.catalog import parts, reader
from wizard.catalog.start import wording_of
from wizard.catalog.templates import AnswerTemplate, QuestionTemplate
from wizard.catalog.wording import Wording
from wizard.lint.reading.letters import plain
from wizard.lint.rule import Fix
from wizard.model.edits.fields import change_field
from wizard.model.fields import LISTS, Field, FieldOption, FieldType
from wizard.model.project import Project
from wizard.model.qualification import Answer, Question


class Known(NamedTuple):
    """Values for a field, and the questions of the catalogue they answer, if they are answers."""

    options: tuple[FieldOption, ...]
    questions: tuple[QuestionTemplate, ...] = ()


def filled(project: Project, field: Field) -> Fix | None:
    """Make it a list of the values the catalogue knows for it; what else clients say only the owner knows."""
    known = _known(project, field)
    if known is None:
        return None
    names = ", ".join(option.name for option in known.options)
    return Fix(partial(_filled, field_id=field.id), (("name", field.name), ("names", names)))


def listing_causes(field: Field) -> Fix:
    """Make it a list: the reasons kept in it are its values."""
    return Fix(partial(change_field, field_id=field.id, type=FieldType.SELECT), (("name", field.name),), variant="list")


def _known(project: Project, field: Field) -> Known | None:
    if field.options:
        return Known(field.options)
    wording = wording_of(project)
    ids = {field.id, *(f.id for f in reader.fields() if plain(wording(f.name)) == plain(field.name))}
    own = (f for f in reader.fields() if f.id in ids and f.type in LISTS)
    for source in own:
        if options := parts.field(source.id, wording=wording, questions=()).options:
            return Known(options)
    asked = {plain(q.text) for pipeline in project.pipelines for q in pipeline.questions if q.field == field.id}
    for question in _questions(project, wording):
        named = question.own_field and plain(wording(question.own_field.name)) == plain(field.name)
        # A note asks for values of the owner's own, such as sums.
        theirs = question.answers and not question.note
        if theirs and (named or question.field in ids or plain(wording(question.text)) in asked):
            return Known(tuple(_option(answer, wording) for answer in question.answers), (question,))
    return None


def _questions(project: Project, wording: Wording) -> Iterator[QuestionTemplate]:
    """The questions of the trade, of the project's funnels, of the other funnels, of the ready sets."""
    yield from wording.industry.questions
    used = {pipeline.template for pipeline in project.pipelines}
    for template in sorted(reader.funnels(), key=lambda template: template.id not in used):
        yield from template.questions
    for questions in reader.question_sets():
        yield from questions.questions


def _option(answer: AnswerTemplate, wording: Wording) -> FieldOption:
    return FieldOption(id=answer.id, name=wording(answer.text))


def _filled(project: Project, *, field_id: str) -> Project:
    field = project.field(field_id)
    known = _known(project, field)
    if known is None:
        return project
    kind = field.type if field.type in LISTS else FieldType.SELECT
    project = change_field(project, field_id, type=kind, options=known.options)
    for pipeline in project.pipelines:
        questions = tuple(_answered(q, known, project) if q.field == field_id else q for q in pipeline.questions)
        project = project.with_pipeline(pipeline.changed(questions=questions))
    return project


def _answered(question: Question, known: Known, project: Project) -> Question:
    """The question with the values as answers, unless it has some; what they mean only the catalogue's own says."""
    if question.answers:
        return question
    wording = wording_of(project)
    same = (q for q in known.questions if plain(wording(q.text)) == plain(question.text))
    judged = {a.id: Answer(option=a.id, verdict=a.verdict, stop=a.stop) for q in same for a in q.answers}
    answers = tuple(judged.get(option.id, Answer(option=option.id)) for option in known.options)
    return question.changed(answers=answers)
