"""Reads what moves a card on: whether it can be checked, and what it proves."""

from __future__ import annotations

from functools import lru_cache

from wizard.lint.names import is_booking, is_payment, words
from wizard.lint.reading import Concept, read
from wizard.lint.reading.lexicon import words as relative
from wizard.lint.reading.parts import parts
from wizard.lint.reading.phrases import Match, matches_in
from wizard.lint.reading.word import Form
from wizard.lint.words import says, topic

_SECTION = "facts"
_REMEMBERED = 8192
_STEM = 5
# A proof as short as a name is read like one; in a sentence a single verb may speak of somebody else.
_SHORT = 3
_OPEN = (Concept.WAITS, Concept.HOPES, Concept.PARKS, Concept.NEGATED)


def is_mood(proof: str) -> bool:
    """Whether a proof is an impression, with nothing in the card to show for it."""
    said = _said(proof)
    return "mood" in said and "trace" not in said


def is_hope(proof: str) -> bool:
    """Whether a proof is what somebody waits or hopes for, which has not happened yet."""
    said = _said(proof)
    if "trace" in said:
        return False
    reading = read(proof) if len(words(proof).split()) <= _SHORT else None
    return (reading is not None and reading.concept in _OPEN) or "hope" in said


def only_payment(proof: str, name: str) -> bool:
    """Whether a proof shows that money has come, under a name that speaks of something else.

    A place is often booked by paying for it; a proof that speaks of the stage besides may mention money.
    """
    if not is_payment(proof) or is_payment(name) or is_booking(name):
        return False
    return not _subjects(proof) & _subjects(name)


def one_sided(proof: str, name: str) -> bool:
    """Whether only we have acted, under a name that takes two."""
    claims_two = says(name, topic("facts", "mutual")) or is_payment(name)
    return claims_two and says(proof, topic("facts", "one_sided")) and not says(proof, topic("facts", "theirs"))


@lru_cache(maxsize=_REMEMBERED)
def _said(proof: str) -> frozenset[str]:
    """Which lists of the lexicon a proof has phrases of."""
    clauses = (part for part in parts(proof) if not part[0].lemmas & relative("relative"))
    found = (match for part in clauses for match in matches_in(_SECTION, part))
    return frozenset(match.phrase.place for match in found if _counts(match))


def _counts(match: Match) -> bool:
    """Whether a phrase is meant: in the mood "to sign" nothing is signed, and what "is paid" is no hope."""
    form = match.words[0].form
    return form is not {"trace": Form.TODO, "hope": Form.DONE}.get(match.phrase.place)


def _subjects(text: str) -> set[str]:
    """The beginnings of long words, but those about money: endings and short words tell nothing."""
    return {w[:_STEM] for w in words(text).split() if len(w) >= _STEM and not says(w, topic("facts", "money"))}
