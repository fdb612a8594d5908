"""No consent to advertising.

Where we call or write first, to cold companies, to those who refused, to those who came to an event, the
card must hold the consent: who gave it, when and how.
Source: the Russian law on advertising (comply.ru, garant.ru), to be verified with a lawyer.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from wizard.i18n.translator import translator
from wizard.lint import paths
from wizard.lint.kinds import is_warming, outbound
from wizard.lint.rule import Fix, Hit, Reads, Rule, RuleSet, Severity
from wizard.lint.words import says, topic
from wizard.model.edits.fields import add_field
from wizard.model.fields import Field, FieldType, Place
from wizard.model.pipeline import GoalType, Pipeline
from wizard.model.project import Project, Step

FIELD = "ad_consent"


def check(project: Project) -> Iterator[Hit]:
    ours_first = [pipeline.name for pipeline in project.launched() if _we_write_first(pipeline)]
    consent = topic("fields", "consent")
    if ours_first and not any(field.id == FIELD or says(field.name, consent) for field in project.fields):
        name = translator(project.company.language)("rule.no-consent.field")
        field = Field(id=FIELD, name=name, type=FieldType.CHECKBOX, place=Place.CONTACT)
        fix = Fix(partial(add_field, field=field), (("name", name),))
        yield Hit(paths.field(""), args=(("name", ours_first[0]),), fix=fix)


def _we_write_first(pipeline: Pipeline) -> bool:
    return outbound(pipeline) or is_warming(pipeline) or pipeline.goal_type is GoalType.EVENT_SALE


RULE = Rule("no-consent", RuleSet.PRACTICE, Severity.WARNING, Step.QUALIFICATION, check, reads=Reads.OUTLINES)
