"""Health data.

What a person is ill with is a special category of personal data: it needs a written consent and protection
that a sales CRM does not give.
Source: the Russian law on personal data (152-FZ), to be verified with a lawyer.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from wizard.lint import paths
from wizard.lint.rule import Fix, Hit, Reads, Rule, RuleSet, Severity
from wizard.lint.words import says, topic
from wizard.model.edits.fields import delete_field
from wizard.model.edits.questions import delete_question
from wizard.model.pipeline import Pipeline
from wizard.model.project import Project, Step
from wizard.model.qualification import Question
from wizard.model.remembered import of_pipeline


def check(project: Project) -> Iterator[Hit]:
    health = topic("questions", "health")
    kept = {field.id for field in project.fields if field.created and says(field.name, health)}
    for field in project.fields:
        if field.id in kept:
            args = (("name", field.name),)
            drop = Fix(partial(delete_field, field_id=field.id), args)
            yield Hit(paths.field(field.id, "name"), args=args, fix=drop)
    for pipeline in project.pipelines:
        for question in _asking(pipeline):
            if question.field not in kept:
                args = (("name", question.text),)
                drop = Fix(partial(delete_question, pipeline_id=pipeline.id, question=question.id), args)
                yield Hit(paths.question(pipeline.id, question.id, "text"), args=args, fix=drop)


@of_pipeline
def _asking(pipeline: Pipeline) -> tuple[Question, ...]:
    """Questions about health."""
    return tuple(q for q in pipeline.questions if says(q.text, topic("questions", "health")))


RULE = Rule("health-data-field", RuleSet.PRACTICE, Severity.WARNING, Step.QUALIFICATION, check, reads=Reads.PROJECT)
