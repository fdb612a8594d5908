"""Ready sets of questions: puts one in place of a funnel's questions."""

from __future__ import annotations

from wizard.catalog import parts, reader
from wizard.catalog.start import wording_of
from wizard.model.base import find
from wizard.model.edits.questions import delete_question
from wizard.model.project import Project
from wizard.model.qualification import Question


def use_question_set(project: Project, pipeline_id: str, *, set_id: str) -> Project:
    """An edit: replace the pipeline's questions by a set, asked at the same stage and demanded there.

    Fields of the old questions that nothing else uses go; shared fields gain the answers they lack.
    Raises KeyError for an unknown set.
    """
    chosen = find(reader.question_sets(), set_id)
    wording = wording_of(project)
    asked_at = _asked_at(project, pipeline_id)
    for question in project.pipeline(pipeline_id).questions:
        project = delete_question(project, pipeline_id, question=question.id)
    fields = {field.id: field for field in project.fields}
    for source in chosen.questions:
        new = parts.field(source.field, wording=wording, questions=chosen.questions)
        fields[source.field] = parts.merged(fields[source.field], new) if source.field in fields else new
    questions = tuple(parts.question(source, wording=wording, asked_at=asked_at) for source in chosen.questions)
    return _demanded(project.changed(fields=tuple(fields.values())), pipeline_id, questions=questions)


def _asked_at(project: Project, pipeline_id: str) -> str | None:
    """Where questions are asked now: with the first one, else at the second stage, after contact."""
    pipeline = project.pipeline(pipeline_id)
    asked = [q.asked_at for q in pipeline.questions if q.asked_at]
    stages = [s.id for s in pipeline.stages[:2]]
    return asked[0] if asked else (stages[-1] if stages else None)


def _demanded(project: Project, pipeline_id: str, *, questions: tuple[Question, ...]) -> Project:
    pipeline = project.pipeline(pipeline_id).changed(questions=questions)
    at = questions[0].asked_at
    stages = tuple(
        s.changed(fields=tuple(dict.fromkeys((*(q.field for q in questions), *s.fields)))) if s.id == at else s
        for s in pipeline.stages
    )
    return project.with_pipeline(pipeline.changed(stages=stages))
