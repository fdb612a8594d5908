"""A file of one's own templates: one funnel, one industry, or several of both under `funnels` and `industries`."""

from __future__ import annotations

from typing import Any

import yaml
from pydantic import ValidationError

from wizard.catalog.shelf import Shelf
from wizard.catalog.templates import FunnelTemplate, Industry
from wizard.shelf.checking import must_start, troubles
from wizard.shelf.lines import TemplateError, line_of
from wizard.storage.errors import FileError
from wizard.storage.refusal import refusal
from wizard.storage.yaml_reader import read_yaml

MAX_BYTES = 300_000
# Of a project, funnels and industries together.
MOST = 20

_KINDS: tuple[tuple[str, type[FunnelTemplate | Industry]], ...] = (
    ("funnels", FunnelTemplate),
    ("industries", Industry),
)
# What only one of them has.
_MARKS = {"stages": "funnels", "noun": "industries"}


def read(data: bytes) -> Shelf:
    """The templates in a file; `FileError` says what is wrong with the first that cannot be used, and in which line."""
    if len(data) > MAX_BYTES:
        raise FileError("shelf.too_big", kilobytes=MAX_BYTES // 1_000)
    raw = read_yaml(data)
    if not isinstance(raw, dict):
        raise FileError("shelf.neither")
    lone = next((kind for mark, kind in _MARKS.items() if mark in raw), None)
    parts = {lone: [raw]} if lone else raw
    if not lone and not set(parts) <= {kind for kind, _ in _KINDS}:
        raise FileError("shelf.neither")
    found = {kind: _templates(data, parts.get(kind) or [], model, () if lone else (kind,)) for kind, model in _KINDS}
    shelf = Shelf(found["funnels"], found["industries"])
    if shelf.is_empty:
        raise FileError("shelf.neither")
    must_be_few(shelf)
    return shelf


def must_be_few(shelf: Shelf) -> None:
    """`FileError` where there are more templates, or bytes of them, than are kept."""
    if len(shelf.own_funnels) + len(shelf.own_industries) > MOST:
        raise FileError("shelf.too_many", most=MOST)
    if len(written(shelf)) > MAX_BYTES:
        raise FileError("shelf.too_big", kilobytes=MAX_BYTES // 1_000)


def written(shelf: Shelf) -> bytes:
    """The file of these templates; none for none."""
    if shelf.is_empty:
        return b""
    data = {
        "funnels": [each.model_dump(mode="json", exclude_defaults=True) for each in shelf.own_funnels],
        "industries": [each.model_dump(mode="json", exclude_defaults=True) for each in shelf.own_industries],
    }
    kept = {kind: templates for kind, templates in data.items() if templates}
    return bytes(yaml.safe_dump(kept, allow_unicode=True, width=100, sort_keys=False, encoding="utf-8"))


def _templates(
    data: bytes, raw: Any, model: type[FunnelTemplate | Industry], at: tuple[int | str, ...]
) -> tuple[Any, ...]:
    if not isinstance(raw, list):
        raise FileError("shelf.neither")
    return tuple(_template(data, each, model, (*at, place) if at else ()) for place, each in enumerate(raw))


def _template(data: bytes, raw: Any, model: type[FunnelTemplate | Industry], at: tuple[int | str, ...]) -> Any:
    if not isinstance(raw, dict):
        raise TemplateError(FileError("shelf.neither"), line_of(data, at))
    try:
        template = model.model_validate(raw)
    except ValidationError as error:
        raise TemplateError(refusal(error, raw), line_of(data, (*at, *error.errors()[0]["loc"]))) from error
    for where, trouble in troubles(template):
        raise TemplateError(trouble, line_of(data, (*at, *where)))
    try:
        must_start(template)
    except FileError as error:
        raise TemplateError(error, line_of(data, at)) from error
    return template
