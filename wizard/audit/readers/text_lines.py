"""Lines of a pasted list: numbering and bullets off, rows of stages apart, headings told from stages."""

from __future__ import annotations

import re

from wizard.audit.words import is_called, words_of

_BULLET = re.compile(
    r"^\s*(?:[-\u2013\u2014*\u2022\u00b7\u25aa\u25e6\u2023\u25cf\u25cb\u25a0\u25a1\u2713\u2714\u2610+>]\s+"
    r"|[\u2192\u21d2\u2794\u279c\u27a1\u27f6\u2b62\u203a]\ufe0f?\s*|[-=]>\s+"
    r"|[A-Za-z\u0410-\u044f]\)\s+|\[[ xX]?\]\s+|\(?\d{1,3}[.):\]](?!\d)\s*|\d{1,3}\s+[-\u2013\u2014]\s+|\d{1,3}\t\s*)+"
)
_NUMBERED = re.compile(r"^(\w+)\s+\d{1,3}\s*[.:)]\s+(.+)$")
_MARKS = re.compile(r"^\s*(#{1,6})\s+(.*)$")
_ARROW = re.compile(r"\s*(?:\t|[-=]{1,2}>|>{1,3}|[\u2192\u21d2\u2794\u279c\u27a1\u27f6\u2b62\ufe0f\u203a])+\s*")
_DASH = re.compile(r"\s+(?:[-\u2013\u2014|/;])\s+|\s*[;|]\s*")
_COMMA = re.compile(r"\s*,\s+")
_ENDS = re.compile(r"\s*[/,;|+]\s*")
_QUOTES = "\"'\u00ab\u00bb\u201c\u201d\u201e*_`"
# Fewer parts than this between dashes or commas are rather one name.
_LEAST = 3


def bare(line: str) -> str:
    """A line without its number, bullet, and quotes around it."""
    text = _BULLET.sub("", line).strip()
    numbered = _NUMBERED.match(text)
    if numbered and is_list_label(numbered[1]):
        text = numbered[2]
    return text.strip(_QUOTES).strip() if text[:1] in _QUOTES and text[-1:] in _QUOTES else text


def heading(line: str) -> tuple[str, str] | None:
    """A funnel's name and what stands behind it in the line; None for a line of stages."""
    marked = _MARKS.match(line)
    if marked:
        return _titled(bare(marked[2].strip().rstrip(":")))
    before, colon, after = bare(line).partition(":")
    if not colon and _of_funnel(before):
        return _titled(before)
    if not colon or _ARROW.search(before) or len(words_of(before).split()) > 8:
        return None
    if not after.strip():
        return _titled(before)
    if is_called(before, "labels") == "pipeline":
        return _of_label(after.strip())
    return (before.strip(), after.strip()) if len(parts(after, alone=True)) > 1 else None


def is_row(line: str) -> bool:
    """Whether a line is a row of stages with arrows."""
    return len(parts(line, alone=False)) >= _LEAST


def is_item(line: str) -> bool:
    """Whether a line has a number or a bullet."""
    return _BULLET.match(line) is not None


def is_list_label(name: str) -> bool:
    """Whether a heading names no funnel but says that stages follow."""
    return is_called(name, "labels") == "stages"


def parts(line: str, *, alone: bool) -> list[str]:
    """The stages of a line; dashes, slashes and commas part them only where nothing else does and it stands alone."""
    by_arrow = [bare(part) for part in _ARROW.split(line) if bare(part)]
    if len(by_arrow) > 1:
        return [name for part in by_arrow for name in _ends(part)]
    # An arrow at the end leads to the next line.
    whole = _ends(by_arrow[0] if by_arrow else bare(line))
    if len(whole) > 1 or not alone:
        return whole
    for joint in (_DASH, _COMMA):
        found = [bare(part) for part in joint.split(bare(line)) if bare(part)]
        if len(found) >= _LEAST:
            return found
    return whole


def _titled(name: str) -> tuple[str, str]:
    """A heading that stands alone, without the word for a funnel in front."""
    return (bare(name.partition(" ")[2]) if _of_funnel(name) else name.strip(), "")


def _of_funnel(text: str) -> bool:
    """Whether a text is the word for a funnel and a name in quotes."""
    label, _, rest = text.partition(" ")
    return bare(rest) != rest.strip() and is_called(label, "labels") == "pipeline"


def _of_label(after: str) -> tuple[str, str]:
    """What follows the word for a funnel: its name, or a name with stages behind another colon."""
    name, colon, stages = after.partition(":")
    if colon and stages.strip():
        return bare(name), stages.strip()
    return ("", after) if len(parts(after, alone=False)) > 1 else (bare(after), "")


def _ends(part: str) -> list[str]:
    """Two names of amoCRM's own stages written as one are two."""
    pieces = [piece for piece in _ENDS.split(part) if piece]
    return pieces if len(pieces) > 1 and all(is_called(piece, "system") for piece in pieces) else [part]
