"""Whom or what a client took instead of us: a rival by its own name, or something nobody can tell.

"Chose Bitrix" tells of a loss and "chose a plan" of a result, though both are the same verb finished: the object
decides. Words a deal is made of are ours; a firm's name, or a word no dictionary knows, is somebody else's.
"""

from __future__ import annotations

from functools import cache
from itertools import pairwise

from wizard.lint.reading.concept import Concept, Reading
from wizard.lint.reading.lexicon import lexicon, listed, words
from wizard.lint.reading.parts import Part
from wizard.lint.reading.word import Form, Word

_REFLEXIVE = ("\u043b\u0430\u0441\u044c", "\u043b\u0438\u0441\u044c")
# Endings of an active Russian past: a passive tells of the thing, whoever took it.
_ACTIVE = ("\u043b", "\u043b\u0430", "\u043b\u043e", "\u043b\u0438", "\u043b\u0441\u044f", *_REFLEXIVE)
_SHORTEST_FIRM = 3
_NAMING = (Form.NOUN, Form.OTHER)


def instead(part: Part, verb: Word) -> Reading | None:
    """What a finished verb of taking, winning or moving says by its object; None if there is nothing to say."""
    if verb.russian and not is_active(verb):
        return None
    if _is_a_loss(part, verb):
        return Reading(Concept.OUTCOME, "refusal", tuple(word.text for word in part), ours=False)
    return Reading(Concept.UNCLEAR, "deed", (verb.text,), soft=True, ours=False) if _is_strange(part, verb) else None


def is_active(verb: Word) -> bool:
    """Whether a finished Russian verb tells of who did it, not of what was done."""
    return verb.russian and verb.text.endswith(_ACTIVE)


def _is_a_loss(part: Part, verb: Word) -> bool:
    """Whether somebody else won, or was taken or gone to."""
    if _is_done_by_another(part):
        return True
    if verb.lemmas & words("wins"):
        return any(_is_somebody(word) for word in _objects(part, verb))
    if verb.lemmas & (words("moves") | words("leaves") | words("takes")) and _is_elsewhere(part):
        return True
    return bool(verb.lemmas & words("takes")) and any(map(_is_named, _objects(part, verb)))


def _is_done_by_another(part: Part) -> bool:
    """Whether another firm or another client is who did it: "another dealer took the car"."""
    who = words("vendors") | words("people")
    return any(
        one.russian and one.lemmas & words("others") and noun.form is Form.NOUN and noun.subject and noun.lemmas & who
        for one, noun in pairwise(part)
    )


def _is_strange(part: Part, verb: Word) -> bool:
    """Whether something was sold, or something taken that may be ours or not."""
    objects = [w for w in _objects(part, verb) if w.text not in words("english", "articles")]
    nouns = [w for w in objects if w.form is Form.NOUN or not w.known]
    if verb.lemmas & words("sells"):
        return bool(nouns)
    ours = any(word.lemmas & _of_trade() for word in nouns)
    return bool(verb.lemmas & words("takes") and nouns) and not ours


def _is_elsewhere(part: Part) -> bool:
    """Whether a place is named that is not ours: at a firm's, in a shop."""
    behind = next((n for n, word in enumerate(part) if word.form is Form.PREPOSITION), len(part))
    return any(_is_firm(word) for word in part[behind + 1 :])


def _objects(part: Part, verb: Word) -> Part:
    """What the verb is said of: an English one of what follows; nothing behind a preposition."""
    place = part.index(verb)
    after = part[place + 1 :]
    behind = next((n for n, word in enumerate(after) if word.form is Form.PREPOSITION), len(after))
    return (*(part[:place] if verb.russian else ()), *after[:behind])


def _is_firm(word: Word) -> bool:
    """Whether a word is a firm's or a product's own name."""
    if word.lemmas & words("shops"):
        return True
    if word.lemmas & _of_trade() or not word.text.isalpha():
        return False
    unknown = word.proper and not word.known and word.form in _NAMING
    return len(word.text) >= _SHORTEST_FIRM and (unknown or word.firm)


def _is_named(word: Word) -> bool:
    """Whether a thing taken has a name of its own: one may be a word of the language too, written with a capital."""
    named = word.proper and word.russian and word.form is Form.NOUN and not word.lemmas & _of_trade()
    return named or _is_firm(word)


def _is_somebody(word: Word) -> bool:
    """Whether somebody else is named, by his name or as a noun that is no contest and nobody of the deal."""
    if word.lemmas & (words("contests") | words("people") - words("vendors")):
        return False
    return _is_firm(word) or word.name or (word.form is Form.NOUN and word.subject)


@cache
def _of_trade() -> frozenset[str]:
    """Things a deal is made of, and wares."""
    events = (
        noun for language in lexicon()["results"].values() for nouns in language.values() for noun in listed(nouns)
    )
    lists = ("papers", "matters", "bookings", "owed", "details", "people", "requests", "wares", "times", "fillers")
    return frozenset(events).union(*(words(each) for each in lists))
