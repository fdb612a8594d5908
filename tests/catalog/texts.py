"""Walks the texts of templates and projects."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple


class Found(NamedTuple):
    """A text and where it stands."""

    path: str
    text: str


def pairs(raw: Any, path: str = "") -> Iterator[tuple[str, dict[str, Any]]]:
    """Every text in two languages of a template file."""
    if isinstance(raw, dict):
        if "ru" in raw or ("en" in raw and "nom" not in raw):
            yield path, raw
        for key, value in raw.items():
            yield from pairs(value, f"{path}/{key}")
    if isinstance(raw, list):
        for number, item in enumerate(raw):
            name = item.get("id", number) if isinstance(item, dict) else number
            yield from pairs(item, f"{path}/{name}")


def mappings(raw: Any) -> Iterator[dict[str, Any]]:
    """Every mapping of a template file."""
    if isinstance(raw, dict):
        yield raw
    for item in raw.values() if isinstance(raw, dict) else raw if isinstance(raw, list) else ():
        yield from mappings(item)


def strings(raw: Any, path: str = "") -> Iterator[Found]:
    """Every string of a dumped project."""
    if isinstance(raw, str):
        yield Found(path, raw)
    if isinstance(raw, dict):
        for key, value in raw.items():
            yield from strings(value, f"{path}/{key}")
    if isinstance(raw, list):
        for number, item in enumerate(raw):
            name = item.get("id", number) if isinstance(item, dict) else number
            yield from strings(item, f"{path}/{name}")
