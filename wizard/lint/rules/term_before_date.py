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
from wizard.lint.rule import Fix, Hit, Reads, Rule, RuleSet, Severity
from wizard.model.edits.stages import StageRef, change_stage
from wizard.model.pipeline import Pipeline
from wizard.model.project import Project, Step
from wizard.model.remembered import of_pipeline


def check(project: Project) -> Iterator[Hit]:
    early = [(pipeline, _too_early(pipeline)) for pipeline in project.pipelines]
    known = brought(project) if any(places for _, places in early) else {}
    for pipeline, places in early:
        for place, field in places:
            if field not in known[pipeline.id]:
                stage = pipeline.stages[place]
                args = (("name", stage.name), ("field", project.field(field).name))
                at = paths.stage(pipeline.id, stage.id, "term")
                yield Hit(at, args=args, fix=_fix(pipeline, place, field))


@of_pipeline
def _too_early(pipeline: Pipeline) -> tuple[tuple[int, str], ...]:
    """Stages that last until a date which no earlier stage asks for, and its field."""
    asked, found = set[str](), []
    for place, stage in enumerate(pipeline.stages):
        field = stage.term.until_field if stage.term else None
        if field and field not in asked:
            found.append((place, field))
        asked.update(stage.fields)
    return tuple(found)


def _fix(pipeline: Pipeline, place: int, field: str) -> Fix | None:
    """Ask for the date one stage earlier; at the first stage nobody has talked to the client yet."""
    if place < 2:
        return None
    before = pipeline.stages[place - 1]
    ask = partial(change_stage, at=StageRef(pipeline.id, before.id), fields=(*before.fields, field))
    return Fix(ask, args=(("name", before.name),))


RULE = Rule(
    "term-before-date", RuleSet.METHOD, Severity.WARNING, Step.STAGES, check, reads=Reads.PROJECT, requires=("no-term",)
)
