"""Texts broken into the lines of a box; the width of a letter is estimated, for there is no font here."""

from __future__ import annotations

import textwrap

_LETTER = 0.58  # of the font size: the mean of Cyrillic and Latin text in a bold sans-serif face


def wrapped(text: str, *, width: float, size: float, lines: int) -> tuple[str, ...]:
    """The text in at most so many lines of `width` pixels; what does not fit ends in an ellipsis."""
    letters = max(int(width / (size * _LETTER)), 4)
    found = textwrap.wrap(text, letters, max_lines=lines, placeholder="…", break_on_hyphens=False)
    return tuple(found)
