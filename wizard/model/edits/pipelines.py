"""Edits of pipelines as a whole."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from wizard.model.base import Name
from wizard.model.edits.ids import fresh, slug
from wizard.model.pipeline import Launch, Pipeline, Stage, Won
from wizard.model.project import Project
from wizard.model.rehearsal import same_words
from wizard.model.routes import Destination, Route, Target


def change_pipeline(project: Project, pipeline_id: str, **values: Any) -> Project:
    """Replace attributes of a pipeline (name, goal, entry, unsorted, launch, routes, …)."""
    return project.with_pipeline(project.pipeline(pipeline_id).changed(**values))


def change_won(project: Project, pipeline_id: str, **values: Any) -> Project:
    """Replace attributes of won: its name, kind or proof."""
    pipeline = project.pipeline(pipeline_id)
    return project.with_pipeline(pipeline.changed(won=pipeline.won.changed(**values)))


def add_pipeline(project: Project, pipeline: Pipeline) -> Project:
    """Add a pipeline whole; routes that once led to it lead there again."""
    return restore_routes(project.changed(pipelines=(*project.pipelines, pipeline)), pipeline.id)


def add_empty_pipeline(project: Project, name: Name) -> Project:
    """Add a pipeline without stages, to be launched later; its id cannot be taken for a template's."""
    new = fresh(f"own_{slug(name, 'funnel')}", (p.id for p in project.pipelines))
    return add_pipeline(project, Pipeline(id=new, name=name, won=Won(name="")))


def duplicate_pipeline(project: Project, pipeline_id: str, *, name: str) -> Project:
    """Copy a pipeline under a product's name, right after it, to be launched later.

    Routes into itself follow the copy; other funnels keep leading to the original.
    """
    original = project.pipeline(pipeline_id)
    new = fresh(f"{pipeline_id[:50]}_{slug(name, 'copy')}", (p.id for p in project.pipelines))
    copy = original.changed(id=new, name=name, launch=Launch.LATER).map_routes(_renamed(pipeline_id, new))
    place = project.pipelines.index(original) + 1
    return project.changed(pipelines=(*project.pipelines[:place], copy, *project.pipelines[place:]))


def delete_pipeline(project: Project, pipeline_id: str) -> Project:
    """Delete a pipeline, with the deals told about it.

    Routes into it remember where they led; a lost client is archived, a won one at an end.

    It stops being the main one. Kept findings about it, and moves of deals into it, go.
    """
    gone = project.pipeline(pipeline_id)
    rest = (p for p in project.pipelines if p.id != pipeline_id)
    return project.changed(
        rehearsal=tuple(deal for deal in project.rehearsal if deal.pipeline != pipeline_id),
        pipelines=tuple(_without(p, gone) for p in rest),
        main_pipeline=None if project.main_pipeline == pipeline_id else project.main_pipeline,
        kept=tuple(k for k in project.kept if not f"{k.path}/".startswith(f"pipelines/{pipeline_id}/")),
        moves=tuple(m for m in project.moves if m.pipeline != pipeline_id),
    )


def merge_pipelines(project: Project, pipeline_id: str, *, into: str) -> Project:
    """Let one pipeline do the work of another, which goes with its figures and the deals told about it.

    What led into that leads into this one, to the stage of the same name, else to the first. Its sources join,
    and so does its launch. A pipeline cannot be merged with itself.
    """
    if pipeline_id == into:
        return project
    gone, kept = project.pipeline(pipeline_id), project.pipeline(into)
    stages = {stage.id: _heir(stage, kept) for stage in gone.stages}

    def change(route: Route) -> Route:
        if route.to is None or not route.leads_to(gone.id):
            return route
        return route.changed(to=Destination(pipeline=into, stage=stages.get(route.to.stage or "")))

    others = tuple(p if p.id == into else p.map_routes(change) for p in project.pipelines)
    main = into if project.main_pipeline == gone.id else project.main_pipeline
    moves = tuple(
        m.changed(pipeline=into, stage=stages.get(m.stage or "")) if m.pipeline == gone.id else m for m in project.moves
    )
    project = delete_pipeline(project.changed(pipelines=others, main_pipeline=main, moves=moves), gone.id)
    sources = tuple(dict.fromkeys((*kept.sources, *gone.sources)))
    launch = Launch.NOW if Launch.NOW in (kept.launch, gone.launch) else Launch.LATER
    return change_pipeline(project, into, sources=sources, launch=launch)


def _heir(stage: Stage, pipeline: Pipeline) -> str | None:
    """The stage that stands for one of another pipeline."""
    named = (s.id for s in pipeline.stages if same_words(s.name, stage.name))
    return next(named, next((s.id for s in pipeline.stages), None))


def move_pipeline(project: Project, pipeline_id: str, *, by: int) -> Project:
    """Move a pipeline along the list, as far as it goes."""
    pipeline = project.pipeline(pipeline_id)
    place = project.pipelines.index(pipeline)
    others = project.pipelines[:place] + project.pipelines[place + 1 :]
    target = max(0, min(len(others), place + by))
    return project.changed(pipelines=(*others[:target], pipeline, *others[target:]))


def restore_routes(project: Project, pipeline_id: str) -> Project:
    """Let routes that once led to this pipeline lead there again."""
    stages = {stage.id for stage in project.pipeline(pipeline_id).stages}

    def change(route: Route) -> Route:
        wanted = _remembered(route, pipeline_id)
        if wanted is None or wanted.to is None:
            return route
        return wanted if wanted.to.stage in stages else wanted.changed(to=wanted.to.changed(stage=None))

    return project.changed(pipelines=tuple(p.map_routes(change) for p in project.pipelines))


def waiting_routes(project: Project, pipeline_id: str) -> int:
    """How many routes would lead to this pipeline again if it were added."""
    return sum(
        _remembered(route, pipeline_id) is not None for pipeline in project.pipelines for route in pipeline.routes()
    )


def _remembered(route: Route, pipeline_id: str) -> Route | None:
    """The route into this pipeline that the given one stands in for, directly or by way of another."""
    wanted = route.wanted
    while wanted is not None and not wanted.leads_to(pipeline_id):
        wanted = wanted.wanted
    return wanted


def _without(pipeline: Pipeline, gone: Pipeline) -> Pipeline:
    """The pipeline with its routes into the deleted one remembered."""

    def change(route: Route) -> Route:
        if not route.leads_to(gone.id):
            return route
        return Route(target=Target.ARCHIVE, wanted=route, why=gone.name)

    won = pipeline.won_route
    if won and won.leads_to(gone.id):
        won = Route(target=Target.END, wanted=won, why=gone.name)
    return pipeline.changed(won_route=won).map_routes(change)


def _renamed(old: str, new: str) -> Callable[[Route], Route]:
    def change(route: Route) -> Route:
        if route.to is None or route.to.pipeline != old:
            return route
        return route.changed(to=route.to.changed(pipeline=new))

    return change
