"""A stage with a date, and no field for the date.

“Demo booked” without a date cannot remind anybody, and its time limit can only be a guess. The date is asked
before the stage, and the stage lasts until it.
Source: integrators' practice, to be verified.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from wizard.lint import paths
from wizard.lint.asked import ask, field_for
from wizard.lint.dates import undated
from wizard.lint.rule import Fix, Hit, Reads, Rule, RuleSet, Severity
from wizard.model.edits.stages import StageRef
from wizard.model.pipeline import Pipeline, Stage
from wizard.model.project import Project, Step


def check(project: Project) -> Iterator[Hit]:
    for pipeline, stage in undated(project):
        at = paths.stage(pipeline.id, stage.id, "fields")
        yield Hit(at, args=(("name", stage.name),), cure=partial(_fix, project, pipeline, stage))


def _fix(project: Project, pipeline: Pipeline, stage: Stage) -> Fix:
    """Ask on leaving the stage before; a first stage has none, so it asks itself and keeps its days."""
    field, place = field_for(project, stage.name, kind="date"), pipeline.index(stage.id)
    here = StageRef(pipeline.id, stage.id)
    if not place:
        return Fix(partial(ask, at=here, field=field), (("field", field.name),), variant="fix-here")
    before = pipeline.stages[place - 1]
    edit = partial(ask, at=StageRef(pipeline.id, before.id), field=field, dated=here)
    return Fix(edit, (("field", field.name), ("before", before.name)))


RULE = Rule("dated-stage-without-date", RuleSet.METHOD, Severity.WARNING, Step.STAGES, check, reads=Reads.PROJECT)
