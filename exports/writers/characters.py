"""What XML cannot hold: two code points that are no characters; a project has no other ones of the kind."""

from __future__ import annotations

_NO_CHARACTERS = str.maketrans(dict.fromkeys("\ufffe\uffff"))


def xml_safe(text: str) -> str:
    return text.translate(_NO_CHARACTERS)
