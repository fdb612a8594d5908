"""What takes the place of a stage that should not be one: a loss reason with its route, and tries as tasks."""

from __future__ import annotations

from functools import partial

from wizard.catalog import parts, reader
from wizard.catalog.routes import route_of
from wizard.catalog.start import wording_of
from wizard.i18n.translator import translator
from wizard.lint.cures import better_names
from wizard.lint.kinds import Kind, kind_of
from wizard.lint.reading import Reading
from wizard.lint.reading.lexicon import lexicon
from wizard.lint.reading.parts import parts as parts_of
from wizard.lint.rule import Fix
from wizard.model.base import MAX_TEXT
from wizard.model.edits.losses import use_reason
from wizard.model.edits.stages import StageRef, change_stage, delete_stage
from wizard.model.pipeline import Pipeline, Stage
from wizard.model.project import Project

NEVER_REACHED = "never_reached"
POSTPONED = "postponed"


def closed_instead(pipeline: Pipeline, stage: Stage, reason: str | None) -> Fix:
    """Take the stage away; deals that lay there are lost with a reason, which brings its route and its date."""
    edit = partial(_closed, at=StageRef(pipeline.id, stage.id), reason=reason)
    if reason is None or not _has_reasons(pipeline):
        return Fix(edit, args=(("name", stage.name),))
    return Fix(edit, args=(("name", stage.name),), variant=reason.replace("_", "-"))


def tried_instead(project: Project, pipeline: Pipeline, *, stage: Stage, reading: Reading) -> tuple[Fix, ...]:
    """Tries become tasks of the stage before, and the last one a loss reason; the first stage gets a name."""
    first = pipeline.stages[0] is stage
    names = better_names(project, pipeline, stage=stage, reading=reading) if first else ()
    at, tries = StageRef(pipeline.id, stage.id), _has_reasons(pipeline)
    if names:
        variant = "tries" if tries else "fix"
        return tuple(
            Fix(partial(_tried, at=at, name=name), args=(("becomes", name),), variant=variant) for name in names
        )
    variant = "remove-tries" if tries else "remove"
    return (Fix(partial(_tried, at=at, name=None), args=(("name", stage.name),), variant=variant),)


def reason_for(reading: Reading) -> str | None:
    """The reason of the dictionary an outcome stands for, where a word of it tells."""
    found = (reason for reason, said in lexicon()["outcome_reasons"].items() if set(said) & set(reading.words))
    return next(found, None)


def _closed(project: Project, *, at: StageRef, reason: str | None) -> Project:
    project = delete_stage(project, at)
    return _with_reason(project, at.pipeline, reason) if reason else project


def _tried(project: Project, *, at: StageRef, name: str | None) -> Project:
    pipeline = project.pipeline(at.pipeline)
    place = pipeline.index(at.stage)
    heir = pipeline.stages[place if name else max(place - 1, 0)]
    if name:
        project = change_stage(project, at, name=name)
    else:
        project = delete_stage(project, at)
        heir = project.pipeline(at.pipeline).stages[max(place - 1, 0)]
    if not _has_reasons(pipeline):
        return project
    step = _with_tries(heir.step, project)
    project = change_stage(project, StageRef(at.pipeline, heir.id), step=step)
    return _with_reason(project, at.pipeline, NEVER_REACHED)


def _with_tries(step: str, project: Project) -> str:
    """The step with the series of tries, unless it has one already."""
    tries = translator(project.company.language)("cure.tries")
    if any(w.lemmas & set(lexicon()["tries"]) for part in parts_of(step) for w in part):
        return step
    both = f"{step}; {tries}" if step else tries[:1].upper() + tries[1:]
    return both if len(both) <= MAX_TEXT else step


def _has_reasons(pipeline: Pipeline) -> bool:
    """Whether the funnel's deals are lost for a reason of the account's list."""
    return kind_of(pipeline) in (Kind.SALES, Kind.QUALIFY)


def _with_reason(project: Project, pipeline_id: str, reason: str) -> Project:
    """The project with a reason of the dictionary in use, with the route and the date field it has there."""
    if not _has_reasons(project.pipeline(pipeline_id)):
        return project
    wording = wording_of(project)
    if reason not in {known.id for known in project.loss_reasons}:
        project = project.changed(loss_reasons=(*project.loss_reasons, parts.reason(reason, wording)))
    source = next(known.route for known in reader.reasons() if known.id == reason)
    route = route_of(source, project=project, wording=wording) if source else None
    for field in route.date_fields if route else ():
        if field not in {known.id for known in project.fields}:
            new = parts.field(field, wording=wording, questions=())
            project = project.changed(fields=(*project.fields, new))
    return use_reason(project, pipeline_id, reason=reason, route=route)
