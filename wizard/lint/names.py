"""Reads the name of a stage as a sentence: what it says, and whether something is finished.

A name is compared by `plain`, read by `words`, and understood by `reading`. Order of reading: whole
names (outcome, dump), then concepts by their words, unless the name holds a finished result.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from typing import Any

from wizard.lint.lexicon import found, lexicon, whole
from wizard.model.project import Language

# Numbers and signs people put before a name to sort it: "1. ", "02) ", "~ ", an emoji.
_PREFIX = re.compile(r"^(?:[^\w]|_|\d+(?=[.):]|\s+[-\u2013\u2014]\s))+")

# Texts of a few dozen projects: a project is read again after every click, with one text changed.
_REMEMBERED = 8192


class Concept(StrEnum):
    """What a name says instead of a result, in the order in which names are read."""

    OUTCOME = "outcome"
    DUMP = "dump"
    ATTEMPT = "attempt"
    WAITS = "waits"
    PARKS = "parks"
    HOPES = "hopes"
    OURS = "ours"
    PROCESS = "process"
    WORK = "work"
    TALK = "talk"
    BARE = "bare"


@dataclass(frozen=True)
class Reading:
    """How a name was understood: the concept, its group, and the better names there are."""

    concept: Concept
    group: str
    rewrite: tuple[tuple[str, tuple[str, ...]], ...] = ()

    def better(self, language: Language) -> tuple[str, ...]:
        """Better names in the language of the content, the best first."""
        return dict(self.rewrite).get(language, ())


def plain(name: str) -> str:
    """A name for comparing: case, a Russian yo, and spaces do not matter."""
    return " ".join(name.casefold().replace("\u0451", "\u0435").split())


def normalised(name: str) -> str:
    """A name for reading: as `plain`, without a number, emoji or sign in front."""
    return _PREFIX.sub("", plain(name)).strip() or plain(name)


@lru_cache(maxsize=_REMEMBERED)
def words(name: str) -> str:
    """The words of a name, one space between, without punctuation."""
    return " ".join(re.findall(r"\w+", re.sub("['\u2019]", "", normalised(name))))


@lru_cache(maxsize=_REMEMBERED)
def reading(name: str) -> Reading | None:
    """What a name says instead of a result; None for a result, or for what the lexicon does not know."""
    text = words(name)
    if not text or found(lexicon()["fine"], text):
        return None
    for concept in Concept:
        for group, forms in lexicon()["concepts"][concept].items():
            if _fits(forms, text):
                return Reading(concept, group, tuple((k, tuple(v)) for k, v in forms.get("rewrite", {}).items()))
    return None


def concept(name: str) -> Concept | None:
    """The concept of a name, or None."""
    read = reading(name)
    return read.concept if read else None


def is_system(name: str) -> str | None:
    """Which system stage a name imitates: ``unsorted``, ``won`` or ``lost``."""
    text = words(name)
    return next((kind for kind, forms in lexicon()["system"].items() if whole(forms, text)), None)


def is_payment(name: str) -> bool:
    """Whether a name says that money has come."""
    text = words(name)
    if whole(lexicon()["payment"]["whole"], text):
        return True
    match = found(lexicon()["payment"]["forms"], text)
    return match is not None and not _denied(text, match.start())


def is_qualification(name: str) -> bool:
    return found(lexicon()["qualification"], words(name)) is not None


def is_offer(name: str) -> bool:
    """Whether a name speaks of an offer, a contract or an invoice; preliminary ones do not count."""
    text = words(name)
    return found(lexicon()["offers"], text) is not None and found(lexicon()["preliminary"], text) is None


def is_booking(name: str) -> bool:
    """Whether a name says that the client has booked a time."""
    return found(lexicon()["booked"], words(name)) is not None


def has_result(text: str) -> bool:
    """Whether words hold a finished result: a short participle or a perfective past."""
    return any(_is_result(text, match) for match in re.finditer(r"\S+", text))


def _fits(forms: dict[str, Any], text: str) -> bool:
    if whole(forms.get("whole", []), text) or found(forms.get("always", []), text):
        return True
    match = found(forms.get("anywhere", []), text)
    # The words of the concept are blanked out: what they end in does not make them a result.
    return match is not None and not has_result(f"{text[: match.start()]}\u2026{text[match.end() :]}")


def _is_result(text: str, match: re.Match[str]) -> bool:
    known, word = lexicon()["results"], match[0]
    if _denied(text, match.start()):
        return False
    if re.search("[\u0400-\u04ff]", word):
        by_ending = len(word) > 3 and word.endswith(tuple(known["endings_ru"])) and word not in known["not_ru"]
        return by_ending or whole(known["past_ru"], word) is not None
    if not found(known["forms_en"], word) and (not word.endswith("ed") or word in known["not_en"]):
        return text[match.start() :].startswith("took place")
    after = text[match.end() :].split()
    # An English participle is the predicate at the end or before a preposition: not in "signed contract".
    return not after or after[0] in known["after_en"]


def _denied(text: str, start: int) -> bool:
    before = text[:start].split()
    return bool(before) and before[-1] in lexicon()["results"]["negations"]
