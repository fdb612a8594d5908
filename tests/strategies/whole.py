"""Random edits of a project as a whole, and of its pipelines."""

from __future__ import annotations

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn

from tests.strategies.values import (
    COUNTS,
    NAMES,
    TEXTS,
    Edit,
    a_pipeline,
    a_route,
    maybe,
)
from wizard.catalog.start import add_funnel, missing
from wizard.model.edits import losses, pipelines, project
from wizard.model.moves import DealMove, End
from wizard.model.pipeline import Launch
from wizard.model.project import KeptFinding, Language, Project, Step


def _change_company(draw: DrawFn, before: Project) -> Project:
    return project.change_company(before, name=draw(NAMES), language=draw(st.sampled_from(Language)))


def _mark_ready(draw: DrawFn, before: Project) -> Project:
    return project.mark_ready(before, draw(st.sampled_from(Step)), ready=draw(st.booleans()))


def _keep_finding(draw: DrawFn, before: Project) -> Project:
    path = f"pipelines/{a_pipeline(draw, before).id}" if before.pipelines else "project"
    return project.keep_finding(before, KeptFinding(rule="no-fact", path=path, reason="known", fingerprint="f"))


def _set_main(draw: DrawFn, before: Project) -> Project:
    main = draw(maybe(tuple(p.id for p in before.pipelines)))
    return project.change_project(before, main_pipeline=main, revenue_goal=draw(COUNTS))


def _add_move(draw: DrawFn, before: Project) -> Project:
    if not before.pipelines:
        return before
    to = a_pipeline(draw, before)
    stage = draw(maybe(tuple(s.id for s in to.stages)))
    end = None if stage else draw(st.none() | st.sampled_from(End))
    move = DealMove(from_pipeline=draw(NAMES), from_stage=draw(NAMES), pipeline=to.id, stage=stage, end=end)
    return before.changed(moves=(*before.moves, move))


def _add_empty(draw: DrawFn, before: Project) -> Project:
    return pipelines.add_empty_pipeline(before, draw(NAMES))


def _add_funnel(draw: DrawFn, before: Project) -> Project:
    ids = [template.id for template in missing(before)]
    return add_funnel(before, draw(st.sampled_from(ids))) if ids else before


def _change_pipeline(draw: DrawFn, before: Project) -> Project:
    values = {"name": draw(NAMES), "entries": draw(COUNTS), "launch": draw(st.sampled_from(Launch))}
    return pipelines.change_pipeline(before, a_pipeline(draw, before).id, won_route=a_route(draw, before), **values)


def _change_won(draw: DrawFn, before: Project) -> Project:
    return pipelines.change_won(before, a_pipeline(draw, before).id, name=draw(NAMES), proof=draw(TEXTS))


def _duplicate(draw: DrawFn, before: Project) -> Project:
    return pipelines.duplicate_pipeline(before, a_pipeline(draw, before).id, name=draw(NAMES))


def _delete_pipeline(draw: DrawFn, before: Project) -> Project:
    return pipelines.delete_pipeline(before, a_pipeline(draw, before).id)


def _merge_pipelines(draw: DrawFn, before: Project) -> Project:
    return pipelines.merge_pipelines(before, a_pipeline(draw, before).id, into=a_pipeline(draw, before).id)


def _move_pipeline(draw: DrawFn, before: Project) -> Project:
    return pipelines.move_pipeline(before, a_pipeline(draw, before).id, by=draw(st.integers(-9, 9)))


def _set_route(draw: DrawFn, before: Project) -> Project:
    at = a_pipeline(draw, before)
    if not at.losses:
        return before
    route = draw(st.none() | st.just(a_route(draw, before)))
    return losses.set_route(before, at.id, reason=draw(st.sampled_from(at.losses)).reason, route=route)


def _set_count(draw: DrawFn, before: Project) -> Project:
    at = a_pipeline(draw, before)
    if not at.losses:
        return before
    count = draw(st.none() | st.integers(0, 500))
    return losses.set_count(before, at.id, reason=draw(st.sampled_from(at.losses)).reason, count=count)


WHOLE: tuple[Edit, ...] = (
    _change_company,
    _mark_ready,
    _keep_finding,
    _set_main,
    _add_move,
    _add_empty,
    _add_funnel,
)
IN_PIPELINES: tuple[Edit, ...] = (
    _change_pipeline,
    _change_won,
    _duplicate,
    _delete_pipeline,
    _merge_pipelines,
    _move_pipeline,
    _set_route,
    _set_count,
)
