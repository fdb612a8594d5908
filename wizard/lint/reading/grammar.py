"""What the grammar of a part of a name says: finished or not, denied, and who acts."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from wizard.lint.reading import english
from wizard.lint.reading.lexicon import lexicon, listed, words
from wizard.lint.reading.parts import Part
from wizard.lint.reading.word import Form, Word

# Russian nouns made of a verb.
DEVERBAL = re.compile("(?:\u043d\u0438\u0435|\u0446\u0438\u044f|\u0442\u0438\u0435|\u043a\u0430)$")


def finished(part: Part) -> Word | None:
    """The predicate that says that something is finished, unless it is denied."""
    for place, word in enumerate(part):
        if word.form is not Form.DONE or word.negated or denied(part, place) or _only_intended(part, place):
            continue
        if not word.russian and word.base == "do" and any(w.form is Form.NEGATION for w in part[place + 1 : place + 2]):
            continue
        if _is_predicate(part, place):
            return word
    return None


def _only_intended(part: Part, place: int) -> bool:
    """Whether a past verb only leads to the infinitive behind it: promised to pay, is left to sign."""
    if not part[place].lemmas & words("grammar", "intends"):
        return False
    after = part[place + 1 : place + 4]
    if part[place].russian:
        return any(word.form is Form.TODO for word in after)
    return len(after) > 1 and after[0].text == "to" and english.may_do(after[1])


def denied(part: Part, place: int) -> bool:
    """Whether a negation stands before a word, with at most one word between."""
    before = part[max(0, place - 2) : place]
    if part[place].russian:
        return any(w.form is Form.NEGATION and w.text in words("grammar", "denies") for w in before)
    return any(w.form is Form.NEGATION and w.text not in words("english", "attributes") for w in part[:place])


def is_being_done(part: Part, place: int) -> bool:
    """Whether an English participle tells what is still being done: "being prepared", "to be signed"."""
    return any(w.text in words("grammar", "not_yet") for w in part[:place])


def negation(part: Part) -> Word | None:
    """The word that denies."""
    absence = words("grammar", "absence")
    return next((w for w in part if w.form is Form.NEGATION or w.negated or w.lemmas & absence), None)


def names_an_event(part: Part) -> bool:
    """Whether a noun of something that is done in deals stands in a part: a thing to reach, though not yet reached."""
    return any(w.form is Form.NOUN and _is_done(w) for w in part)


def head(part: Part, nouns: Sequence[Word]) -> Word | None:
    """What a name without a verb is about: the first Russian noun, the last English one before a preposition."""
    if part[0].russian:
        return next(iter(nouns), None)
    behind = next((n for n, word in enumerate(part) if n and word.form is Form.PREPOSITION), len(part))
    return next((word for word in reversed(part[:behind]) if word in nouns), next(reversed(nouns), None))


def is_about_an_event(part: Part) -> bool:
    """Whether the head of a name is something that is done in deals."""
    about = head(part, [word for word in part if word.form is Form.NOUN])
    return about is not None and _is_done(about)


def _is_done(word: Word) -> bool:
    known = word.lemmas & (of_results() | deverbal() | words("bookings") | words("papers") | words("trade_nouns"))
    return bool(known or (word.russian and DEVERBAL.search(word.base)))


@cache
def of_results() -> frozenset[str]:
    """All events and things a result may be told of."""
    results = [each for language in lexicon()["results"].values() for each in language.values()]
    return frozenset(noun for nouns in results for noun in listed(nouns)) - words("papers")


def is_of_thing(part: Part) -> bool:
    """Whether a thing is ready, not somebody: "the analysis is ready"."""
    of_people = (words("people") | words("requests") | words("fillers")) - words("grammar", "ordered")
    if len(part) < 2:
        return False
    # "The waybill is ready" in either order of words.
    thing = part[1] if part[0].form is Form.SHORT else part[0]
    return thing.form is Form.NOUN and thing.subject and not thing.lemmas & of_people


def is_new_request(part: Part) -> bool:
    """Whether a part speaks of a request that is new."""
    new = any(w.lemmas & words("grammar", "new") for w in part)
    return new and any(w.form is Form.NOUN and w.lemmas & words("requests") for w in part)


def leads_to(part: Part, place: int) -> bool:
    """Whether a preposition tells what a visit, a booking or a request in front is for: "a booking for a survey"."""
    goes = part[0].lemmas & (words("requests") | words("grammar", "bound"))
    towards = part[place].text in words("grammar", "onto") and part[place + 1 : place + 2]
    return bool(goes and towards) and part[0].russian and not part[place + 1].where


def is_work(part: Part) -> bool:
    """Whether a part begins with work that is done where the client is."""
    return bool(part[0].lemmas & words("grammar", "on_site"))


def is_event(part: Part) -> bool:
    """Whether a part speaks of an event that takes place at a time: of a fitting, but not of a purchase."""
    return any(w.form is Form.NOUN and w.lemmas & events() for w in part)


def is_under_way(part: Part) -> bool:
    """Whether a Russian noun made of a verb tells what is done to something: "checking of drawings"."""
    first, *rest = part
    return bool(first.lemmas & deverbal()) and any(word.form is Form.NOUN for word in rest)


@cache
def deverbal() -> frozenset[str]:
    return frozenset(pair.split()[0] for pair in listed(lexicon()["turned"]))


def is_of_object(part: Part, adjective: Word) -> bool:
    """Whether an adjective stands between two nouns and tells of the second: the estimate of a hard project."""
    place = part.index(adjective)
    after = part[place + 1 : place + 2]
    return bool(after) and after[0].form is Form.NOUN and any(w.form is Form.NOUN for w in part[:place])


def stands_alone(part: Part, adjective: Word) -> bool:
    """Whether an adjective has no noun of its own: "the warm from the webinar"."""
    after = part[part.index(adjective) + 1 :]
    return (
        bool(after)
        and after[0].form is Form.PREPOSITION
        and not any(w.form is Form.NOUN for w in part[: part.index(adjective)])
    )


@cache
def events() -> frozenset[str]:
    """The events of a funnel that take place at a time."""
    verbs = words("grammar", "takes_place")
    results = [each for language in lexicon()["results"].values() for each in language.items()]
    return frozenset(noun for verb, nouns in results if verb in verbs for noun in listed(nouns))


def _is_predicate(part: Part, place: int) -> bool:
    """A Russian form tells by itself; an English participle does at the end, before a preposition, or after a noun."""
    word, before, after = part[place], part[:place], part[place + 1 :]
    if word.russian:
        return True
    to_come = any(w.form is Form.WILL for w in before) and word.text == word.base
    if to_come or is_being_done(part, place):
        return False
    if not after or _closes(after[0]):
        return True
    if not before:
        return word.text in english.only_past() or word.base in words("deeds_en")
    return _has_object(before, after)


def _closes(word: Word) -> bool:
    """Whether what comes behind a participle shows it to be the verb: in "booked for Monday", "signed the lease"."""
    small = word.form in (Form.PREPOSITION, Form.NUMBER) or word.text in words("english", "articles")
    return small or word.russian or word.text.endswith("ly")


def _has_object(before: Part, after: Part) -> bool:
    """Whether a participle between nouns is the verb: in "buyer signed contract", not in "sales qualified lead"."""
    people = words("people")
    if after[0].lemmas & (words("requests") | people) and not any(w.lemmas & people for w in before):
        return False
    subject = any(w.form is Form.NOUN and w.text not in words("english", "articles") for w in before)
    return subject and not any(w.form is Form.DONE for w in after)
