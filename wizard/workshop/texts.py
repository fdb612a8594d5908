"""What strangers type on their phones, fit to be shown to everybody: a line of bounded length with nothing hidden."""

from __future__ import annotations

import unicodedata
from itertools import groupby

from wizard.storage.refused import TurnedAwayError

# Joiners hold emoji and some scripts together; everything else that cannot be seen goes.
_JOINERS = "\u200c\u200d"
_HIDDEN = {"Cc", "Cf", "Cs", "Co"}
# A letter has one or two; towers of them cover what stands above and below.
MOST_MARKS = 3
# What is far too long is not even looked through.
_FAR = 10


def cleaned(text: str, *, most: int) -> str:
    """The text in one line, without controls, direction marks or towers of accents; `TurnedAwayError` if too long."""
    if len(text) > _FAR * most:
        raise TurnedAwayError("workshop.refused.long", most=most)
    seen = (" " if c.isspace() else c for c in unicodedata.normalize("NFC", text) if c.isspace() or _is_shown(c))
    line = " ".join(_without_towers("".join(seen)).split())
    if not any(unicodedata.category(c)[0] in "LNPS" for c in line):
        return ""
    if len(line) > most:
        raise TurnedAwayError("workshop.refused.long", most=most)
    return line


def said(text: str, *, most: int) -> str:
    """The same for what must say something."""
    line = cleaned(text, most=most)
    if not line:
        raise TurnedAwayError("workshop.refused.empty")
    return line


def _is_shown(character: str) -> bool:
    return character in _JOINERS or unicodedata.category(character) not in _HIDDEN


def _without_towers(text: str) -> str:
    runs = ((is_mark, "".join(run)) for is_mark, run in groupby(text, _is_mark))
    return "".join(run[:MOST_MARKS] if is_mark else run for is_mark, run in runs)


def _is_mark(character: str) -> bool:
    return unicodedata.category(character) in ("Mn", "Me")
