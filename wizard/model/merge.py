"""Bringing two edits of the same project together: what only one of two writers changed is taken from that one."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import Any

from pydantic import ValidationError

from wizard.model.project import Project
from wizard.model.workshop import Workshop

# Lists that are merged item by item, and what tells their items apart.
_LISTS: dict[str, Callable[[Any], Hashable]] = {
    "pipelines": lambda pipeline: pipeline.id,
    "rehearsal": lambda deal: deal.id,
    "fields": lambda field: field.id,
    "loss_reasons": lambda reason: reason.id,
    "kept": lambda kept: (kept.rule, kept.path),
    "bindings": lambda binding: (binding.account, binding.local),
    "moves": lambda move: (move.account, move.remote_pipeline, move.remote_stage, move.from_pipeline, move.from_stage),
}
# Both writers' progress counts.
_UNITED = ("started", "ready")


class _ClashError(Exception):
    """Both changed the same thing, each in their own way."""


def merged(base: Project, mine: Project, theirs: Project) -> Project | None:
    """Both writers' changes since `base`; None when they touch the same thing or do not fit together."""
    try:
        return Project(**{name: _part(name, base, mine, theirs=theirs) for name in Project.model_fields})
    except (_ClashError, ValidationError):
        return None


def _part(name: str, base: Project, mine: Project, *, theirs: Project) -> Any:
    was, ours, other = (getattr(project, name) for project in (base, mine, theirs))
    if name in _UNITED:
        return tuple(dict.fromkeys((*other, *ours)))
    if name == "workshop":
        return _workshop(was, ours, other)
    if name in _LISTS:
        return _items(was, ours, other, key=_LISTS[name])
    return _one(was, ours, other)


def _workshop(was: Workshop, ours: Workshop, other: Workshop) -> Workshop:
    """What both wrote down at a meeting."""
    lists = {
        name: _items(*(getattr(side, name) for side in (was, ours, other)), key=lambda item: item.id)
        for name in Workshop.model_fields
    }
    return Workshop(**lists)


def _items(was: tuple[Any, ...], ours: tuple[Any, ...], other: tuple[Any, ...], *, key: Callable[[Any], Any]) -> Any:
    """The items of both, in the order of the one who moved, added or removed something."""
    old, mine, theirs = ({key(item): item for item in items} for items in (was, ours, other))
    if (len(old), len(mine), len(theirs)) != (len(was), len(ours), len(other)):
        return _one(was, ours, other)  # items that cannot be told apart are not merged one by one
    kept = {k: _one(old.get(k), mine.get(k), theirs.get(k)) for k in dict.fromkeys((*theirs, *mine))}
    stayed = [k for k in old if k in mine and k in theirs]
    order = _one(stayed, *([k for k in side if k in stayed] for side in (mine, theirs)))
    leads = order == [k for k in mine if k in stayed] and list(mine) != list(old)
    first, second = (mine, theirs) if leads else (theirs, mine)
    return tuple(kept[k] for k in dict.fromkeys((*first, *second)) if kept[k] is not None)


def _one(was: Any, ours: Any, other: Any) -> Any:
    if ours == was:
        return other
    if other in (was, ours):
        return ours
    raise _ClashError
