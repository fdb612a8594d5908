"""More deals than a stage before.

A funnel only narrows: what reached a stage had reached those before it. A count that grows usually
means that deals lying in a stage today were typed, or payments of this month against requests of another.
Source: the article's step on the funnel's shape; accounts that show a measurement-to-payment share of 250 %.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from wizard.lint import paths
from wizard.lint.rule import Hit, Reads, Rule, RuleSet, Severity
from wizard.model.pipeline import Pipeline, Stage
from wizard.model.project import Project, Step


class _Count(NamedTuple):
    path: str
    name: str
    n: float | None


def check(project: Project) -> Iterator[Hit]:
    for pipeline in project.pipelines:
        typed = [(count, count.n) for count in _counts(pipeline) if count.n is not None]
        for (earlier, before), (count, n) in pairwise(typed):
            if n > before:
                names = (("earlier", earlier.name), ("before", round(before)), ("name", count.name), ("n", round(n)))
                yield Hit(count.path, args=names)


def _counts(pipeline: Pipeline) -> Iterator[_Count]:
    for place, stage in enumerate(pipeline.stages):
        yield _count(pipeline, stage, first=place == 0)
    yield _Count(paths.pipeline(pipeline.id, "wins"), pipeline.won.name, pipeline.wins)


def _count(pipeline: Pipeline, stage: Stage, *, first: bool) -> _Count:
    """The count of a stage; requests and the key stage's count stand for it where it is not typed."""
    if stage.reached is None and first:
        return _Count(paths.pipeline(pipeline.id, "entries"), stage.name, pipeline.entries)
    if stage.reached is None and stage.id == pipeline.key_stage:
        return _Count(paths.pipeline(pipeline.id, "key_reached"), stage.name, pipeline.key_reached)
    return _Count(paths.stage(pipeline.id, stage.id, "reached"), stage.name, stage.reached)


RULE = Rule("reached-grows", RuleSet.METHOD, Severity.WARNING, Step.SHAPE, check, reads=Reads.PIPELINE)
