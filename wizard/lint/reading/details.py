"""Phrases that tell only a detail of an event or a thing: what it is for, where it is, or what it is about."""

from __future__ import annotations

from functools import cache

from wizard.lint.reading import grammar, places
from wizard.lint.reading.concept import Concept
from wizard.lint.reading.lexicon import words
from wizard.lint.reading.parts import Part
from wizard.lint.reading.phrases import Match
from wizard.lint.reading.word import Form, Word

# What is no state of the deal where it is the object of an event: "recovery of a debt".
_LIE_ELSEWHERE = (Concept.WAITS, Concept.OUTCOME, Concept.PARKS)
_NAMING = (Form.NOUN, Form.SHORT)
_GOALS = (Concept.PROCESS, Concept.TODO, Concept.WORK)


def is_detail(match: Match, part: Part) -> bool:
    """Whether a phrase tells only which event it is: the survey of a hard site, the meeting at the bank."""
    first = match.words[0]
    if _is_of_an_event(match, part):
        return True
    if match.is_adjective:
        return _is_of_another(match, part)
    if match.phrase.concept is Concept.HOPES and first.form is Form.SHORT:
        # "The analysis is ready" is no mood.
        agrees = first.lemmas & words("grammar", "agreed")
        return bool(agrees) and len(match.words) == 1 and _is_of_a_thing(match, part)
    return first.form is Form.PREPOSITION and _is_where_or_for(match, part)


def _is_of_another(match: Match, part: Part) -> bool:
    """Whether an adjective tells of something that is not what the name is about."""
    first = match.words[0]
    mood = match.phrase.concept is Concept.HOPES and not grammar.stands_alone(part, first)
    return grammar.is_of_object(part, first) or (mood and grammar.is_event(part))


def _is_where_or_for(match: Match, part: Part) -> bool:
    """Whether a preposition tells where something takes place or is, or what for."""
    first = match.words[0]
    place = part.index(first)
    before = part[:place]
    if match.phrase.concept in _GOALS:
        # "A new request for an estimate" has only come in, "a visit to the plant" is one event.
        return grammar.is_new_request(part) or (bool(before) and grammar.leads_to(part, place))
    if match.phrase.concept is not Concept.WAITS:
        return False
    if before and first.text in words("grammar", "beside") and (places.is_thing(part[0]) or grammar.is_work(before)):
        # "The car at the client's", "mounting at the client's": where, not whose turn it is.
        return True
    return first.text not in words("grammar", "states") and grammar.is_event(before)


def _is_of_an_event(match: Match, part: Part) -> bool:
    """Whether a phrase only tells of what an event is: "restructuring of debts", "a clarifying talk"."""
    first, *more = match.words
    if more or not first.russian:
        return False
    place = part.index(first)
    if first.form is Form.ATTRIBUTE:
        return place + 1 < len(part) and bool(part[place + 1].lemmas & words("grammar", "talks"))
    object_of = place > 0 and first.text != first.base and places.is_done(part[place - 1])
    return object_of and first.form in _NAMING and match.phrase.concept in _LIE_ELSEWHERE


def _is_of_a_thing(match: Match, part: Part) -> bool:
    """Whether a thing or an event of the trade is what is told of."""
    events = (place for place, word in enumerate(part) if grammar.is_event((word,)))
    about_people = any(word.lemmas & words("people") for word in part)
    if match.words[0].form is Form.SHORT and grammar.is_of_thing(part):
        return True
    return tells_of_a_thing(part, match.words) or (
        not about_people and any(not _is_oblique(part, place) for place in events)
    )


def tells_of_a_thing(part: Part, verb: tuple[Word, ...]) -> bool:
    """Whether somebody's verb is said of a thing: snow was cleared away, a boiler burnt down."""
    return any(
        word.form is Form.NOUN
        and not (word.agent or word.living or word in verb)
        and not word.lemmas & _of_deals()
        and not grammar.is_event((word,))
        and not _is_oblique(part, place)
        for place, word in enumerate(part)
    )


@cache
def _of_deals() -> frozenset[str]:
    """Whom and what a deal is made of."""
    firms = words("people") | words("vendors")
    return firms | words("requests") | words("fillers") | words("times") | words("matters")


def _is_oblique(part: Part, place: int) -> bool:
    return any(word.form is Form.PREPOSITION for word in part[max(0, place - 2) : place])
