"""The bodies amoCRM and Kommo answer with, alone or gathered in one mapping."""

from __future__ import annotations

from typing import Any

from wizard.audit.found import Found, FoundPipeline, Note, cleaned
from wizard.audit.readers.decoding import decoded
from wizard.audit.readers.json_fields import fields_of, reasons_of
from wizard.audit.readers.json_parts import account_of, host_of, identity, listed, mappings
from wizard.audit.readers.json_pipelines import is_pipeline, pipeline_of
from wizard.audit.readers.json_text import parsed
from wizard.audit.readers.limits import of_usual_size, within_limits
from wizard.storage.errors import FileError

_FIELDS = ("custom_fields", "fields", "leads_custom_fields")
_REASONS = ("loss_reasons", "reasons")


def from_json(data: bytes) -> Found:
    """What an account's JSON shows: a list of pipelines, one of them, or several bodies."""
    value = parsed(decoded(of_usual_size(data)))
    if isinstance(value, dict) and _is_error(value):
        said = cleaned(value.get("detail")) or cleaned(value.get("title"))
        raise FileError("audit.error_answer", status=cleaned(value.get("status")), said=said or "\u2026")
    body = value["pipelines"] if isinstance(value, dict) and "pipelines" in value else value
    alone = is_pipeline(body)
    raw = [body] if alone else mappings(listed(body, "pipelines", "items"))
    if not any(is_pipeline(item) for item in raw):
        raise FileError("audit.no_pipelines")
    live = [item for item in raw if is_pipeline(item) and not _archived(item)]
    pipelines, notes = _pipelines(live)
    archived = sum(map(_archived, raw))
    number, host = account_of(raw), host_of(body, raw)
    extra = value if isinstance(value, dict) and body is not value else {}
    return within_limits(
        Found(
            pipelines=pipelines,
            fields=next((fields_of(extra[key]) for key in _FIELDS if key in extra), None),
            reasons=next((reasons_of(extra[key]) for key in _REASONS if key in extra), None),
            account=number or host,
            host=host if number else "",
            partial=alone,
            notes=((Note("archived", archived),) if archived else ()) + notes,
        )
    )


def _is_error(value: dict[str, Any]) -> bool:
    """Whether this is how the API says no: a title and a status instead of what was asked for."""
    return "status" in value and "title" in value and "_embedded" not in value


def _archived(item: dict[str, Any]) -> bool:
    return item.get("is_archive") is True or item.get("is_archived") is True


def _pipelines(raw: list[dict[str, Any]]) -> tuple[tuple[FoundPipeline, ...], tuple[Note, ...]]:
    """The funnels in their order; an id that was there before is not kept twice."""
    found: dict[str, FoundPipeline] = {}
    counts: dict[str, int] = {}
    for place, item in enumerate(raw):
        pipeline, noticed = pipeline_of(item)
        for note in noticed:
            counts[note.what] = counts.get(note.what, 0) + note.n
        remote = identity(item)
        if remote and remote in found:
            counts["repeated_ids"] = counts.get("repeated_ids", 0) + 1
            continue
        found[remote or f"no id {place}"] = pipeline
    return tuple(found.values()), tuple(Note(what, n) for what, n in counts.items())
