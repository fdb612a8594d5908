"""What told deals say together: gaps of one kind at one stage, so that a cause is found once."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from wizard.model.pipeline import Pipeline, Stage
from wizard.model.project import Project
from wizard.model.rehearsal import Gap, GapKind, told_about

# What one deal tells may be an exception; what several tell is how it goes.
SEVERAL = 2


class Told(NamedTuple):
    """A stage, what was told of it (a gap a deal), and how many deals got that far."""

    pipeline: Pipeline
    stage: Stage
    gaps: tuple[Gap, ...]
    deals: int

    @property
    def several(self) -> bool:
        return len(self.gaps) >= SEVERAL

    @property
    def mostly(self) -> bool:
        """Whether several deals tell it, and more than half of those that could."""
        return self.several and len(self.gaps) * 2 > self.deals

    @property
    def counts(self) -> tuple[tuple[str, str | int], ...]:
        """The arguments every message has."""
        return ("name", self.stage.name), ("deals", len(self.gaps)), ("told", self.deals)


def told(project: Project, kind: GapKind) -> Iterator[Told]:
    """Gaps of a kind, by the stage they are at; those of deals that came back, by where they came back to."""
    for pipeline in project.pipelines:
        deals = told_about(project, pipeline.id)
        if not deals:
            continue
        gaps = [gap for deal in deals for gap in deal.gaps_in(pipeline) if gap.kind is kind]
        walked = [deal.walked(pipeline) for deal in deals]
        for stage in pipeline.stages:
            here = tuple(gap for gap in gaps if stage.id == (gap.to or gap.stage))
            if here:
                yield Told(pipeline, stage, here, sum(stage in stages for stages in walked))
