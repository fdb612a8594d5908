"""Cures of a funnel that serves two goals: each goal gets a funnel of its own, with the stages that belong there."""

from __future__ import annotations

from functools import partial

from wizard.catalog import reader
from wizard.catalog.start import add_funnel
from wizard.lint import paths
from wizard.lint.goals import Aliens, Part
from wizard.lint.known import made
from wizard.lint.rule import Fix
from wizard.model.edits.ids import fresh
from wizard.model.edits.pipelines import add_pipeline, change_pipeline
from wizard.model.edits.splitting import move_stages
from wizard.model.edits.stages import StageRef, delete_stage
from wizard.model.moves import DealMove
from wizard.model.pipeline import MAX_STAGES, GoalType, Pipeline
from wizard.model.project import Project
from wizard.model.rehearsal import same_words
from wizard.model.routes import Destination, Route, Target

_OF_STAGES = {
    "work": GoalType.FULFILMENT,
    "hiring": GoalType.HIRING,
    "partners": GoalType.PARTNER_ACTIVATION,
}
_OF_NAMES = {
    "sale": GoalType.FIRST_PAYMENT,
    "repeat": GoalType.REPEAT_PAYMENT,
    "delivery": GoalType.FULFILMENT,
    "hiring": GoalType.HIRING,
    "partners": GoalType.PARTNER_ACTIVATION,
    "warming": GoalType.RETURN_REFUSED,
    "complaints": GoalType.COMPLAINT_RESOLUTION,
}
# The client goes on from the sale into these; candidates and partners are other people.
_GOES_ON = (GoalType.FULFILMENT, GoalType.REPEAT_PAYMENT)


def apart(pipeline: Pipeline, aliens: Aliens) -> tuple[Fix, ...]:
    """Move the stages into a funnel of their goal, or take them away; if there are no others, the goal is theirs."""
    goal, stages = _OF_STAGES[aliens.kind], tuple(stage.id for stage in aliens.stages)
    if len(stages) == len(pipeline.stages):
        subject = reader.funnel(_template(goal)).subject
        edit = partial(change_pipeline, pipeline_id=pipeline.id, goal_type=goal, subject=subject)
        return (Fix(edit, (("funnel", pipeline.name),), variant=f"{aliens.kind}-goal"),)
    args = (("names", ", ".join(stage.name for stage in aliens.stages)),)
    moved = partial(_moved, pipeline_id=pipeline.id, stages=stages, goal=goal)
    gone = partial(_removed, pipeline_id=pipeline.id, stages=stages)
    return (Fix(moved, args, variant=f"{aliens.kind}-fix"), Fix(gone, args, variant="remove"))


def by_goals(project: Project, pipeline: Pipeline, *, parts: tuple[Part, ...], aliens: Aliens | None) -> Fix | None:
    """Let the funnel keep the goal it has; the other goals of its name get funnels of their own."""
    kept = next((p for p in parts if _OF_NAMES[p.goal] == pipeline.goal_type), parts[0])
    others = tuple(_OF_NAMES[part.goal] for part in parts if part is not kept)
    if pipeline.id in map(_template, others):
        return None
    name = _name(project, kept, parts)
    args = (("name", name), ("others", ", ".join(_made(project, goal).name for goal in others)))
    edit = partial(_split, pipeline_id=pipeline.id, name=name, goals=others, aliens=aliens)
    return Fix(edit, args, variant="split")


def _name(project: Project, kept: Part, parts: tuple[Part, ...]) -> str:
    """The part as it is written, unless it may lack its noun: "new and repeat sales"."""
    words = [len(part.name.split()) for part in parts]
    lacks = words[parts.index(kept)] == 1 and max(words[parts.index(kept) :]) > 1
    return _made(project, _OF_NAMES[kept.goal]).name if lacks else kept.name


