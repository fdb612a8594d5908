"""What differs between two states of a project, as ids of sentences with their arguments, never as text.

Small enough to be kept with every revision; `wizard.i18n.changes` says it in words.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from wizard.model.pipeline import Pipeline, Stage
from wizard.model.project import Project

# A change of everything at once (another project opened) is told by its first few parts.
MOST = 12

# Parts of a pipeline that have a sentence of their own; the rest is told as its settings.
_PARTS: dict[str, tuple[str, ...]] = {
    "launch": ("launch",),
    "key_stage": ("key_stage",),
    "won": ("won",),
    "numbers": ("entries", "wins", "key_reached", "average_check", "cycle_days", "open_deals"),
    "questions": ("questions",),
    "losses": ("losses", "lost_name"),
    "routes": ("won_route", "lost_route"),
}


class Changed(NamedTuple):
    """One difference: which sentence says it, and the names in it."""

    what: str
    names: tuple[str, ...] = ()


class _Listed(NamedTuple):
    added: list[Any]
    removed: list[Any]
    pairs: list[tuple[Any, Any]]
    moved: bool


def changes(before: Project, after: Project) -> tuple[Changed, ...]:
    """The differences, in the order of the wizard's steps; at most `MOST`."""
    return tuple(_all(before, after))[:MOST]


def _all(before: Project, after: Project) -> Iterator[Changed]:
    for attribute in ("company", "diagnosis", "workshop", "rehearsal"):
        if getattr(before, attribute) != getattr(after, attribute):
            yield Changed(attribute)
    yield from _pipelines(before, after)
    yield from _named("field", before.fields, after.fields)
    yield from _named("reason", before.loss_reasons, after.loss_reasons)
    if before.main_pipeline != after.main_pipeline:
        yield Changed("main", (after.pipeline(after.main_pipeline).name,) if after.main_pipeline else ("",))
    if (before.revenue_goal, before.request_price) != (after.revenue_goal, after.request_price):
        yield Changed("plan_numbers")
    for attribute in ("kept", "bindings", "moves"):
        if getattr(before, attribute) != getattr(after, attribute):
            yield Changed(attribute)


def _named(kind: str, before: tuple[Any, ...], after: tuple[Any, ...]) -> Iterator[Changed]:
    """Things the account has once."""
    listed = _listed(before, after)
    yield from (Changed(f"{kind}_added", (new.name,)) for new in listed.added)
    yield from (Changed(f"{kind}_removed", (old.name,)) for old in listed.removed)
    yield from (Changed(f"{kind}_changed", (new.name,)) for _, new in listed.pairs)


def _pipelines(before: Project, after: Project) -> Iterator[Changed]:
    listed = _listed(before.pipelines, after.pipelines)
    yield from (Changed("funnel_added", (new.name,)) for new in listed.added)
    yield from (Changed("funnel_removed", (old.name,)) for old in listed.removed)
    if listed.moved:
        yield Changed("funnels_moved")
    for old, new in listed.pairs:
        yield from _pipeline(old, new)


def _pipeline(before: Pipeline, after: Pipeline) -> Iterator[Changed]:
    name = after.name
    if before.name != name:
        yield Changed("funnel_renamed", (before.name, name))
    yield from _stages(before, after)
    for what, attributes in _PARTS.items():
        if any(getattr(before, attribute) != getattr(after, attribute) for attribute in attributes):
            yield Changed(what, (name,))
    known = {"name", "stages", *(attribute for part in _PARTS.values() for attribute in part)}
    if any(getattr(before, a) != getattr(after, a) for a in Pipeline.model_fields if a not in known):
        yield Changed("funnel_changed", (name,))


def _stages(before: Pipeline, after: Pipeline) -> Iterator[Changed]:
    listed, funnel = _listed(before.stages, after.stages), after.name
    yield from (Changed("stage_added", (funnel, new.name)) for new in listed.added)
    yield from (Changed("stage_removed", (funnel, old.name)) for old in listed.removed)
    if listed.moved:
        yield Changed("stages_moved", (funnel,))
    for old, new in listed.pairs:
        yield from _stage(funnel, old, new)


def _stage(funnel: str, before: Stage, after: Stage) -> Iterator[Changed]:
    if before.name != after.name:
        yield Changed("stage_renamed", (funnel, before.name, after.name))
    if before.changed(name=after.name) != after:
        yield Changed("stage_changed", (funnel, after.name))


def _listed(before: tuple[Any, ...], after: tuple[Any, ...]) -> _Listed:
    """What came, what went, what changed in place, and whether what stayed stands in another order."""
    if before == after:
        return _Listed([], [], [], moved=False)
    old, new = ({item.id: item for item in items} for items in (before, after))
    both = [item_id for item_id in old if item_id in new]
    return _Listed(
        added=[item for item in after if item.id not in old],
        removed=[item for item in before if item.id not in new],
        pairs=[(old[i], new[i]) for i in both if old[i] is not new[i] and old[i] != new[i]],
        moved=both != [item_id for item_id in new if item_id in old],
    )
