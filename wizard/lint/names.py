"""Recognises what a name is about: a system stage, a payment, an offer. What it says is read by `reading`."""

from __future__ import annotations

import re
from functools import lru_cache

from wizard.lint.lexicon import found, lexicon, whole
from wizard.lint.reading.letters import cleaned

# Texts of a few dozen projects: a project is read again after every click, with one text changed.
_REMEMBERED = 8192


@lru_cache(maxsize=_REMEMBERED)
def words(name: str) -> str:
    """The words of a name, one space between, without punctuation."""
    return " ".join(re.findall(r"\w+", re.sub("['\u2019]", "", cleaned(name))))


@lru_cache(maxsize=_REMEMBERED)
def is_system(name: str) -> str | None:
    """Which system stage a name imitates: ``unsorted``, ``won`` or ``lost``."""
    text = words(name)
    return next((kind for kind, forms in lexicon()["system"].items() if whole(forms, text)), None)


@lru_cache(maxsize=_REMEMBERED)
def is_payment(name: str) -> bool:
    """Whether a name says that money has come."""
    text = words(name)
    if whole(lexicon()["payment"]["whole"], text):
        return True
    match = found(lexicon()["payment"]["forms"], text)
    return match is not None and not _denied(text, match.start())


@lru_cache(maxsize=_REMEMBERED)
def is_qualification(name: str) -> bool:
    return found(lexicon()["qualification"], words(name)) is not None


@lru_cache(maxsize=_REMEMBERED)
def is_offer(name: str) -> bool:
    """Whether a name speaks of an offer, a contract or an invoice; preliminary ones do not count."""
    text = words(name)
    return found(lexicon()["offers"], text) is not None and found(lexicon()["preliminary"], text) is None


@lru_cache(maxsize=_REMEMBERED)
def is_booking(name: str) -> bool:
    """Whether a name says that the client has booked a time."""
    return found(lexicon()["booked"], words(name)) is not None


def _denied(text: str, start: int) -> bool:
    before = text[:start].split()
    return bool(before) and before[-1] in lexicon()["negations"]
