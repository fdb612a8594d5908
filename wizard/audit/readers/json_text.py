"""The value of a JSON text; several answers of the API put one after another, or in a list, are one mapping."""

from __future__ import annotations

import json
from collections.abc import Iterator
from string import whitespace
from typing import Any

from wizard.storage.errors import FileError

_ANSWERS = ("pipelines", "custom_fields", "loss_reasons")
_BETWEEN = f"{whitespace},;"


def parsed(text: str) -> Any:
    """What the text holds; where it breaks off is said."""
    try:
        values = list(_values(text))
    except json.JSONDecodeError as error:
        raise FileError("audit.bad_json", line=error.lineno) from error
    except (ValueError, RecursionError) as error:
        raise FileError("audit.bad_json", line=1) from error
    if len(values) > 1:
        return _gathered(values)
    [value] = values
    return _gathered(value) if isinstance(value, list) and value and all(map(_embedded, value)) else value


def _values(text: str) -> Iterator[Any]:
    decoder, start = json.JSONDecoder(), len(text) - len(text.lstrip())
    while True:
        value, end = decoder.raw_decode(text, start)
        yield value
        start = len(text) - len(text[end:].lstrip(_BETWEEN))
        if start == len(text):
            return


def _gathered(answers: list[Any]) -> dict[str, Any]:
    """The answers by what they list; pages of one list are put together. An answer that says no stands for all."""
    found: dict[str, Any] = {}
    for answer in answers:
        inside = _embedded(answer)
        if not inside and isinstance(answer, dict) and "status" in answer:
            return answer
        for name, items in inside.items():
            found.setdefault(name, []).extend(items)
    return found


def _embedded(value: Any) -> dict[str, list[Any]]:
    """The lists an answer of the API holds; none for anything else."""
    inside = value.get("_embedded") if isinstance(value, dict) else None
    return {name: inside[name] for name in _ANSWERS if isinstance(inside, dict) and isinstance(inside.get(name), list)}
