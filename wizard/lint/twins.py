"""Funnels that do the same: of one goal, or with the same stages and a name that tells only whose they are."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import lru_cache
from itertools import combinations
from typing import NamedTuple

from wizard.lint.kinds import outbound
from wizard.lint.reading.letters import plain
from wizard.lint.words import says, topic
from wizard.model.pipeline import Pipeline
from wizard.model.project import Project
from wizard.model.remembered import of_pipeline

_REMEMBERED = 4096
_WORD = re.compile(r"[\w'\u2019]+")
_OWNED = re.compile(r"['\u2019]s$")


class Twins(NamedTuple):
    """A funnel and a later one that does the same."""

    first: Pipeline
    second: Pipeline


def same_goal(project: Project) -> Iterator[Twins]:
    """Each funnel with the first of its goal. A copy for a product is wanted, and so are two ways to the client."""
    first: dict[object, Pipeline] = {}
    for pipeline in project.pipelines:
        if pipeline.goal_type is None:
            continue
        goal = (pipeline.goal_type, pipeline.subject, outbound(pipeline))
        other = first.setdefault(goal, pipeline)
        if other is not pipeline and not (pipeline.template and pipeline.template == other.template):
            yield Twins(other, pipeline)


def same_work(project: Project) -> Iterator[Twins]:
    """Pairs with the same stages in the same order whose names differ by a person, a place or a brand.

    A funnel is told once, with the first of its like.
    """
    told: set[str] = set()
    alike = defaultdict[object, list[Pipeline]](list)
    for pipeline in project.pipelines:
        if len(pipeline.stages) > 1:
            alike[_work(pipeline)].append(pipeline)
    pairs = [pair for group in alike.values() for pair in combinations(group, 2)]
    place = {pipeline.id: n for n, pipeline in enumerate(project.pipelines)}
    for first, second in sorted(pairs, key=lambda pair: place[pair[0].id]):
        if second.id not in told and (_names_whose(first.name, second.name) or _names_whose(second.name, first.name)):
            told.add(second.id)
            yield Twins(first, second)


@of_pipeline
def _work(pipeline: Pipeline) -> tuple[object, ...]:
    """What makes two funnels alike but for their names."""
    return (pipeline.goal_type, pipeline.subject, tuple(plain(stage.name) for stage in pipeline.stages))


@lru_cache(maxsize=_REMEMBERED)
def _names_whose(name: str, other: str) -> bool:
    """Whether the words a name has beyond the other one tell a person, a place or a brand."""
    common = set(_WORD.findall(other.lower()))
    words = _WORD.findall(name)
    own = [(place, word) for place, word in enumerate(words) if word.lower() not in common]
    text = " ".join(word for _, word in own)
    if says(text, topic("funnels", "attribute") + topic("funnels", "place")):
        return True
    return any(_OWNED.search(word) or (place and word[0].isupper()) for place, word in own)
