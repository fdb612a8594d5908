"""Edits of loss reasons and of where clients go next."""

from __future__ import annotations

from typing import Any

from wizard.model.edits.ids import fresh, slug
from wizard.model.losses import LossReason, LossUse
from wizard.model.pipeline import Pipeline
from wizard.model.project import Project
from wizard.model.routes import ARCHIVE, Route


def add_reason(project: Project, name: str, *, use_in: str | None = None, field: str | None = None) -> Project:
    """Add a reason to the account's list (or to a list field), and use it in a pipeline."""
    new = fresh(slug(name, "reason"), (r.id for r in project.loss_reasons))
    project = project.changed(loss_reasons=(*project.loss_reasons, LossReason(id=new, name=name, field=field)))
    return use_reason(project, use_in, reason=new) if use_in else project


def change_reason(project: Project, reason_id: str, **values: Any) -> Project:
    """Replace attributes of a reason (name, group, comment_required)."""
    reason = project.reason(reason_id).changed(**values)
    return project.changed(loss_reasons=tuple(reason if r.id == reason_id else r for r in project.loss_reasons))


def delete_reason(project: Project, reason_id: str) -> Project:
    """Delete a reason and all its uses."""
    return project.changed(
        loss_reasons=tuple(r for r in project.loss_reasons if r.id != reason_id),
        pipelines=tuple(_unused(p, reason_id) for p in project.pipelines),
    )


def use_reason(project: Project, pipeline_id: str, *, reason: str, route: Route | None = ARCHIVE) -> Project:
    """Use a reason in a pipeline; one in use already changes nothing."""
    pipeline = project.pipeline(pipeline_id)
    if any(use.reason == reason for use in pipeline.losses):
        return project
    return project.with_pipeline(pipeline.changed(losses=(*pipeline.losses, LossUse(reason=reason, route=route))))


def drop_use(project: Project, pipeline_id: str, *, reason: str) -> Project:
    """No longer use a reason in a pipeline; the account's list keeps it."""
    return project.with_pipeline(_unused(project.pipeline(pipeline_id), reason))


def set_route(project: Project, pipeline_id: str, *, reason: str, route: Route | None) -> Project:
    """Say where a client lost for this reason goes; none means the pipeline's lost route."""
    pipeline = project.pipeline(pipeline_id)
    losses = tuple(use.changed(route=route) if use.reason == reason else use for use in pipeline.losses)
    return project.with_pipeline(pipeline.changed(losses=losses))


def set_count(project: Project, pipeline_id: str, *, reason: str, count: float | None) -> Project:
    """Say how many deals a month are lost for this reason; none means nobody has counted."""
    pipeline = project.pipeline(pipeline_id)
    losses = tuple(use.changed(count=count) if use.reason == reason else use for use in pipeline.losses)
    return project.with_pipeline(pipeline.changed(losses=losses))


def merge_reasons(project: Project, reason_id: str, *, into: str) -> Project:
    """Let one reason stand for two: pipelines that used the first use the second.

    Where both were used, the second keeps its own route and their counts add up. A reason merged into itself stays.
    """
    if reason_id == into:
        return project
    pipelines = tuple(_merged(p, reason_id, into=into) for p in project.pipelines)
    return project.changed(
        loss_reasons=tuple(r for r in project.loss_reasons if r.id != reason_id), pipelines=pipelines
    )


def _merged(pipeline: Pipeline, reason_id: str, *, into: str) -> Pipeline:
    uses = {use.reason: use for use in pipeline.losses}
    if reason_id not in uses:
        return pipeline
    if into not in uses:
        renamed = (use.changed(reason=into) if use.reason == reason_id else use for use in pipeline.losses)
        return pipeline.changed(losses=tuple(renamed))
    counted = [uses[reason].count for reason in (reason_id, into) if uses[reason].count is not None]
    both = uses[into].changed(count=sum(filter(None, counted)) if counted else None)
    rest = _unused(pipeline, reason_id)
    return rest.changed(losses=tuple(both if use.reason == into else use for use in rest.losses))


def _unused(pipeline: Pipeline, reason_id: str) -> Pipeline:
    return pipeline.changed(losses=tuple(use for use in pipeline.losses if use.reason != reason_id))
