"""Reads the names of stages for a time somebody is expected at, and finds the fields that keep it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from wizard.lint.graph import Edge, edges
from wizard.lint.words import says, topic, without
from wizard.model.fields import DATES
from wizard.model.pipeline import GoalType, Pipeline, Stage
from wizard.model.project import Project
from wizard.model.remembered import of_pipeline

_REMEMBERED = 8192


def is_appointment(name: str) -> bool:
    """Whether somebody is expected at a time: a measurement is booked, a client is put down for a visit."""
    return says(name, topic("dates", "appointment")) and not says(name, topic("dates", "not_appointment"))


@lru_cache(maxsize=_REMEMBERED)
def is_dated(name: str) -> bool:
    """Whether a name says that a time is settled: that of an appointment, or the day of a payment."""
    return is_appointment(name) or (says(name, topic("dates", "day")) and says(name, topic("dates", "settled")))


def undated(project: Project) -> Iterator[tuple[Pipeline, Stage]]:
    """Stages that say a time is settled, with no date asked for since the last time of another matter."""
    dates = {field.id for field in project.fields if field.type in DATES and field.created}
    doubted = [p for p in project.pipelines if _dated(p) and any(_undated(p, dates, known=set()))]
    known = brought(project) if doubted else {}
    for pipeline in doubted:
        yield from ((pipeline, stage) for stage in _undated(pipeline, dates, known=known[pipeline.id]))


def brought(project: Project) -> dict[str, set[str]]:
    """Fields a deal has when it enters each funnel."""
    built_in = {field.id for field in project.fields if not field.created}
    known = {pipeline.id: set(built_in) for pipeline in project.pipelines}
    for pipeline in project.pipelines:
        if pipeline.goal_type is GoalType.EVENT_SALE:
            known[pipeline.id].update(field for stage in pipeline.stages[:1] for field in stage.fields)
    for edge in edges(project):
        if edge.target and not edge.again:
            known[edge.target] |= _brought_by(edge)
    return known


def _brought_by(edge: Edge) -> set[str]:
    """The date a route opens by, and from a funnel that was won all it asked for."""
    asked = {field for stage in edge.source.stages for field in stage.fields} if edge.won else set()
    return asked | ({edge.route.opens.field} if edge.route.opens.field else set())


def matter(name: str) -> str:
    """What the time is for: the name without the words that settle it, and without numbers."""
    rest = without(name, topic("dates", "appointment") + topic("dates", "settled") + topic("dates", "around"))
    return " ".join(word for word in rest.split() if not word.isdigit())


@of_pipeline
def _dated(pipeline: Pipeline) -> bool:
    """Whether there is a stage that says a time is settled."""
    return any(is_dated(stage.name) for stage in pipeline.stages)


def _undated(pipeline: Pipeline, dates: set[str], *, known: set[str]) -> Iterator[Stage]:
    asked, settled = known & dates, set[str]()
    for stage in pipeline.stages:
        until = stage.term and stage.term.until_field
        asked |= dates & set(stage.fields)
        if is_dated(stage.name):
            about = matter(stage.name)
            if not asked and not until and about not in settled:
                yield stage
            settled.add(about)
            asked = dates & set(stage.fields)
