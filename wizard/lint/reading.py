"""Stages whose names say something else than a result."""

from __future__ import annotations

from collections.abc import Iterator

from wizard.lint.names import Concept, Reading, reading
from wizard.model.pipeline import Pipeline, Stage
from wizard.model.project import Project


def stages_read_as(project: Project, *wanted: Concept) -> Iterator[tuple[Pipeline, Stage, Reading]]:
    """The stages read as one of the concepts, with how they were read."""
    for pipeline in project.pipelines:
        for stage in pipeline.stages:
            read = reading(stage.name)
            if read and read.concept in wanted:
                yield pipeline, stage, read
