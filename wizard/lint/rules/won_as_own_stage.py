"""Won among one's own stages.

The last stage of one's own and won mean the same: cards wait in the first although the goal is
reached, and the reports of amoCRM count only the second.
Source: practice, to be verified.
"""

from __future__ import annotations

from collections.abc import Iterator

from wizard.lint import paths
from wizard.lint.names import is_payment
from wizard.lint.reading.letters import cleaned
from wizard.lint.rule import Fix, Hit, Reads, Rule, RuleSet, Severity
from wizard.model.edits.pipelines import change_won
from wizard.model.edits.stages import StageRef, delete_stage
from wizard.model.pipeline import Pipeline, WonKind
from wizard.model.project import Project, Step


def check(project: Project) -> Iterator[Hit]:
    for pipeline in project.pipelines:
        if _won_already(pipeline):
            last = pipeline.stages[-1]
            yield Hit(paths.stage(pipeline.id, last.id), args=(("name", last.name),), fix=_fix(pipeline))


def _won_already(pipeline: Pipeline) -> bool:
    name = pipeline.stages[-1].name if pipeline.stages else ""
    if not name:
        return False
    same = cleaned(name) == cleaned(pipeline.won.name)
    return same or (pipeline.won.kind is WonKind.PAYMENT and is_payment(name))


def _fix(pipeline: Pipeline) -> Fix | None:
    """Give won the stage's name and proof, and delete the stage, unless it is the only one."""
    last = pipeline.stages[-1]
    if len(pipeline.stages) == 1:
        return None
    proof = last.proof or pipeline.won.proof

    def edit(project: Project) -> Project:
        project = change_won(project, pipeline.id, name=last.name, proof=proof)
        return delete_stage(project, StageRef(pipeline.id, last.id))

    return Fix(edit, args=(("name", last.name),))


RULE = Rule(
    "won-as-own-stage",
    RuleSet.METHOD,
    Severity.WARNING,
    Step.STAGES,
    check,
    reads=Reads.PIPELINE,
    requires=(
        "blank-name",
        "system-stage-as-own",
    ),
)
