"""Compares a project with an account's JSON, which an integrator sends to whoever has no key: as far as it tells."""

from __future__ import annotations

from collections.abc import Iterator

from wizard.amocrm.existing import (
    Account,
    Existing,
    ExistingField,
    ExistingOption,
    ExistingPipeline,
    ExistingReason,
    ExistingStage,
    StageKind,
)
from wizard.amocrm.plan.change import Action, Change, Kind
from wizard.amocrm.plan.choices import Choices
from wizard.amocrm.plan.target import target_of
from wizard.amocrm.verifying import Verification, verify
from wizard.amocrm.writing import ENDS
from wizard.audit.found import Found, FoundField, FoundPipeline
from wizard.model.project import Project

# No answer of the API tells these together with the rest: hints come apart, sections by ids alone.
_UNTOLD = ("hint_newbie", "hint_candidate", "hint_master", "group")
_FIELDS = (Kind.FIELD, Kind.GROUP)


def compared(project: Project, found: Found, *, everything: bool = False) -> Verification:
    """What nobody showed is neither entered nor missing."""
    existing, choices = existing_of(found), Choices(everything=everything)
    told = verify(project, existing, choices)
    shown = [change for change in (*told.entered, *told.differing) if _is_shown(found, change)]
    if found.partial:
        there = {m.pipeline for m in target_of(project, existing, choices).matches if m.remote}
        shown = [c for c in shown if not c.local.startswith("pipelines/") or c.local.split("/")[1] in there]
    seen = tuple(map(_seen, shown))
    return Verification(
        entered=tuple(change for change in seen if change.action is Action.UNCHANGED),
        differing=tuple(change for change in seen if change.action is not Action.UNCHANGED),
    )


def _is_shown(found: Found, change: Change) -> bool:
    if change.kind == Kind.GROUP or (change.kind in _FIELDS and found.fields is None):
        return False
    if change.kind == Kind.REASON:
        return found.reasons is not None
    return change.kind != Kind.END or change.action is not Action.MANUAL or bool(change.details[0].old)


def _seen(change: Change) -> Change:
    """The change without what the JSON cannot tell, and unchanged when nothing else is left of it."""
    if change.action is not Action.UPDATE:
        return change
    details = tuple(detail for detail in change.details if detail.what not in _UNTOLD)
    return change.changed(details=details, action=Action.UPDATE if details else Action.UNCHANGED)


def existing_of(found: Found) -> Existing:
    """What was found in the shape of an account that was read; what has no id gets one nobody else has."""
    free = iter(range(-1, -10_000_000, -1))
    number = int(found.account) if _is_id(found.account) else next(free)
    return Existing(
        account=Account(id=number, name="", subdomain="", host=found.host or found.account),
        pipelines=tuple(_pipeline(pipeline, free, sort=place) for place, pipeline in enumerate(found.pipelines)),
        fields=tuple(_field(field, free) for field in found.fields or ()),
        reasons=None
        if found.reasons is None
        else tuple(ExistingReason(id=_id(reason.remote, free), name=reason.name) for reason in found.reasons),
    )


def _pipeline(found: FoundPipeline, free: Iterator[int], *, sort: int) -> ExistingPipeline:
    own = tuple(
        ExistingStage(id=_id(stage.remote, free), name=stage.name, sort=place, colour=stage.colour or "")
        for place, stage in enumerate(found.stages)
    )
    ends = (("won", StageKind.WON, found.won), ("lost", StageKind.LOST, found.lost))
    closing = tuple(ExistingStage(id=ENDS[name], name=said, kind=kind) for name, kind, said in ends if said)
    return ExistingPipeline(
        id=_id(found.remote, free),
        name=found.name,
        sort=sort,
        main=found.main,
        unsorted=found.unsorted,
        stages=(*own, *closing),
    )


def _field(found: FoundField, free: Iterator[int]) -> ExistingField:
    pairs = ((pipeline, stage) for pipeline, stage in found.required if _is_id(pipeline) and _is_id(stage))
    return ExistingField(
        id=_id(found.remote, free),
        name=found.name,
        type=str(found.type),
        place=found.place,
        options=tuple(ExistingOption(id=next(free), name=name) for name in found.options),
        required=tuple((int(pipeline), int(stage)) for pipeline, stage in pairs),
    )


def _id(remote: str, free: Iterator[int]) -> int:
    return int(remote) if _is_id(remote) else next(free)


def _is_id(text: str) -> bool:
    return text.isascii() and text.isdigit()