def _split(
    project: Project, *, pipeline_id: str, name: str, goals: tuple[GoalType, ...], aliens: Aliens | None
) -> Project:
    for goal in goals:
        if (
            aliens
            and _OF_STAGES[aliens.kind] is goal
            and len(aliens.stages) < len(project.pipeline(pipeline_id).stages)
        ):
            stages = tuple(stage.id for stage in aliens.stages)
            project = _moved(project, pipeline_id=pipeline_id, stages=stages, goal=goal)
            continue
        own = _of_goal(project, goal, besides=pipeline_id)
        if own is None and _template(goal) not in {p.id for p in project.pipelines}:
            project = add_funnel(project, _template(goal))
            own = project.pipelines[-1]
        project = _led_on(project, pipeline_id, into=own, goal=goal) if own else project
    return change_pipeline(project, pipeline_id, name=name)


def _moved(project: Project, *, pipeline_id: str, stages: tuple[str, ...], goal: GoalType) -> Project:
    source = project.pipeline(pipeline_id)
    into = _of_goal(project, goal, besides=pipeline_id)
    if into is None or len(into.stages) + len(stages) > MAX_STAGES:
        into = _empty(project, source, goal, entry=source.proof_of(stages[0]))
        project = add_pipeline(project, into)
    before = project
    project = move_stages(project, pipeline_id, stages=stages, into=into.id)
    project = _with_deals(project, before, source, stages=stages, into=into.id)
    return _led_on(project, pipeline_id, into=project.pipeline(into.id), goal=goal)


def _removed(project: Project, *, pipeline_id: str, stages: tuple[str, ...]) -> Project:
    for stage in stages:
        project = delete_stage(project, StageRef(pipeline_id, stage))
    return project


def _with_deals(project: Project, before: Project, source: Pipeline, *, stages: tuple[str, ...], into: str) -> Project:
    """The deals that lie in these stages in the account follow them."""
    bound = {binding.local: binding for binding in before.bindings}
    pipeline = bound.get(paths.pipeline(source.id))
    heirs = project.pipeline(into).stages
    known = {(move.account, move.remote_pipeline, move.remote_stage) for move in project.moves}
    moves = []
    for stage in (source.stage(stage) for stage in stages):
        binding = bound.get(paths.stage(source.id, stage.id))
        if binding and pipeline and (binding.account, pipeline.remote, binding.remote) not in known:
            heir = next((heir.id for heir in heirs if same_words(heir.name, stage.name)), None)
            moves.append(
                DealMove(
                    account=binding.account,
                    from_pipeline=source.name,
                    from_stage=stage.name,
                    remote_pipeline=pipeline.remote,
                    remote_stage=binding.remote,
                    pipeline=into,
                    stage=heir,
                )
            )
    return project.changed(moves=(*project.moves, *moves))


def _led_on(project: Project, pipeline_id: str, *, into: Pipeline, goal: GoalType) -> Project:
    """The client goes on from the sale into this funnel, and from delivery where he went from the sale before."""
    source = project.pipeline(pipeline_id)
    old = source.won_route if source.won_route and source.won_route.to else None
    if goal not in _GOES_ON or source.goal_type in _GOES_ON or not into.stages:
        return project
    if old and (goal is GoalType.REPEAT_PAYMENT or old.leads_to(into.id)):
        return project
    if old and into.won_route is None:
        project = change_pipeline(project, into.id, won_route=old)
    route = Route(target=Target.PIPELINE, to=Destination(pipeline=into.id, stage=into.stages[0].id))
    return change_pipeline(project, pipeline_id, won_route=route)


def _of_goal(project: Project, goal: GoalType, *, besides: str) -> Pipeline | None:
    return next((p for p in project.pipelines if p.goal_type is goal and p.id != besides), None)


def _empty(project: Project, source: Pipeline, goal: GoalType, *, entry: str) -> Pipeline:
    """A funnel of this goal for stages to come, launched with the one they come from."""
    known = _made(project, goal)
    return Pipeline(
        id=fresh(known.id, (p.id for p in project.pipelines)),
        name=known.name,
        template=known.template,
        goal_type=goal,
        goal=known.goal,
        subject=known.subject,
        deal_is=known.deal_is,
        entry=entry,
        won=known.won,
        lost_name=known.lost_name,
        launch=source.launch,
    )


def _made(project: Project, goal: GoalType) -> Pipeline:
    return made(project, _template(goal)).pipelines[0]


def _template(goal: GoalType) -> str:
    return next(template.id for template in reader.funnels() if template.goal_type is goal and not template.variant_of)
