"""Reads what moves a card on: whether it can be checked, and what it proves."""

from __future__ import annotations

from wizard.lint.names import Concept, concept, is_booking, is_payment, words
from wizard.lint.words import says, topic

_STEM = 5
# A proof as short as a name is read like one; in a sentence a single verb may speak of somebody else.
_SHORT = 3


def is_mood(proof: str) -> bool:
    """Whether a proof is an impression, with nothing in the card to show for it."""
    return says(proof, topic("facts", "mood")) and not _leaves_trace(proof)


def is_hope(proof: str) -> bool:
    """Whether a proof is what somebody waits or hopes for, which has not happened yet."""
    named = len(words(proof).split()) <= _SHORT and concept(proof) in (Concept.WAITS, Concept.HOPES, Concept.PARKS)
    return (named or says(proof, topic("facts", "hope"))) and not _leaves_trace(proof)


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


def _leaves_trace(proof: str) -> bool:
    return says(proof, topic("facts", "trace"))


def _subjects(text: str) -> set[str]:
    """The beginnings of long words, but those about money: endings and short words tell nothing."""
    return {w[:_STEM] for w in words(text).split() if len(w) >= _STEM and not says(w, topic("facts", "money"))}
