"""The user's own figures put into a pipeline, and its usual steps scaled to them.

Nobody knows conversion by stage; requests and payments a month everybody knows.
"""

from __future__ import annotations

from wizard.forecast.scaling import Step, scale
from wizard.model.pipeline import Basis, Conversion, Pipeline
from wizard.model.project import Project


def with_numbers(project: Project, pipeline_id: str, **numbers: float | None) -> Project:
    """An edit: set entries, wins or key_reached of a pipeline, and scale its steps to them.

    With numbers that say nothing (no wins yet, more wins than requests) the steps are the usual ones.
    """
    pipeline = project.pipeline(pipeline_id).changed(**numbers)
    return project.with_pipeline(rescaled(pipeline))


def with_share(project: Project, pipeline_id: str, *, stage: str, share: float | None) -> Project:
    """An edit: the user's own conversion of a stage (0-1], or none; the other steps are scaled around it."""
    pipeline = project.pipeline(pipeline_id)
    old = pipeline.stage(stage).conversion
    typed = None if share is None else (old or Conversion(share=share, low=share, high=share))
    if typed is not None and share is not None:
        typed = typed.changed(share=share, basis=Basis.FACT, usual=(old.usual or old.share) if old else None)
    elif old is not None:
        typed = old.assumed
    pipeline = pipeline.with_stage(pipeline.stage(stage).changed(conversion=typed))
    return project.with_pipeline(rescaled(pipeline))


def rescaled(pipeline: Pipeline) -> Pipeline:
    """The pipeline with its steps scaled to its own two (or three) numbers, from the usual ones.

    A step the user typed stays as it is and the rest is scaled around it. With the number of deals
    that reached the key stage the steps before and after it are scaled apart.
    """
    usual = [s.conversion for s in pipeline.stages if s.conversion]
    if len(usual) < len(pipeline.stages):
        return pipeline
    usual = [c if c.basis is Basis.FACT else c.assumed for c in usual]
    scaled = _to_numbers(pipeline, tuple(usual))
    stages = tuple(s.changed(conversion=c) for s, c in zip(pipeline.stages, scaled, strict=True))
    return pipeline.changed(stages=stages)


def _to_numbers(pipeline: Pipeline, usual: tuple[Conversion, ...]) -> tuple[Conversion, ...]:
    n, m, w = pipeline.entries, pipeline.key_reached, pipeline.wins
    if not n or not w or w > n:
        return usual
    if m and pipeline.key_stage and w <= m <= n:
        cut = pipeline.index(pipeline.key_stage)
        return _scaled(usual[:cut], m / n) + _scaled(usual[cut:], w / m)
    return _scaled(usual, w / n)


def _scaled(usual: tuple[Conversion, ...], target: float) -> tuple[Conversion, ...]:
    steps = tuple(_step(conversion) for conversion in usual)
    return tuple(
        old if old.basis is Basis.FACT else old.changed(share=share, basis=Basis.SCALED, usual=old.share)
        for old, share in zip(usual, scale(steps, target).shares, strict=True)
    )


def _step(conversion: Conversion) -> Step:
    if conversion.basis is Basis.FACT:
        return Step(conversion.share, conversion.share, conversion.share)
    share = conversion.usual or conversion.share
    return Step(share, min(conversion.low, share), max(conversion.high, share))


def outside_usual_range(pipeline: Pipeline) -> bool:
    """Whether the user's two numbers lie beyond what the usual ranges of the steps allow."""
    n, w = pipeline.entries, pipeline.wins
    if not n or not w or w > n:
        return False
    steps = tuple(_step(s.conversion) for s in pipeline.stages if s.conversion)
    return bool(steps) and scale(steps, w / n).outside
