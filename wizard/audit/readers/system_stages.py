"""Stages in a row as a funnel: amoCRM's own ones are told apart by their names."""

from __future__ import annotations

from collections.abc import Iterable

from wizard.audit.found import FoundPipeline, FoundStage, cleaned
from wizard.audit.words import is_called


def funnel(name: str, stages: Iterable[str]) -> FoundPipeline:
    """A funnel of these names, in their order; empty ones are left out."""
    own: list[FoundStage] = []
    ends: dict[str, str] = {}
    for stage in map(cleaned, stages):
        kind = is_called(stage, "system")
        if kind:
            ends.setdefault(kind, stage)
        elif stage:
            own.append(FoundStage(stage))
    return FoundPipeline(
        cleaned(name), tuple(own), won=ends.get("won"), lost=ends.get("lost"), unsorted="unsorted" in ends
    )
