"""What amoCRM's API answers, in our words: the other half of `wire`, and beside it the only file that knows its names.

A body of another shape than documented raises whatever it breaks (`account.read` says it in a sentence).
Unknown keys are ignored; absent ones beyond ids and names have a value that promises nothing.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

from wizard.amocrm.existing import (
    Account,
    ExistingField,
    ExistingGroup,
    ExistingHint,
    ExistingOption,
    ExistingPipeline,
    ExistingReason,
    ExistingStage,
    StageKind,
)
from wizard.amocrm.wire import LOST, WON
from wizard.model.fields import Place

Json = dict[str, Any]

# Where things are asked for.
ACCOUNT = "account"
PIPELINES = "leads/pipelines"
DEAL_FIELDS = "leads/custom_fields"
CONTACT_FIELDS = "contacts/custom_fields"
COMPANY_FIELDS = "companies/custom_fields"
GROUPS = f"{DEAL_FIELDS}/groups"
REASONS = "leads/loss_reasons"
DEALS = "leads"
WITH_HINTS = {"with": "descriptions"}

_INCOMING = 1


def user(user_id: int) -> str:
    return f"users/{user_id}"


def statuses(pipeline_id: int) -> str:
    """Where the stages of a pipeline are asked for."""
    return f"{PIPELINES}/{pipeline_id}/statuses"


def pipeline_at(pipeline_id: int) -> str:
    return f"{PIPELINES}/{pipeline_id}"


def status(pipeline_id: int, stage_id: int) -> str:
    return f"{statuses(pipeline_id)}/{stage_id}"


def deals_in(pipeline_id: int, stage_id: int) -> dict[str, str | int]:
    """What asks for the deals of one stage; both keys are due."""
    pair = "filter[statuses][0]"
    return {f"{pair}[pipeline_id]": pipeline_id, f"{pair}[status_id]": stage_id}


def deals_of(pipeline_id: int) -> dict[str, str | int]:
    """What asks for all deals of a pipeline, closed ones too."""
    return {"filter[pipeline_id][0]": pipeline_id}


class Deal(NamedTuple):
    """Where a deal stands, and when it was closed if it was."""

    id: int
    pipeline: int
    stage: int
    closed_at: int | None

    @property
    def closed(self) -> bool:
        return self.stage in (WON, LOST)


def deals(body: Json) -> tuple[Deal, ...]:
    return tuple(
        Deal(item["id"], item["pipeline_id"], item["status_id"], item.get("closed_at")) for item in items(body, "leads")
    )


def items(body: Json, name: str) -> list[Json]:
    """The objects of a list; an empty list has no body at all."""
    return list(body["_embedded"][name]) if body else []


def has_more(body: Json) -> bool:
    """Whether a list goes on on another page."""
    return "next" in (body.get("_links") or {})


def account(body: Json, *, host: str = "") -> Account:
    return Account(
        id=body["id"],
        name=body["name"],
        subdomain=body["subdomain"],
        host=host,
        country=body.get("country"),
        currency=body.get("currency"),
        user=body.get("current_user_id"),
        loss_reasons=body.get("is_loss_reason_enabled"),
    )


def with_user(found: Account, body: Json) -> Account:
    """The account with what its answer about the token's user says."""
    return found.changed(admin=bool(body["rights"]["is_admin"]), language=body.get("lang"))


def pipelines(body: Json) -> tuple[ExistingPipeline, ...]:
    """The pipelines in their order, without hints: this answer has none."""
    found = [pipeline(item) for item in items(body, "pipelines")]
    return tuple(sorted(found, key=lambda each: each.sort))


def pipeline(body: Json) -> ExistingPipeline:
    return ExistingPipeline(
        id=body["id"],
        name=body["name"],
        sort=body.get("sort", 0),
        main=body.get("is_main", False),
        unsorted=body.get("is_unsorted_on", False),
        archived=body.get("is_archive") or False,
        stages=stages(body),
    )


def stages(body: Json) -> tuple[ExistingStage, ...]:
    """The stages of a pipeline, or of a list of stages, in their order."""
    return tuple(sorted((stage(item) for item in items(body, "statuses")), key=lambda each: each.sort))


def stage(body: Json) -> ExistingStage:
    return ExistingStage(
        id=body["id"],
        name=body["name"],
        sort=body.get("sort", 0),
        colour=(body.get("color") or "").lower(),
        kind=_kind(body),
        editable=body.get("is_editable", True),
        hints=tuple(_hint(item) for item in body.get("descriptions") or ()),
    )


def _kind(body: Json) -> StageKind:
    if body.get("type") == _INCOMING:
        return StageKind.INCOMING
    return {WON: StageKind.WON, LOST: StageKind.LOST}.get(body["id"], StageKind.OWN)


def _hint(body: Json) -> ExistingHint:
    return ExistingHint(id=body["id"], level=body["level"], text=body.get("description") or "")


def fields(body: Json, place: Place = Place.DEAL) -> tuple[ExistingField, ...]:
    return tuple(field(item, place) for item in items(body, "custom_fields"))


def field(body: Json, place: Place = Place.DEAL) -> ExistingField:
    return ExistingField(
        id=body["id"],
        name=body["name"],
        type=body["type"],
        place=place,
        code=body.get("code"),
        sort=body.get("sort") or 0,
        options=tuple(sorted((_option(item) for item in body.get("enums") or ()), key=lambda each: each.sort)),
        group=body.get("group_id"),
        required=tuple((pair["pipeline_id"], pair["status_id"]) for pair in body.get("required_statuses") or ()),
        predefined=body.get("is_predefined") or False,
        currency=body.get("currency"),
    )


def _option(body: Json) -> ExistingOption:
    return ExistingOption(id=body["id"], name=body["value"], sort=body.get("sort") or 0, code=body.get("code"))


def groups(body: Json) -> tuple[ExistingGroup, ...]:
    return tuple(
        ExistingGroup(
            id=item["id"], name=item["name"], sort=item.get("sort") or 0, predefined=item.get("is_predefined") or False
        )
        for item in items(body, "custom_field_groups")
    )


def reasons(body: Json) -> tuple[ExistingReason, ...]:
    found = (
        ExistingReason(id=item["id"], name=item["name"], sort=item.get("sort") or 0)
        for item in items(body, "loss_reasons")
    )
    return tuple(sorted(found, key=lambda each: each.sort))


def with_hints(found: ExistingPipeline, hinted: Mapping[int, ExistingStage]) -> ExistingPipeline:
    """The pipeline with the hints of a list of its stages."""
    told = {stage.id: hinted.get(stage.id, stage).hints for stage in found.stages}
    return found.changed(stages=tuple(stage.changed(hints=told[stage.id]) for stage in found.stages))
