"""Turns what the model refuses into one sentence: what is wrong, and where in the file."""

from __future__ import annotations

from typing import Any

from pydantic import ValidationError

from wizard.storage.errors import FileError, shown

ARROW = " → "

_KEYS = {
    "missing": "file.missing",
    "extra_forbidden": "file.unknown_key",
    "invalid_key": "file.unknown_key",
    "repeated_id": "file.repeated_id",
    "too_long": "file.too_many",
    "string_too_long": "file.too_long",
    "string_pattern_mismatch": "file.bad_id",
    "string_type": "file.not_text",
    "enum": "file.not_one_of",
    "literal_error": "file.not_one_of",
    "term_code": "file.bad_term",
    "date_rule_code": "file.bad_date_rule",
    "route_target": "file.bad_route",
    "conversion_range": "file.bad_range",
    "greater_than": "file.out_of_bounds",
    "greater_than_equal": "file.out_of_bounds",
    "less_than": "file.out_of_bounds",
    "less_than_equal": "file.out_of_bounds",
}
_NOWHERE = {
    "pipeline": "file.no_such_pipeline",
    "stage": "file.no_such_stage",
    "field": "file.no_such_field",
    "option": "file.no_such_option",
    "reason": "file.no_such_reason",
}


def refusal(error: ValidationError, raw: dict[str, Any]) -> FileError:
    """The first thing the model refuses in a file."""
    first = error.errors(include_url=False, include_input=False)[0]
    context = first.get("ctx", {})
    key = _KEYS.get(first["type"], "file.wrong_value")
    if first["type"] == "dangling":
        return FileError(_NOWHERE[context["kind"]], where=_dotted(context["where"]), id=context["wanted"])
    if first["type"] == "repeated_id":
        return FileError(key, where=_dotted(context["where"]), id=context["id"])
    where = list(first["loc"])
    if first["type"] in ("missing", "extra_forbidden", "invalid_key"):
        name = where.pop() if where and where[-1] != "[key]" else "?"
        return FileError(key, where=path_in_words(where, raw), name=name)
    if key == "file.too_many" and where and isinstance(_at(where, raw)[-1], str):
        key = "file.too_long"
    limit = context.get("max_length", "")
    return FileError(key, where=path_in_words(where, raw), limit=limit)


def path_in_words(location: list[int | str], raw: Any) -> str:
    """A place in the file: keys by name, items by their id, or by their number from 1 where they have none."""
    words = []
    for part, here in zip(location, _at(location, raw), strict=True):
        known = here.get("id") if isinstance(here, dict) else None
        number = part + 1 if isinstance(part, int) else part
        words.append(shown(known if isinstance(part, int) and isinstance(known, str) else number))
    return ARROW.join(words)


def _at(location: list[int | str], raw: Any) -> list[Any]:
    """What stands at each part of a place in the file; None where the file has no such part."""
    found = []
    for part in location:
        try:
            raw = raw[part]
        except (LookupError, TypeError):
            raw = None
        found.append(raw)
    return found


def _dotted(where: str) -> str:
    return ARROW.join(shown(part) for part in where.split("."))
