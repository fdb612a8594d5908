"""What a name says that tells where somebody or something is: at ours, in its place, or away."""

from __future__ import annotations

from wizard.lint.reading import grammar
from wizard.lint.reading.concept import Concept, Reading
from wizard.lint.reading.lexicon import words
from wizard.lint.reading.parts import Part
from wizard.lint.reading.word import Form, Word

# The group of names that tell where a thing is: in delivery it has got there.
PLACE = "place"


def placed(part: Part) -> Reading | None:
    """What a place says; None if there is none."""
    said = tuple(word.text for word in part)
    if _is_at_ours(part):
        return Reading(Concept.RESULT, words=said)
    if _thing_is_in_place(part):
        waits = part[1].text in words("grammar", "beside")
        return Reading(Concept.WAITS if waits else Concept.BARE, PLACE, said, ours=False)
    away = _somebody_is_away(part) or _paper_is_away(part) or _thing_is_beside(part)
    return Reading(Concept.WAITS, "theirs", said, ours=False) if away else None


def _is_at_ours(part: Part) -> bool:
    """Whether somebody or something has come to a place of ours: "the client in the showroom", "money in the till"."""
    return (
        (len(part) == 3 or (len(part) == 4 and bool(part[3].lemmas & words("staff"))))
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
    return part[2].where or (part[1].text in words("grammar", "beside") and part[2].form is Form.NOUN)


def _somebody_is_away(part: Part) -> bool:
    """Whether a name tells where somebody is: "the client on holiday"."""
    in_place = len(part) > 2 and part[1].text in words("grammar", "places")
    return in_place and part[0].form is Form.NOUN and bool(part[0].lemmas & words("people"))


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
