"""Letters that none of the fonts has: their numbers stand in for them, for an empty box would say nothing.

Emoji and a good many scripts are in the fonts that come along; Chinese and Thai, for instance, are not.
"""

from __future__ import annotations

import unicodedata
from functools import cache
from pathlib import Path

from wizard import charts

# Those of the charts, so that texts in pictures are like those beside them; one for emoji, one for further scripts.
FONTS = (Path(charts.__file__).parent / "fonts", Path(__file__).parent / "fonts")
_KINDS = ("*.ttf", "*.otf")
_UNSEEN = ("Cc", "Cf", "Zs", "Zl", "Zp")
_SELECTORS = range(0xFE00, 0xFE10)  # how an emoji is drawn


def shown(text: str, *, own: Path | None = None) -> str:
    """The text as it can be set; letters no font has become `[U+4E2D U+6587]`."""
    if text.isascii():
        return text
    missing = {letter for letter in set(text) if not _is_drawn(letter, own)}
    return _numbered(text, missing) if missing else text


def _is_drawn(letter: str, own: Path | None) -> bool:
    code = ord(letter)
    return code in _known(own) or code in _SELECTORS or unicodedata.category(letter) in _UNSEEN


def _numbered(text: str, missing: set[str]) -> str:
    made: list[str] = []
    was = False
    for letter in text:
        now = letter in missing
        if now:
            made.append(f"{' ' if was else '['}U+{ord(letter):04X}")
        else:
            made.append(f"]{letter}" if was else letter)
        was = now
    return "".join(made) + ("]" if was else "")


@cache
def _known(own: Path | None) -> frozenset[int]:
    """The letters of all fonts, those of one's own among them."""
    from fontTools.ttLib import TTFont  # noqa: PLC0415 - only a text that is not English asks for it

    folders = (*FONTS, *((own,) if own else ()))
    files = [file for folder in folders for kind in _KINDS for file in sorted(folder.glob(kind))]
    known: set[int] = set()
    for file in files:
        with TTFont(file, lazy=True) as font:
            known.update(font.getBestCmap())
    return frozenset(known)
