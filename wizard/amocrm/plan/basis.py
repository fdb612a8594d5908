"""The part of an account a plan rests on, and what of it has changed since."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum

from wizard.amocrm.existing import Existing, ExistingPipeline
from wizard.amocrm.plan.change import Kind
from wizard.amocrm.plan.names import plain
from wizard.amocrm.plan.target import Target
from wizard.model.base import Model


class How(StrEnum):
    NEW = "new"
    GONE = "gone"
    CHANGED = "changed"


class Since(Model):
    """A thing of the account that is no longer as the plan saw it."""

    kind: Kind
    name: str
    how: How


def basis(target: Target, existing: Existing) -> Existing:
    """What a plan depends on: what it changes, and what it would otherwise take for its own."""
    ours = {plain(pipeline.name) for pipeline in target.wanted.pipelines}
    groups = {plain(field.group) for field in target.wanted.fields}
    near = (p for p in existing.live if p.id in target.remotes or plain(p.name) in ours or (target.main and p.main))
    return existing.changed(
        pipelines=tuple(p if p.id in target.remotes else _outside(p) for p in near),
        groups=tuple(group for group in existing.groups if plain(group.name) in groups),
    )


def _outside(pipeline: ExistingPipeline) -> ExistingPipeline:
    """Of a pipeline that is left alone only its name matters, and whether it is the main one."""
    return pipeline.changed(stages=(), sort=0)


def since(before: Existing, now: Existing) -> tuple[Since, ...]:
    """What differs between two looks at the same part."""
    return (
        *_differing(Kind.PIPELINE, before.pipelines, now.pipelines),
        *_differing(Kind.GROUP, before.groups, now.groups),
        *_differing(Kind.FIELD, before.fields, now.fields),
        *_differing(Kind.REASON, before.reasons or (), now.reasons or ()),
    )


def _differing(kind: Kind, before: Iterable[object], now: Iterable[object]) -> Iterable[Since]:
    old, new = ({getattr(item, "id"): item for item in items} for items in (before, now))  # noqa: B009 - any of four
    for key in {**old, **new}:
        if old.get(key) != new.get(key):
            how = How.NEW if key not in old else How.GONE if key not in new else How.CHANGED
            yield Since(kind=kind, name=getattr(old.get(key) or new[key], "name", ""), how=how)
