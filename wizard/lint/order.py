"""Stages that stand on the wrong side of the key stage or of an offer."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from wizard.lint.names import is_offer, is_payment, is_qualification
from wizard.model.pipeline import Pipeline, Stage


class Misplaced(NamedTuple):
    """A stage, what is wrong with it, the stage it should stand beside, and the order that cures it."""

    stage: Stage
    variant: str
    other: Stage
    cure: str
    order: tuple[str, ...]


def misplaced(pipeline: Pipeline) -> Iterator[Misplaced]:
    """Qualification after the key stage or after an offer; an offer before the key stage."""
    key = pipeline.stage(pipeline.key_stage) if pipeline.key_stage else None
    if key and (is_offer(key.name) or is_payment(key.name)):
        key = None
    for place, stage in enumerate(pipeline.stages):
        before, after = pipeline.stages[:place], pipeline.stages[place + 1 :]
        if stage is key:
            continue
        if is_qualification(stage.name):
            late = next((s for s in before if s is key or is_offer(s.name)), None)
            if late:
                yield Misplaced(stage, "qualification", late, "fix-before", _moved(pipeline, stage, late, shift=0))
        elif key and any(s is key for s in after) and is_offer(stage.name):
            yield Misplaced(stage, "offer", key, "fix-after", _moved(pipeline, stage, key, shift=1))


def _moved(pipeline: Pipeline, stage: Stage, beside: Stage, *, shift: int) -> tuple[str, ...]:
    """The order with a stage right before another one, or with a shift of 1 right after it."""
    others = [s.id for s in pipeline.stages if s is not stage]
    place = others.index(beside.id) + shift
    return (*others[:place], stage.id, *others[place:])
