"""The colour of a stage as amoCRM takes it: of its palette, in lower case."""

from __future__ import annotations

import re

from wizard.model.pipeline import PALETTE

_HEX = re.compile(r"#[0-9a-f]{6}")


def palette_colour(colour: str | None) -> str | None:
    """The nearest colour of the palette; none for "as in the account" and for what is no colour."""
    wanted = (colour or "").strip().lower()
    if wanted in PALETTE:
        return wanted
    if not _HEX.fullmatch(wanted):
        return None
    return min(PALETTE, key=lambda known: _distance(known, wanted))


def _distance(one: str, other: str) -> int:
    return sum((a - b) ** 2 for a, b in zip(_rgb(one), _rgb(other), strict=True))


def _rgb(colour: str) -> tuple[int, ...]:
    return tuple(bytes.fromhex(colour[1:]))
