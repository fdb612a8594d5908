"""Everything that has a name in amoCRM, and names that repeat."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple, Protocol, TypeVar

from wizard.lint import paths
from wizard.lint.reading.letters import plain
from wizard.model.project import Project, Step


class Named(NamedTuple):
    """Where a name stands, what it names, and the name."""

    path: str
    what: str
    name: str

    @property
    def step(self) -> Step:
        """The step of the method it is named in."""
        return _STEPS.get(self.what, Step.STAGES)


_STEPS = {"pipeline": Step.GOALS, "field": Step.QUALIFICATION, "option": Step.QUALIFICATION, "reason": Step.LOSSES}


class HasName(Protocol):
    @property
    def name(self) -> str: ...


N = TypeVar("N", bound=HasName)


def named(project: Project) -> Iterator[Named]:
    """Every name that is entered into amoCRM. An empty name of lost is none: amoCRM has its own."""
    for pipeline in project.pipelines:
        yield Named(paths.pipeline(pipeline.id, "name"), "pipeline", pipeline.name)
        for stage in pipeline.stages:
            yield Named(paths.stage(pipeline.id, stage.id, "name"), "stage", stage.name)
        yield Named(paths.pipeline(pipeline.id, "won"), "won", pipeline.won.name)
        if pipeline.lost_name:
            yield Named(paths.pipeline(pipeline.id, "lost_name"), "lost", pipeline.lost_name)
    for field in project.fields:
        yield Named(paths.field(field.id, "name"), "field", field.name)
        for option in field.options:
            yield Named(paths.field(field.id, f"options/{option.id}"), "option", option.name)
    for reason in project.loss_reasons:
        yield Named(paths.reason(reason.id, "name"), "reason", reason.name)


def repeats(items: Iterable[N]) -> Iterator[tuple[N, N]]:
    """Each item whose name stood before, with the first of that name. Blank names do not repeat."""
    first: dict[str, N] = {}
    for item in items:
        name = plain(item.name)
        if name and name in first:
            yield item, first[name]
        first.setdefault(name, item)
