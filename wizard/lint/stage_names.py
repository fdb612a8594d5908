"""Stages whose names say something else than a result, and the hit that tells so with better names."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import partial

from wizard.lint import paths
from wizard.lint.cures import better_named
from wizard.lint.kinds import Kind, kind_of
from wizard.lint.reading import Concept, Reading, read
from wizard.lint.rule import Hit, Severity
from wizard.model.pipeline import Pipeline, Stage
from wizard.model.project import Project

# Funnels where a verb alone tells of the thing or the person everybody has in mind: "sorted", "probation done".
_OF_THINGS = (Kind.DELIVERY, Kind.PARTNERS, Kind.HR)


def read_as(project: Project, *wanted: Concept) -> Iterator[tuple[Pipeline, Stage, Reading]]:
    """The stages read as one of the concepts, with how they were read."""
    for pipeline in project.pipelines:
        kind = kind_of(pipeline)
        for stage in pipeline.stages:
            reading = read(stage.name)
            if reading and reading.lone and kind in _OF_THINGS:
                reading = replace(reading, concept=Concept.UNCLEAR, group="deed", soft=True)
            if reading and reading.concept in wanted:
                yield pipeline, stage, reading


def renaming_hit(
    project: Project,
    pipeline: Pipeline,
    *,
    stage: Stage,
    reading: Reading,
    variant: str = "message",
    severity: Severity | None = None,
) -> Hit:
    """A hit about a stage's name, with up to three better ones."""
    return Hit(
        paths.stage(pipeline.id, stage.id, "name"),
        args=(("name", stage.name),),
        variant=variant,
        severity=severity,
        cures=partial(better_named, project, pipeline, stage=stage, reading=reading),
    )
