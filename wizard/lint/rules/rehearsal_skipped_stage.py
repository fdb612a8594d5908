"""Deals jumped over a stage.

A stage is a result every deal reaches on its way. What only some deals have is a field in the card; what
most of them do without can go, and its fields stay with the stage before. A key stage is never offered
for deletion: that it is jumped over is a matter of agreement, not of the board. One deal is an exception
and says nothing.
Source: the article (stages in strict order, each a result); practice, to be verified.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from wizard.lint import paths
from wizard.lint.rehearsed import Told, told
from wizard.lint.rule import Fix, Hit, Reads, Rule, RuleSet, Severity
from wizard.model.edits.stages import StageRef, delete_stage
from wizard.model.project import Project, Step
from wizard.model.rehearsal import GapKind


def check(project: Project) -> Iterator[Hit]:
    for found in told(project, GapKind.SKIPPED):
        if found.several:
            yield _hit(found)


def _hit(found: Told) -> Hit:
    path = paths.stage(found.pipeline.id, found.stage.id)
    if found.stage.id == found.pipeline.key_stage:
        return Hit(path, args=found.counts, variant="key", severity=Severity.WARNING)
    if found.mostly:
        return Hit(path, args=found.counts, variant="most", severity=Severity.WARNING, fix=_fix(found))
    return Hit(path, args=found.counts)


def _fix(found: Told) -> Fix | None:
    """Delete the stage, unless it is the only one."""
    place = found.pipeline.index(found.stage.id)
    if len(found.pipeline.stages) == 1:
        return None
    edit = partial(delete_stage, at=StageRef(found.pipeline.id, found.stage.id))
    if place and found.stage.fields:
        before = found.pipeline.stages[place - 1].name
        return Fix(edit, args=(("name", found.stage.name), ("before", before)), variant="fix-fields")
    return Fix(edit, args=(("name", found.stage.name),))


RULE = Rule(
    "rehearsal-skipped-stage", RuleSet.METHOD, Severity.HINT, Step.STAGES, check, reads=Reads.PIPELINE_AND_LISTS
)
