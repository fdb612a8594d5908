"""What a part without a verb says: an event by its noun, a place where a deal lies, a kind of client."""

from __future__ import annotations

from wizard.lint.reading import grammar
from wizard.lint.reading.concept import Concept, Reading
from wizard.lint.reading.lexicon import words
from wizard.lint.reading.parts import Part
from wizard.lint.reading.word import Form, Word

# The group of names that tell where a thing is: in delivery it has got there.
PLACE = "place"


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
    if _is_at_ours(part):
        return Reading(Concept.RESULT, words=said)
    if _thing_is_in_place(part):
        waits = part[1].text in words("grammar", "beside")
        return Reading(Concept.WAITS if waits else Concept.BARE, PLACE, said, ours=False)
    if _somebody_is_away(part) or _paper_is_away(part) or _thing_is_beside(part):
        return Reading(Concept.WAITS, "theirs", said, ours=False)
    if part[0].form is Form.PREPOSITION or part[0].text in words("grammar", "later"):
        return _in_place(part, said, ours=ours)
    return _state(part, said, ours=ours) or _event(part, nouns, ours=ours)


def _somebody_is_away(part: Part) -> bool:
    """Whether a name tells where somebody is: "the client on holiday"."""
    in_place = len(part) > 2 and part[1].text in words("grammar", "places")
    return in_place and part[0].form is Form.NOUN and bool(part[0].lemmas & words("people"))


def _is_at_ours(part: Part) -> bool:
    """Whether somebody or something has come to a place of ours: "the client in the showroom", "money in the till"."""
    return (
        len(part) == 3
        and part[0].form is Form.NOUN
        and part[1].text in words("grammar", "places")
        and (part[2].where or part[2].agent)
        and bool(part[2].lemmas & words("premises"))
        and not is_done(part[0])
    )


def _thing_is_in_place(part: Part) -> bool:
    """Whether a Russian name tells where a thing is that is no paper: "goods in the port", "keys at the tenant's"."""
    if len(part) < 3 or not is_thing(part[0]) or part[1].text not in words("grammar", "places"):
        return False
    return part[2].where or (part[1].text in words("grammar", "beside") and not part[2].subject)


def is_thing(word: Word) -> bool:
    """Whether a noun names a thing or a case, and no paper, event or anybody."""
    nothing = word.lemmas & (words("matters") | words("times") | words("board") | words("heaps"))
    if word.lemmas & words("lies"):
        return word.russian
    papers = word.lemmas & (words("papers") | words("requests") | words("people") | words("fillers"))
    return word.russian and word.form is Form.NOUN and word.subject and not (papers or nothing or is_done(word))


def is_done(word: Word) -> bool:
    """Whether a noun tells of something that is done: an event, or a noun made of a verb."""
    known = word.lemmas & (grammar.of_results() | grammar.deverbal() | words("bookings"))
    return bool(known or grammar.DEVERBAL.search(word.base))


def _paper_is_away(part: Part) -> bool:
    """Whether a name tells where a paper lies: "the form at the insurer's", but not "the papers at hand"."""
    if len(part) < 3 or not part[0].lemmas & words("papers") or part[1].text not in words("grammar", "places"):
        return False
    near = words("grammar", "here") | words("times")
    away = part[2].where or part[1].text in words("grammar", "beside")
    return away and not any(word.lemmas & near for word in part[2:])


def _thing_is_beside(part: Part) -> bool:
    """Whether something that is no event is at somebody's: "keys at the agent's", "a question for his wife"."""
    if len(part) < 3 or not part[0].russian or part[1].text not in words("grammar", "beside"):
        return False
    first, whose = part[0], part[2]
    return first.form is Form.NOUN and whose.form is Form.NOUN and not is_done(first) and not whose.subject


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
    # The head of an English name stands last, of a Russian one first.
    head = next(iter(nouns if part[0].russian else nouns[::-1]), None)
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
    return Reading(Concept.UNCLEAR, "category", said, ours=ours)
