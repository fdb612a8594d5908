"""Many fields demanded at once.

Each new field before a transition is a reason to leave the card where it stands, or to type rubbish. Where
the questions are asked more is natural, for the answers are the fields. Built-in fields do not count, nor does
the verdict, which follows from the answers.
Source: Pedowitz; the bible of The Tech Deputies; the thresholds are our assumption.
"""

from __future__ import annotations

from collections.abc import Iterator

from wizard.lint import paths
from wizard.lint.rule import Hit, Reads, Rule, RuleSet, Severity
from wizard.model.project import Project, Step

USUAL = (3, 5)
ASKING = (5, 7)
VERDICT = "verdict"


def check(project: Project) -> Iterator[Hit]:
    created = {field.id for field in project.fields if field.created and field.id != VERDICT}
    for pipeline in project.pipelines:
        asked = {question.asked_at for question in pipeline.questions}
        seen: set[str] = set()
        for stage in pipeline.stages:
            new = set(stage.fields) & created - seen
            seen |= new
            many, too_many = ASKING if stage.id in asked else USUAL
            if len(new) > many:
                yield Hit(
                    paths.stage(pipeline.id, stage.id, "fields"),
                    args=(("name", stage.name), ("n", len(new))),
                    severity=Severity.WARNING if len(new) > too_many else Severity.HINT,
                )


RULE = Rule(
    "too-many-required", RuleSet.PRACTICE, Severity.WARNING, Step.QUALIFICATION, check, reads=Reads.PIPELINE_AND_LISTS
)
