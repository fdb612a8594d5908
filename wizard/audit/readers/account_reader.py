"""An account that was read by its API: the same as its JSON, with hints and sections of the card."""

from __future__ import annotations

from wizard.amocrm.existing import Existing, ExistingField, ExistingPipeline, ExistingStage, StageKind
from wizard.audit.found import Found, FoundField, FoundPipeline, FoundReason, FoundStage, Note, cleaned
from wizard.audit.readers.limits import within_limits
from wizard.model.fields import FieldType
from wizard.model.pipeline import PALETTE

# Filled in by amoCRM itself; nobody designs them.
_OF_AMOCRM = ("tracking_data",)


def found_in(existing: Existing) -> Found:
    """What an account holds, ready to become a project; pipelines in its archive are counted only."""
    archived = len(existing.pipelines) - len(existing.live)
    return within_limits(
        Found(
            pipelines=tuple(_pipeline(item) for item in existing.live),
            fields=tuple(_field(existing, item) for item in existing.fields if item.type not in _OF_AMOCRM),
            reasons=None
            if existing.reasons is None
            else tuple(FoundReason(cleaned(item.name), str(item.id)) for item in existing.reasons),
            account=existing.account.key,
            notes=(Note("archived", archived),) if archived else (),
        )
    )


def _pipeline(item: ExistingPipeline) -> FoundPipeline:
    won, lost = item.of_kind(StageKind.WON), item.of_kind(StageKind.LOST)
    return FoundPipeline(
        name=cleaned(item.name),
        stages=tuple(_stage(stage) for stage in item.own),
        remote=str(item.id),
        won=cleaned(won.name) if won else None,
        lost=cleaned(lost.name) if lost else None,
        unsorted=item.unsorted,
        main=item.main,
    )


def _stage(item: ExistingStage) -> FoundStage:
    # A fresh account has colours amoCRM no longer takes: they stay as in the account.
    return FoundStage(cleaned(item.name), str(item.id), item.colour if item.colour in PALETTE else None, item.said)


def _field(existing: Existing, item: ExistingField) -> FoundField:
    group = existing.group(item.group)
    return FoundField(
        name=cleaned(item.name),
        type=item.known_type or FieldType.TEXT,
        place=item.place,
        options=tuple(cleaned(option.name) for option in item.options),
        remote=str(item.id),
        required=tuple((str(pipeline), str(stage)) for pipeline, stage in item.required),
        # Sections amoCRM made are where fields stand anyway.
        group=cleaned(group.name) if group and not group.predefined else "",
    )
