"""Edits of the qualification questions of a pipeline."""

from __future__ import annotations

from typing import Any

from wizard.model.edits.fields import add_option, delete_option
from wizard.model.edits.ids import fresh, slug
from wizard.model.fields import Field
from wizard.model.pipeline import Pipeline
from wizard.model.project import Project
from wizard.model.qualification import Answer, Question, Verdict
from wizard.model.remembered import of_pipeline


def add_question(project: Project, pipeline_id: str, *, text: str, asked_at: str | None = None) -> Project:
    """Add a question with a list field of its own, which holds the answer."""
    pipeline = project.pipeline(pipeline_id)
    new = fresh(slug(text, "question"), (q.id for q in pipeline.questions))
    field = Field(id=fresh(f"q_{new}"[:60], (f.id for f in project.fields)), name=text[:60])
    question = Question(id=new, text=text, field=field.id, asked_at=asked_at)
    pipeline = pipeline.changed(questions=(*pipeline.questions, question))
    return project.changed(fields=(*project.fields, field)).with_pipeline(pipeline)


def change_question(project: Project, pipeline_id: str, *, question: str, **values: Any) -> Project:
    """Replace attributes of a question (text, why, asked_at, answers)."""
    pipeline = project.pipeline(pipeline_id)
    questions = tuple(q.changed(**values) if q.id == question else q for q in pipeline.questions)
    return project.with_pipeline(pipeline.changed(questions=questions))


def delete_question(project: Project, pipeline_id: str, *, question: str) -> Project:
    """Delete a question. Its field stays where another question, stage, term or route uses it, else it goes too.

    Stages of this pipeline no longer demand the field unless another question of it fills it.
    """
    pipeline = project.pipeline(pipeline_id)
    gone = next(q for q in pipeline.questions if q.id == question)
    rest = tuple(q for q in pipeline.questions if q.id != question)
    stages = pipeline.stages
    if all(q.field != gone.field for q in rest):
        stages = tuple(s.changed(fields=tuple(f for f in s.fields if f != gone.field)) for s in stages)
    project = project.with_pipeline(pipeline.changed(questions=rest, stages=stages))
    if gone.field in used_fields(project) or not project.field(gone.field).created:
        return project
    return project.changed(fields=tuple(f for f in project.fields if f.id != gone.field))


def used_fields(project: Project) -> set[str]:
    """Ids of the fields that a stage, question, term, route or cause refers to."""
    causes = {reason.field for reason in project.loss_reasons if reason.field}
    return causes.union(*map(fields_used, project.pipelines))


@of_pipeline
def fields_used(pipeline: Pipeline) -> frozenset[str]:
    """Ids of the fields that a stage, question, term or route of a pipeline refers to."""
    return fields_demanded(pipeline) | {question.field for question in pipeline.questions}


@of_pipeline
def fields_demanded(pipeline: Pipeline) -> frozenset[str]:
    """The same without its questions."""
    used = {field for stage in pipeline.stages for field in stage.fields}
    used |= {s.term.until_field for s in pipeline.stages if s.term and s.term.until_field}
    return frozenset(used | {field for route in pipeline.routes() for field in route.date_fields})


def move_question(project: Project, pipeline_id: str, *, question: str, by: int) -> Project:
    """Move a question along the list, as far as it goes."""
    pipeline = project.pipeline(pipeline_id)
    questions = list(pipeline.questions)
    place = next(i for i, q in enumerate(questions) if q.id == question)
    questions.insert(max(0, min(len(questions) - 1, place + by)), questions.pop(place))
    return project.with_pipeline(pipeline.changed(questions=tuple(questions)))


def add_answer(project: Project, pipeline_id: str, *, question: str, name: str) -> Project:
    """Add an answer: a new value of the question's field, without a verdict yet."""
    asked = next(q for q in project.pipeline(pipeline_id).questions if q.id == question)
    project = add_option(project, asked.field, name=name)
    option = project.field(asked.field).options[-1].id
    answers = (*asked.answers, Answer(option=option))
    return change_question(project, pipeline_id, question=question, answers=answers)


def change_answer(project: Project, pipeline_id: str, *, question: str, option: str, **values: Any) -> Project:
    """Replace attributes of an answer (verdict, stop).

    A stop answer is always non-target: marking one sets the verdict, another verdict takes the mark away.
    """
    if values.get("stop"):
        values["verdict"] = Verdict.NON_TARGET
    elif "verdict" in values and values["verdict"] is not Verdict.NON_TARGET:
        values["stop"] = False
    asked = next(q for q in project.pipeline(pipeline_id).questions if q.id == question)
    answers = tuple(a.changed(**values) if a.option == option else a for a in asked.answers)
    return change_question(project, pipeline_id, question=question, answers=answers)


def delete_answer(project: Project, pipeline_id: str, *, question: str, option: str) -> Project:
    """Delete an answer; the field's value goes too unless another question offers it."""
    asked = next(q for q in project.pipeline(pipeline_id).questions if q.id == question)
    answers = tuple(a for a in asked.answers if a.option != option)
    project = change_question(project, pipeline_id, question=question, answers=answers)
    offered = any(
        q.field == asked.field and any(a.option == option for a in q.answers)
        for p in project.pipelines
        for q in p.questions
    )
    return project if offered else delete_option(project, asked.field, option=option)
