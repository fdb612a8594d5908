"""Stages whose names say something else than a result, and the hit that tells so with better names."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache, partial
from operator import itemgetter

from wizard.lint import paths
from wizard.lint.cures import better_named
from wizard.lint.kinds import Kind, kind_of
from wizard.lint.reading import Concept, Reading, read
from wizard.lint.rule import Hit, Severity
from wizard.model.pipeline import Pipeline, Stage
from wizard.model.project import Project

# Funnels where a verb alone tells of the thing or the person everybody has in mind: "sorted", "probation done".
_OF_THINGS = (Kind.DELIVERY, Kind.PARTNERS, Kind.HR)
# Funnels of a few projects: one text is changed between two checks.
_REMEMBERED = 256
_PLACE = itemgetter(0)


def read_as(project: Project, *wanted: Concept) -> Iterator[tuple[Pipeline, Stage, Reading]]:
    """The stages read as one of the concepts, with how they were read."""
    for pipeline in project.pipelines:
        found = _read(tuple(stage.name for stage in pipeline.stages), kind_of(pipeline))
        places = (place for concept in wanted for place in found.get(concept, ()))
        for place, reading in sorted(places, key=_PLACE):
            yield pipeline, pipeline.stages[place], reading


@lru_cache(maxsize=_REMEMBERED)
def _read(names: tuple[str, ...], kind: Kind) -> dict[Concept, list[tuple[int, Reading]]]:
    """How the names of a funnel are read, by concept: every rule about names looks at the same ones."""
    found: dict[Concept, list[tuple[int, Reading]]] = {}
    for place, name in enumerate(names):
        reading = read(name)
        if reading and reading.lone and kind in _OF_THINGS:
            reading = replace(reading, concept=Concept.UNCLEAR, group="deed", soft=True)
        if reading:
            found.setdefault(reading.concept, []).append((place, reading))
    return found


def renaming_hit(
    project: Project,
    pipeline: Pipeline,
    *,
    stage: Stage,
    reading: Reading,
    variant: str = "message",
    severity: Severity | None = None,
) -> Hit:
    """A hit about a stage's name, with up to three better ones."""
    return Hit(
        paths.stage(pipeline.id, stage.id, "name"),
        args=(("name", stage.name),),
        variant=variant,
        severity=severity,
        cures=partial(better_named, project, pipeline, stage=stage, reading=reading),
    )
