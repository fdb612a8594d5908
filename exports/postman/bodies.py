"""Bodies of requests as Postman sends them: it puts a variable's value wherever it reads `{{name}}`, in names too."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Sequence
from typing import TypeVar

from wizard.amocrm.wire import Json

T = TypeVar("T")

_REFERENCE = re.compile(r'"(\{\{\w+\}\})"')


def typed(data: object) -> str:
    """What people typed, as JSON in which Postman finds no variable; read as JSON it is what was typed."""
    # Two braces in a row stand inside texts only, where JSON may write any character by its number.
    return json.dumps(data, ensure_ascii=False, indent=2).replace("{{", r"\u007b\u007b")


def of_ids(data: object) -> str:
    """Numbers that are known while the collection runs, and nothing that people typed."""
    return _REFERENCE.sub(r"\1", json.dumps(data, indent=2))


def reference(name: str) -> str:
    """Where Postman puts the value of a variable."""
    return f"{{{{{name}}}}}"


def numbered(items: Iterable[Json]) -> list[Json]:
    """Items of a batch with marks of their own, by which the answer tells them apart."""
    return [item | {"request_id": str(n)} for n, item in enumerate(items, start=1)]


def batches(items: Sequence[T], most: int) -> list[Sequence[T]]:
    return [items[start : start + most] for start in range(0, len(items), most)]
