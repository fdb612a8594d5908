"""Puts the reading of a name together from the readings of its parts."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from wizard.lint.reading import acting, chosen, details, grammar, moods, nominal
from wizard.lint.reading.concept import BAD, Concept, Reading
from wizard.lint.reading.lexicon import words
from wizard.lint.reading.parts import Part, parts
from wizard.lint.reading.phrases import Match, matches
from wizard.lint.reading.undecided import weighed
from wizard.lint.reading.word import Form, Word

# Texts of a few dozen projects: a project is read again after every click, with one text changed.
_REMEMBERED = 16384


_STILL = (Form.NOUN, Form.ADJECTIVE, Form.SHORT, Form.PREPOSITION, Form.OTHER, Form.NUMBER, Form.ATTRIBUTE)
# Somebody's verb says more than the event it is about: "will finish the repair" promises.
_ACTS = (Concept.HOPES, Concept.WAITS, Concept.TODO)
_EVENTS = (Concept.WORK, Concept.TALK, Concept.BARE)
# What says enough for the words of another part not to be weighed.
_TELL = (*_EVENTS, Concept.ONE_SIDED, Concept.OURS, Concept.REQUEST)
# What is a deed of ours only when done: "to invite" is a to-do, "not sent" has not happened.
_DEEDS = (Concept.ONE_SIDED, Concept.OURS)
# What a verb says of a deal that may say something else of a thing: "closed", "worked off".
_OF_DEALS = (Concept.OUTCOME, Concept.PARKS, Concept.WAITS, Concept.PROCESS, Concept.DUMP)
_GOES_ON = (Form.DOES, Form.DOING, Form.WE_DO)
# What is still to come is no result, however good it sounds.
_TO_COME = (Form.TODO, Form.WILL)


@lru_cache(maxsize=_REMEMBERED)
def read(name: str) -> Reading | None:
    """What a name says; None for an empty one."""
    said = [(part, _of_part(part)) for part in parts(name)]
    if all(word.text.isdigit() or len(set(word.text)) == 1 for part, _ in said for word in part):
        # Signs, numbers or a letter over and over tell nothing.
        return Reading(Concept.DUMP, words=(name.strip(),)) if name.strip() else None
    # Of several parts the one where the deal stays decides: the last that is not finished.
    told = [(part, reading) for part, reading in said if not _is_remark(part, reading, said)]
    bad = next((reading for _, reading in reversed(told) if reading.concept in BAD), None)
    if bad:
        return bad
    if name.rstrip().endswith("?"):
        # Who asks does not know yet.
        return Reading(Concept.HOPES, words=_texts(said[0][0]))
    result = next((reading for _, reading in said if reading.is_result), None)
    return _of_results(name, said, result) if result else told[0][1]


def _is_remark(part: Part, reading: Reading, said: Sequence[tuple[Part, Reading]]) -> bool:
    """Whether a part only adds to another: no more than a word, words but weighed, or by whom something was done."""
    others = [other for _, other in said if other is not reading]
    if reading.concept is Concept.DUMP and len(part) == 1:
        return any(other.is_result for other in others)
    if reading.concept is Concept.NOTHING:
        return any(other.is_result or other.concept in _TELL or other.group == "deed" for other in others)
    by_whom = all(word.agent for word in part) or (len(part) == 1 and bool(part[0].lemmas & words("authorities")))
    return by_whom and any(other.is_result for other in others)


def _of_results(name: str, said: Sequence[tuple[Part, Reading]], result: Reading) -> Reading:
    """What several parts say together, of which one at least is a result."""
    deeds = [(part, reading) for part, reading in said if reading.is_result or reading.concept in _DEEDS]
    lone = len(deeds) > 1 and all(len(part) == 1 for part, _ in deeds)
    last, reading = said[-1]
    # A comma adds what comes next; a bracket or a colon may tell only which event is meant.
    if "," in name and _goes_on(last, reading):
        return Reading(Concept.PROCESS, words=_texts(last), ours=reading.ours)
    if lone or any(_is_of_its_own(part) for part, _ in deeds[1:]):
        return Reading(Concept.TWO_RESULTS, words=tuple(w for _, r in deeds for w in r.words), soft=lone)
    return result


def _goes_on(part: Part, reading: Reading) -> bool:
    """Whether an event is under way, or a talk is: "checking of drawings", "still haggling"."""
    talks = reading.concept is Concept.TALK and any(word.form in _GOES_ON for word in part)
    return talks or (reading.concept in _EVENTS and grammar.is_under_way(part))


def _of_part(part: Part) -> Reading:
    found = list(matches(part))
    done = grammar.finished(part)
    best = _best(part, found, done)
    if best and best.phrase.place != "whole" and best.phrase.concept is Concept.FINE:
        is_thing = best.phrase.group == "thing" and done is None
        return nominal.nominal(part) if is_thing else Reading(Concept.RESULT, words=_texts(best.words))
    acts = acting.unfinished(part) if done is None and best and _is_but_an_event(best) else None
    if acts and acts.concept in _ACTS:
        return acts
    denies = grammar.negation(part) if done is None else None
    # "The talk did not take place": what has not happened is worse than what its noun says.
    if best and not (denies and best.phrase.place == "open" and best.phrase.concept not in BAD):
        return _reading(best, part)
    if done:
        return chosen.instead(part, done) or _finished(part, done)
    if denies:
        return Reading(Concept.NEGATED, "any", (denies.text,))
    return acting.unfinished(part) or moods.told(part) or _without_a_verb(part)


def _without_a_verb(part: Part) -> Reading:
    reading = nominal.nominal(part)
    return reading if reading.is_result else weighed(part, reading)


def _finished(part: Part, done: Word) -> Reading:
    """A result, unless a verb that is rare in deals stands alone: nobody can tell whether it is good news."""
    of_thing = details.tells_of_a_thing(part, (done,)) if done.russian else _has_subject(part, done)
    result = Reading(Concept.RESULT, words=(done.text,))
    if of_thing and not chosen.is_active(done):
        return result
    if of_thing or done.lemmas & words("deeds" if done.russian else "done_en"):
        return weighed(part, result)
    # A participle, or a past alone, tells of the thing in delivery and of the candidate in hiring.
    alone = len(part) == 1 or not chosen.is_active(done)
    return weighed(part, Reading(Concept.UNCLEAR, "deed", (done.text,), soft=True, ours=False, lone=alone))


def _has_subject(part: Part, done: Word) -> bool:
    """Whether an English verb is said of a thing in front of it."""
    return any(word.form is Form.NOUN and not word.lemmas & words("people") for word in part[: part.index(done)])


def _best(part: Part, found: list[Match], done: Word | None) -> Match | None:
    """The phrase that decides."""
    counting = [match for match in found if _counts(match, part, done)]
    return max(counting, key=lambda match: match.phrase.weight, default=None)


def _counts(match: Match, part: Part, done: Word | None) -> bool:
    place = match.phrase.place
    if match.phrase.concept in _DEEDS and place in ("always", "whole") and not _done(match, part):
        return False
    if place == "whole":
        rest = [w for w in part if w not in match.words and w.form is not Form.NUMBER and not w.text.isdigit()]
        # "Client lost" is lost, but "request accepted" says more than "accepted".
        fillers = words("fillers") if match.phrase.concept in BAD else frozenset()
        return all(w.lemmas & fillers for w in rest)
    if match.phrase.concept is Concept.FINE and any(word.form in _TO_COME for word in match.words):
        return False
    if place == "open":
        return done is None and not details.is_detail(match, part)
    if place == "deal" and details.tells_of_a_thing(part, match.words):
        return False
    return done is None or done in match.words or not (match.is_attribute or match.is_noun)


def _is_but_an_event(match: Match) -> bool:
    return match.phrase.concept in _EVENTS and match.words[0].form in (Form.NOUN, Form.PREPOSITION)


def _done(match: Match, part: Part) -> bool:
    """Whether the verb of a phrase, if it has one, is finished and not denied."""
    verbs = [word for word in match.words if word.form not in _STILL]
    return all(
        w.form is Form.DONE and not (w.negated or grammar.denied(part, at) or grammar.is_being_done(part, at))
        for w, at in ((word, part.index(word)) for word in verbs)
    )


def _reading(match: Match, part: Part) -> Reading:
    ours = match.phrase.concept is Concept.WORK or not any(w.lemmas & words("people") for w in part)
    phrase, said = match.phrase, _texts(match.words)
    # Work that goes on, not an event by its noun: "in production", "we sew".
    going_on = match.words[0].form not in (Form.NOUN, Form.SHORT, Form.ADJECTIVE)
    concept = Concept.PROCESS if phrase.concept is Concept.WORK and going_on else phrase.concept
    done = any(word.form is Form.DONE for word in match.words)
    rest = [word for word in part if word not in match.words]
    alone = len(match.words) == 1 and all(word.lemmas & words("fillers") for word in rest)
    lone = alone and done and concept in _OF_DEALS and bool(match.words[0].lemmas & words("deeds"))
    return Reading(concept, phrase.group, said, soft=phrase.soft, ours=ours, done=done, lone=lone)


def _texts(found: tuple[Word, ...]) -> tuple[str, ...]:
    return tuple(word.text for word in found)


def _is_of_its_own(part: Part) -> bool:
    """Whether a result is about something of its own: a date is but a detail of what was said before."""
    return any(word.form is Form.NOUN and not word.lemmas & words("details") for word in part)
