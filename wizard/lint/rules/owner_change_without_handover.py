"""A change of the responsible without a hand-over.

Where another person takes over, cards get lost: the first believes them handed over, the second has never seen
them. The fact on the arrow says that the next one has accepted the card.
Source: Bitrix24's guide to funnels; integrators' practice, to be verified.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from wizard.i18n.translator import translator
from wizard.lint import paths
from wizard.lint.reading.letters import plain
from wizard.lint.rule import Fix, Hit, Reads, Rule, RuleSet, Severity
from wizard.lint.words import says, topic, without
from wizard.model.edits.stages import StageRef, change_stage
from wizard.model.pipeline import Pipeline, Stage
from wizard.model.project import Project, Step


def check(project: Project) -> Iterator[Hit]:
    for pipeline in project.pipelines:
        for stage, after in zip(pipeline.stages, pipeline.stages[1:], strict=False):
            if _changes(stage, after) and not _taken_over(after.proof):
                args = (("before", stage.owner_role), ("after", after.owner_role), ("name", after.name))
                at = paths.stage(pipeline.id, after.id, "proof")
                yield Hit(at, args=args, fix=_fix(project, pipeline, after))


def _changes(stage: Stage, after: Stage) -> bool:
    return bool(stage.owner_role and after.owner_role) and plain(stage.owner_role) != plain(after.owner_role)


def _taken_over(proof: str) -> bool:
    # What the client took is left out, so that a hand-over told beside it still counts.
    return says(without(proof, topic("contacts", "taken_by_client")), topic("contacts", "taken_over"))


def _fix(project: Project, pipeline: Pipeline, after: Stage) -> Fix:
    say = translator(project.company.language)
    proof, role = after.proof.rstrip(" .;"), after.owner_role
    becomes = say("rule.owner-change-without-handover.fact", proof=proof, role=role)
    edit = partial(change_stage, at=StageRef(pipeline.id, after.id), proof=becomes)
    return Fix(edit, (("becomes", becomes),))


RULE = Rule(
    "owner-change-without-handover",
    RuleSet.PRACTICE,
    Severity.WARNING,
    Step.STAGES,
    check,
    reads=Reads.PIPELINE,
    requires=("no-fact",),
)
