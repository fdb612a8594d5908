"""A pipeline of amoCRM's API: its own stages apart from unsorted, won and lost."""

from __future__ import annotations

import re
from typing import Any

from wizard.audit.found import FoundPipeline, FoundStage, Note, cleaned
from wizard.audit.readers.json_parts import identity, listed, mappings
from wizard.lint.rules.colour_not_in_palette import nearest
from wizard.model.pipeline import PALETTE

WON, LOST = "142", "143"
_UNSORTED = 1
_COLOUR = re.compile(r"#[0-9a-fA-F]{6}")


def is_pipeline(item: Any) -> bool:
    """Whether a value has the shape of one pipeline."""
    if not isinstance(item, dict):
        return False
    inside = item.get("_embedded")
    return "statuses" in item or (isinstance(inside, dict) and "statuses" in inside)


def pipeline_of(item: dict[str, Any]) -> tuple[FoundPipeline, tuple[Note, ...]]:
    """The pipeline, and what was odd about it."""
    statuses = _in_order(mappings(listed(item, "statuses")))
    own = [s for s in statuses if not _is_system(s)]
    unsorted = sum(s.get("type") == _UNSORTED for s in statuses)
    stages, repeated = _stages(own)
    ends = {identity(s): cleaned(s.get("name")) for s in reversed(statuses) if identity(s) in (WON, LOST)}
    found = FoundPipeline(
        name=cleaned(item.get("name")),
        stages=stages,
        remote=identity(item),
        won=ends.get(WON),
        lost=ends.get(LOST),
        unsorted=unsorted > 0 or item.get("is_unsorted_on") is True,
        main=item.get("is_main") is True,
    )
    counted = {
        "many_unsorted": int(unsorted > 1),
        "no_ends": int(len(ends) < 2),
        "repeated_ids": repeated,
        "foreign_colours": sum(_is_foreign(s.get("color")) for s in own),
    }
    return found, tuple(Note(what, n) for what, n in counted.items() if n)


def _in_order(statuses: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """By `sort` where every stage has one; else as they stand."""
    sorts = [s.get("sort") for s in statuses]
    if any(isinstance(n, bool) or not isinstance(n, (int, float)) for n in sorts):
        return statuses
    return sorted(statuses, key=lambda s: s["sort"])


def _is_system(status: dict[str, Any]) -> bool:
    return identity(status) in (WON, LOST) or status.get("type") == _UNSORTED


def _stages(own: list[dict[str, Any]]) -> tuple[tuple[FoundStage, ...], int]:
    """The own stages; one whose id was there before stays without an id, or goes when its name is the same too."""
    names: dict[str, str] = {}
    stages, repeated = [], 0
    for status in own:
        remote, name = identity(status), cleaned(status.get("name"))
        if remote in names:
            repeated += 1
            if names[remote] == name:
                continue
            remote = ""
        elif remote:
            names[remote] = name
        stages.append(FoundStage(name, remote, _colour(status.get("color"))))
    return tuple(stages), repeated


def _colour(value: Any) -> str | None:
    """The colour, or the nearest one that amoCRM still takes: old accounts show others."""
    if not isinstance(value, str) or not _COLOUR.fullmatch(value):
        return None
    return value.lower() if value.lower() in PALETTE else nearest(value)


def _is_foreign(value: Any) -> bool:
    return isinstance(value, str) and bool(value) and value.lower() not in PALETTE
