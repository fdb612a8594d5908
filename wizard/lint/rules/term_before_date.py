"""A term by a date nobody has asked yet.

A stage's fields are filled in before leaving it, so a limit can only run until a date that an earlier stage
asks for, or that comes with the deal: its route opens it by that date, or the funnel won before has asked for
it. Registering for an event tells its date.
Source: follows from how fields are demanded.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from wizard.lint import paths
from wizard.lint.dates import brought
from wizard.lint.rule import Fix, Hit, Rule, RuleSet, Severity
from wizard.model.edits.stages import StageRef, change_stage
from wizard.model.pipeline import Pipeline
from wizard.model.project import Project, Step


def check(project: Project) -> Iterator[Hit]:
    known_on_entry = brought(project)
    for pipeline in project.pipelines:
        known = known_on_entry[pipeline.id]
        for place, stage in enumerate(pipeline.stages):
            field = stage.term.until_field if stage.term else None
            if field and field not in known:
                args = (("name", stage.name), ("field", project.field(field).name))
                at = paths.stage(pipeline.id, stage.id, "term")
                yield Hit(at, args=args, fix=_fix(pipeline, place, field))
            known |= set(stage.fields)


def _fix(pipeline: Pipeline, place: int, field: str) -> Fix | None:
    """Ask for the date one stage earlier; at the first stage nobody has talked to the client yet."""
    if place < 2:
        return None
    before = pipeline.stages[place - 1]
    ask = partial(change_stage, at=StageRef(pipeline.id, before.id), fields=(*before.fields, field))
    return Fix(ask, args=(("name", before.name),))


RULE = Rule("term-before-date", RuleSet.METHOD, Severity.WARNING, Step.STAGES, check, requires=("no-term",))
