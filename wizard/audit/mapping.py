"""Where the deals of existing stages belong in the funnels that take their place: by meaning, else by position."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from wizard.audit.words import words_of
from wizard.lint import paths
from wizard.lint.words import says
from wizard.model.moves import DealMove, End
from wizard.model.pipeline import Pipeline, Stage
from wizard.model.project import Project

Plan = Mapping[str, str]

_FILE = Path(__file__).with_name("meaning.yaml")
_ENDS = {str(end): end for end in End}
# Words are the same when they begin alike, whatever their endings.
_STEM = 5


def replaced(before: Project, plan: Plan) -> tuple[tuple[Pipeline, Stage], ...]:
    """The stages that are replaced, in the order of the lines of the table of moves."""
    return tuple((p, stage) for p in before.pipelines if p.id in plan for stage in p.stages)


def proposed(before: Project, after: Project, plan: Plan) -> tuple[DealMove, ...]:
    """A line for every stage of the funnels in the plan, which says by which funnel each is replaced."""
    return tuple(
        move
        for pipeline in before.pipelines
        if pipeline.id in plan
        for move in _of_pipeline(before, pipeline, after.pipeline(plan[pipeline.id]))
    )


def remote_of(project: Project) -> dict[str, tuple[str, str]]:
    """Account and remote id by the path of the local thing."""
    return {binding.local: (binding.account, binding.remote) for binding in project.bindings}


def _of_pipeline(project: Project, old: Pipeline, new: Pipeline) -> Iterator[DealMove]:
    remote = remote_of(project)
    account, remote_pipeline = remote.get(paths.pipeline(old.id), ("", ""))
    last = new.stages[0].id if new.stages else None
    for stage in old.stages:
        aim = _aim(stage, new)
        if aim is None:
            aim = last or ""
        elif aim not in ("", *_ENDS):
            last = aim
        yield DealMove(
            account=account,
            from_pipeline=old.name,
            from_stage=stage.name,
            remote_pipeline=remote_pipeline,
            remote_stage=remote.get(paths.stage(old.id, stage.id), ("", ""))[1],
            pipeline=new.id,
            stage=aim if aim and aim not in _ENDS else None,
            end=_ENDS.get(aim),
        )


def _aim(stage: Stage, new: Pipeline) -> str | None:
    """A stage's id, an end, or nothing for a look at each deal; None where the name says nothing."""
    same = [s.id for s in new.stages if words_of(s.name) == words_of(stage.name)]
    if same:
        return same[0]
    if words_of(stage.name) == words_of(new.won.name):
        return str(End.WON)
    have = {s.id for s in new.stages} | set(_ENDS)
    for topic in _topics():
        if says(stage.name, tuple(topic["says"])):
            known = [aim for aim in topic["stages"] if aim in have]
            if known or not topic["stages"]:
                return known[0] if known else ""
    return _alike(stage, new)


def _alike(stage: Stage, new: Pipeline) -> str | None:
    """The stage whose name has most words in common."""
    own = _stems(stage.name)
    common = {s.id: len(own & _stems(s.name)) for s in new.stages}
    best = max(common, key=lambda s: common[s], default=None)
    return best if best and common[best] else None


def _stems(name: str) -> set[str]:
    return {word[:_STEM] for word in words_of(name).split() if len(word) >= _STEM}


@cache
def _topics() -> tuple[dict[str, Any], ...]:
    return tuple(yaml.safe_load(_FILE.read_text("utf-8")).values())
