"""Fields and loss reasons of amoCRM's API."""

from __future__ import annotations

from typing import Any

from wizard.audit.found import FoundField, FoundReason, cleaned
from wizard.audit.readers.json_parts import identity, listed, mappings
from wizard.audit.readers.limits import MAX_OPTIONS
from wizard.model.fields import FieldType, Place

_TYPES = {
    **{str(kind): kind for kind in FieldType},
    "radiobutton": FieldType.SELECT,
    "birthday": FieldType.DATE,
}
_PLACES = {"contacts": Place.CONTACT, "companies": Place.COMPANY}
# Filled in by amoCRM itself; nobody designs them.
_OF_AMOCRM = ("tracking_data",)
_CODES = {"PHONE": FieldType.PHONE, "EMAIL": FieldType.EMAIL}


def fields_of(body: Any) -> tuple[FoundField, ...]:
    """The fields people made; tracking fields are left out."""
    items = mappings(listed(body, "custom_fields"))
    return tuple(_field(item) for item in items if item.get("type") not in _OF_AMOCRM)


def reasons_of(body: Any) -> tuple[FoundReason, ...]:
    """The account's one list of loss reasons."""
    items = mappings(listed(body, "loss_reasons"))
    return tuple(FoundReason(cleaned(item.get("name")), identity(item)) for item in items)


def _field(item: dict[str, Any]) -> FoundField:
    kind, code = item.get("type"), item.get("code")
    known = _CODES.get(code) if isinstance(code, str) else None
    return FoundField(
        name=cleaned(item.get("name")),
        type=known or (_TYPES.get(kind, FieldType.TEXT) if isinstance(kind, str) else FieldType.TEXT),
        place=_place(item.get("entity_type")),
        options=tuple(cleaned(option.get("value")) for option in mappings(listed(item, "enums"))[:MAX_OPTIONS]),
        remote=identity(item),
        required=tuple(
            (cleaned(pair.get("pipeline_id")), cleaned(pair.get("status_id")))
            for pair in mappings(listed(item, "required_statuses"))
        ),
    )


def _place(entity: Any) -> Place:
    return _PLACES.get(entity, Place.DEAL) if isinstance(entity, str) else Place.DEAL
