"""What a part without a verb says: an event by its noun, a place where a deal lies, a kind of client."""

from __future__ import annotations

from wizard.lint.reading import grammar, places
from wizard.lint.reading.concept import Concept, Reading
from wizard.lint.reading.lexicon import words
from wizard.lint.reading.parts import Part
from wizard.lint.reading.word import Form, Word


def nominal(part: Part) -> Reading:
    """A part without a verb: an event by its noun, a place where a deal lies, a kind of client."""
    said = tuple(w.text for w in part)
    ours = not any(w.lemmas & words("people") for w in part)
    nouns = [w for w in part if w.form is Form.NOUN and not w.lemmas & words("times")]
    if not nouns and any(w.lemmas & words("times") for w in part):
        return Reading(Concept.PARKS, "any", said)
    if _is_somebodys(part):
        return Reading(Concept.DUMP, "any", said)
    if any(
        w.agent and w.lemmas & words("people") and part[n - 1].form is not Form.PREPOSITION for n, w in enumerate(part)
    ):
        # "Choice of a plan by the client": he has it to do.
        return Reading(Concept.WAITS, "theirs", said, ours=False)
    return places.placed(part) or _otherwise(part, nouns, ours=ours)


def _otherwise(part: Part, nouns: list[Word], *, ours: bool) -> Reading:
    said = tuple(w.text for w in part)
    if part[0].form is Form.PREPOSITION or part[0].text in words("grammar", "later"):
        return _in_place(part, said, ours=ours)
    return _state(part, said, ours=ours) or _event(part, nouns, ours=ours)


def _is_somebodys(part: Part) -> bool:
    """Whether a name holds nothing but whose the deals are: "Mary's leads"."""
    rest = [word for word in part if not word.name and word.form is not Form.PREPOSITION]
    whose = len(rest) < len(part) and any(word.name for word in part)
    return whose and all(word.lemmas & (words("heaps") | words("requests")) for word in rest)


def _state(part: Part, said: tuple[str, ...], *, ours: bool) -> Reading | None:
    if any(w.form is Form.SHORT for w in part):
        agrees = any(w.lemmas & words("grammar", "agreed") for w in part)
        if agrees and grammar.is_of_thing(part):
            return Reading(Concept.RESULT, words=said)
        return Reading(Concept.UNCLEAR, "state", said, soft=agrees, ours=ours)
    if part[0].form is Form.DONE:
        # "Attended webinar", "Signed contract": a deed or a kind, nobody can tell.
        return Reading(Concept.UNCLEAR, "deed", said, soft=True, ours=ours)
    return None


def _event(part: Part, nouns: list[Word], *, ours: bool) -> Reading:
    said = tuple(w.text for w in part)
    head = grammar.head(part, nouns)
    if head and head.lemmas & words("requests"):
        fresh = any(w.lemmas & words("grammar", "new") for w in part) or len(part) == 1
        return Reading(Concept.REQUEST if fresh else Concept.UNCLEAR, "category", said, ours=ours)
    understood = any(w.lemmas & words("understood") for w in nouns)
    group = "understood" if understood else "any"
    return Reading(Concept.BARE if nouns else Concept.UNCLEAR, group, said, ours=ours)


def _in_place(part: Part, said: tuple[str, ...], *, ours: bool) -> Reading:
    """A name that says only where a deal lies, or what it is for."""
    if part[0].text in words("grammar", "later") and not any(w.lemmas & grammar.events() for w in part):
        return Reading(Concept.PARKS, "any", said, ours=ours)
    if part[0].text in words("grammar", "towards"):
        return Reading(Concept.TODO, "any", said, ours=ours)
    if part[0].text in words("grammar", "places"):
        return Reading(Concept.PROCESS if ours else Concept.WAITS, "any" if ours else "theirs", said, ours=ours)
    if not part[0].russian and grammar.is_about_an_event(part):
        # "Back office audit" begins with a particle, not with a place.
        return Reading(Concept.BARE, "any", said, ours=ours)
    return Reading(Concept.UNCLEAR, "category", said, ours=ours)
