"""Free text where a list would do.

Answers and causes typed as text cannot be counted. Two to four values are enough; numbers, dates and links
stay what they are.
Source: integrators' practice, to be verified.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from wizard.lint import paths
from wizard.lint.kinds import Kind, kind_of
from wizard.lint.options import filled, listing_causes
from wizard.lint.rule import Fix, Hit, Reads, Rule, RuleSet, Severity
from wizard.lint.words import says, topic
from wizard.model.fields import Field, FieldType
from wizard.model.project import Project, Step

FREE = (FieldType.TEXT, FieldType.TEXTAREA)


def check(project: Project) -> Iterator[Hit]:
    free = {field.id for field in project.fields if field.created and field.type in FREE}
    for pipeline in project.pipelines:
        if kind_of(pipeline) is Kind.DELIVERY:
            continue
        for question in pipeline.questions:
            if question.field in free:
                cure = partial(filled, project, project.field(question.field))
                yield Hit(paths.question(pipeline.id, question.id, "field"), args=(("name", question.text),), cure=cure)
    causes = {reason.field for reason in project.loss_reasons}
    for field in project.fields:
        if field.id in free and (field.id in causes or says(field.name, topic("fields", "cause"))):
            cure = partial(_listed, project, field)
            yield Hit(paths.field(field.id, "type"), args=(("name", field.name),), variant="cause", cure=cure)


def _listed(project: Project, field: Field) -> Fix | None:
    kept = any(reason.field == field.id for reason in project.loss_reasons)
    return listing_causes(field) if kept else filled(project, field)


RULE = Rule("text-instead-of-list", RuleSet.PRACTICE, Severity.HINT, Step.QUALIFICATION, check, reads=Reads.PROJECT)
