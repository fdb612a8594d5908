"""The transitions of funnels: from a stage to the next one, the last of them to won."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from wizard.lint import paths
from wizard.model.pipeline import Pipeline, Stage
from wizard.model.project import Project


class Arrow(NamedTuple):
    """A transition: the stage left, the name reached, what proves it, where it stands; `after` is none for won."""

    pipeline: Pipeline
    stage: Stage
    name: str
    proof: str
    path: str
    after: Stage | None = None

    @property
    def last(self) -> bool:
        return self.after is None


def arrows(project: Project) -> Iterator[Arrow]:
    """Every transition of every funnel, in order."""
    for pipeline in project.pipelines:
        for stage, after in zip(pipeline.stages, pipeline.stages[1:], strict=False):
            yield Arrow(pipeline, stage, after.name, after.proof, paths.stage(pipeline.id, after.id, "proof"), after)
        for stage in pipeline.stages[-1:]:
            won, at = pipeline.won, paths.pipeline(pipeline.id, "won")
            yield Arrow(pipeline, stage, won.name, won.proof, at)
