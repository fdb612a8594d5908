"""A question whose answer changes nothing.

If every answer leads to the same verdict and no stage, term or route needs the field, the question takes
the client's time for nothing.
Source: follows from what qualification is for.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from wizard.lint import paths
from wizard.lint.kinds import Kind, kind_of
from wizard.lint.rule import Fix, Hit, Reads, Rule, RuleSet, Severity
from wizard.model.edits.questions import delete_question, fields_demanded
from wizard.model.pipeline import Pipeline
from wizard.model.project import Project, Step
from wizard.model.qualification import Question
from wizard.model.remembered import of_pipeline


def check(project: Project) -> Iterator[Hit]:
    alike = [(pipeline, question) for pipeline in project.pipelines for question in _asked_alike(pipeline)]
    needed = {field for pipeline in project.pipelines for field in fields_demanded(pipeline)} if alike else set()
    for pipeline, question in alike:
        if question.field not in needed:
            args = (("name", question.text),)
            drop = partial(delete_question, pipeline_id=pipeline.id, question=question.id)
            yield Hit(paths.question(pipeline.id, question.id), args=args, fix=Fix(drop, args))


@of_pipeline
def _asked_alike(pipeline: Pipeline) -> tuple[Question, ...]:
    """Questions with one verdict whatever is answered."""
    asked = pipeline.questions if kind_of(pipeline) is not Kind.DELIVERY else ()
    return tuple(q for q in asked if len({(answer.verdict, answer.stop) for answer in q.answers}) == 1)


RULE = Rule("answer-changes-nothing", RuleSet.METHOD, Severity.HINT, Step.QUALIFICATION, check, reads=Reads.PROJECT)
