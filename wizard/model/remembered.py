"""What was found out about one funnel, or about one project, is remembered while that very object is about.

Rules over a whole project ask the same of every funnel after every edit, and an edit makes one funnel anew.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar
from weakref import ref

from wizard.model.pipeline import Pipeline
from wizard.model.project import Project

T = TypeVar("T")


def of_pipeline(look: Callable[[Pipeline], T]) -> Callable[[Pipeline], T]:
    """Looks once at every funnel; what is found must not hold the funnel itself, or it would be kept for ever."""
    known: dict[int, tuple[ref[Pipeline], T]] = {}

    def remembered(pipeline: Pipeline) -> T:
        place = id(pipeline)
        found = known.get(place)
        if found is None or found[0]() is not pipeline:
            known[place] = found = (ref(pipeline, lambda _: known.pop(place, None)), look(pipeline))
        return found[1]

    return remembered


def of_project(look: Callable[[Project], T]) -> Callable[[Project], T]:
    """Looks once as long as it is asked about the same project, as the rules of one run do one after the other."""
    last: tuple[Project, T] | None = None

    def remembered(project: Project) -> T:
        nonlocal last
        found = last
        if found is None or found[0] is not project:
            last = found = (project, look(project))
        return found[1]

    return remembered
