"""Texts broken into the lines of a box; the width of a letter is estimated, for there is no font here."""

from __future__ import annotations

import textwrap
from collections.abc import Sequence

_DOT = " · "
_BOLD, _PLAIN = 0.58, 0.5  # a letter's width of the font size: the mean of Cyrillic text in a sans-serif face


def wrapped(text: str, *, width: float, size: float, lines: int, bold: bool = True) -> tuple[str, ...]:
    """The text in at most so many lines of `width` pixels; what does not fit ends in an ellipsis."""
    return tuple(_broken(text, _letters(width, size * (_BOLD if bold else _PLAIN)), lines))


def packed(items: Sequence[str], *, width: float, size: float, lines: int) -> tuple[str, ...]:
    """The items one after another with dots between; an item is broken only if it is longer than a line."""
    letters = _letters(width, size * _PLAIN)
    found: list[str] = []
    broken = False
    for item in items:
        if found and not broken and len(found[-1]) + len(_DOT) + len(item) <= letters:
            found[-1] += _DOT + item
        else:
            found += _broken(item, letters, 2)
            broken = len(item) > letters
    return tuple(found) if len(found) <= lines else (*found[: lines - 1], "…")


def _broken(text: str, letters: int, lines: int) -> list[str]:
    return textwrap.wrap(text, letters, max_lines=lines, placeholder="…", break_on_hyphens=False)


def _letters(width: float, letter: float) -> int:
    return max(int(width / letter), 4)
