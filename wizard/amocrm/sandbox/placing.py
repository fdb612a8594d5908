"""Where stages stand: the server numbers them itself, and what a client asks for only says which comes before which."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from wizard.amocrm.sandbox.state import Pipeline, Stage

STEP = 10
WON_SORT = 10_000
LOST_SORT = 11_000


def placed(pipeline: Pipeline) -> Iterator[tuple[Stage, int]]:
    """Every stage with its number, from left to right."""
    row = pipeline.stages[:-2]
    yield from ((stage, STEP * place) for place, stage in enumerate(row, start=1))
    yield from ((pipeline.won, WON_SORT), (pipeline.lost, LOST_SORT))


def sort_of(pipeline: Pipeline, stage: Stage) -> int:
    return next(sort for known, sort in placed(pipeline) if known.id == stage.id)


def put(pipeline: Pipeline, stage: Stage, *, sort: int) -> Pipeline:
    """The pipeline with this own stage, new or moved, at the place it asks for."""
    others = tuple(known for known in pipeline.own if known.id != stage.id)
    rest = replace(pipeline, own=others)
    before = sum(sort_of(rest, known) < sort for known in others)
    return replace(pipeline, own=(*others[:before], stage, *others[before:]))
