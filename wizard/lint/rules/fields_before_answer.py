"""Fields demanded before the client has answered.

Nobody knows the client's price range before the first talk, so managers invent it. Sources fill
themselves in, and a company looked for by us is known before the first call.
Source: GNZS on obligatory fields; integrators' practice.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from wizard.lint import paths
from wizard.lint.kinds import incoming, outbound
from wizard.lint.rule import Fix, Hit, Reads, Rule, RuleSet, Severity
from wizard.lint.words import says, topic
from wizard.model.edits.stages import StageRef, change_stage
from wizard.model.fields import Field, Place
from wizard.model.pipeline import Pipeline, Stage
from wizard.model.project import Project, Step


def check(project: Project) -> Iterator[Hit]:
    for pipeline in project.pipelines:
        if not (incoming(pipeline) or outbound(pipeline)):
            continue
        asking = _first_asking(pipeline)
        for stage in pipeline.stages[: pipeline.stages.index(asking)] if asking else pipeline.stages[:1]:
            early = [f for f in map(project.field, stage.fields) if _unknown_yet(f, pipeline)]
            if early:
                args = (("fields", ", ".join(f.name for f in early)), ("name", stage.name))
                at = paths.stage(pipeline.id, stage.id, "fields")
                yield Hit(at, args=args, fix=_later(pipeline, stage, asking, {f.id for f in early}))


def _first_asking(pipeline: Pipeline) -> Stage | None:
    """The first stage at which questions are asked."""
    asked = {question.asked_at for question in pipeline.questions}
    return next((stage for stage in pipeline.stages if stage.id in asked), None)


def _unknown_yet(field: Field, pipeline: Pipeline) -> bool:
    sourced = field.id == "source" or says(field.name, topic("fields", "source"))
    return field.created and not sourced and not (field.place is Place.COMPANY and outbound(pipeline))


def _later(pipeline: Pipeline, stage: Stage, asking: Stage | None, early: set[str]) -> Fix | None:
    if asking is None:
        return None
    move = partial(_move, here=StageRef(pipeline.id, stage.id), asking=asking.id, early=early)
    return Fix(move, (("name", asking.name),))


def _move(project: Project, *, here: StageRef, asking: str, early: set[str]) -> Project:
    stages = project.pipeline(here.pipeline)
    old, new = stages.stage(here.stage), stages.stage(asking)
    project = change_stage(project, here, fields=tuple(f for f in old.fields if f not in early))
    moved = (*new.fields, *(f for f in old.fields if f in early and f not in new.fields))
    return change_stage(project, StageRef(here.pipeline, asking), fields=moved)


RULE = Rule(
    "fields-before-answer", RuleSet.PRACTICE, Severity.HINT, Step.QUALIFICATION, check, reads=Reads.PIPELINE_AND_LISTS
)
