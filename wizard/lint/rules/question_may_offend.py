"""A question that may offend.

“Who, apart from you, decides?” tells a private buyer that he does not; in business between companies it is
usual. Age, family and health are asked only when the work needs it.
Source: integrators' practice, to be verified.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from wizard.i18n.translator import translator
from wizard.lint import paths
from wizard.lint.kinds import outbound
from wizard.lint.rule import Fix, Hit, Reads, Rule, RuleSet, Severity
from wizard.lint.usage import fields_of
from wizard.lint.words import says, topic
from wizard.model.edits.questions import change_question, delete_question
from wizard.model.fields import Place
from wizard.model.pipeline import Pipeline, Subject
from wizard.model.project import Project, Step
from wizard.model.qualification import Question
from wizard.model.remembered import of_pipeline


def check(project: Project) -> Iterator[Hit]:
    for pipeline in project.pipelines:
        for question in _doubtful(pipeline):
            at, args = paths.question(pipeline.id, question.id, "text"), (("name", question.text),)
            if _asks_who_decides(question) and _is_private(project, pipeline):
                yield Hit(at, args=args, fix=_softer(project, pipeline, question.id))
            elif _is_personal(question):
                drop = partial(delete_question, pipeline_id=pipeline.id, question=question.id)
                yield Hit(at, args=args, variant="personal", fix=Fix(drop, args, variant="fix-personal"))


@of_pipeline
def _doubtful(pipeline: Pipeline) -> tuple[Question, ...]:
    return tuple(q for q in pipeline.questions if _asks_who_decides(q) or _is_personal(q))


def _asks_who_decides(question: Question) -> bool:
    return says(question.text, topic("questions", "decider"))


def _is_personal(question: Question) -> bool:
    return says(question.text, topic("questions", "personal"))


def _softer(project: Project, pipeline: Pipeline, question: str) -> Fix:
    becomes = translator(project.company.language)("rule.question-may-offend.softer")
    edit = partial(change_question, pipeline_id=pipeline.id, question=question, text=becomes)
    return Fix(edit, (("becomes", becomes),))


def _is_private(project: Project, pipeline: Pipeline) -> bool:
    """No company is looked for, and nothing of a company is written down."""
    if pipeline.subject is not Subject.CLIENT:
        return False
    places = {project.field(field).place for field in fields_of(project, pipeline)}
    return Place.COMPANY not in places and not any(outbound(p) for p in project.pipelines)


RULE = Rule(
    "question-may-offend",
    RuleSet.PRACTICE,
    Severity.HINT,
    Step.QUALIFICATION,
    check,
    reads=Reads.PROJECT,
    requires=("health-data-field",),
)
