"""What the grammar of a part of a name says: finished or not, denied, and who acts."""

from __future__ import annotations

from functools import cache

from wizard.lint.reading import english
from wizard.lint.reading.concept import Concept, Reading
from wizard.lint.reading.lexicon import lexicon, listed, words
from wizard.lint.reading.parts import Part
from wizard.lint.reading.word import Form, Word

_REFLEXIVE = ("\u0441\u044f", "\u0441\u044c")


def finished(part: Part) -> Word | None:
    """The predicate that says that something is finished, unless it is denied."""
    for place, word in enumerate(part):
        if word.form is not Form.DONE or word.negated or denied(part, place) or _only_intended(part, place):
            continue
        if _is_predicate(part, place):
            return word
    return None


def _only_intended(part: Part, place: int) -> bool:
    """Whether a past verb only leads to the infinitive behind it: promised to pay, is left to sign."""
    leads = part[place].russian and part[place].lemmas & words("grammar", "intends")
    return bool(leads) and any(word.form is Form.TODO for word in part[place + 1 : place + 4])


def denied(part: Part, place: int) -> bool:
    """Whether a negation stands before a word, with at most one word between."""
    before = part[max(0, place - 2) : place]
    if part[place].russian:
        return any(w.form is Form.NEGATION and w.text in words("grammar", "denies") for w in before)
    return any(w.form is Form.NEGATION and w.text not in words("english", "attributes") for w in part[:place])


def negation(part: Part) -> Word | None:
    """The word that denies."""
    absence = words("grammar", "absence")
    return next((w for w in part if w.form is Form.NEGATION or w.negated or w.lemmas & absence), None)


def unfinished(part: Part) -> Reading | None:
    """What an unfinished verb says."""
    ours = not any(w.lemmas & words("people") for w in part)
    for word in part:
        said = (word.text,)
        if word.form is Form.DOES:
            passive = word.russian and word.text.endswith(_REFLEXIVE)
            return Reading(
                Concept.PROCESS if passive else Concept.WAITS, "any" if passive else "theirs", said, ours=ours
            )
        if word.form in (Form.WE_DO, Form.DOING, Form.WAS):
            return Reading(Concept.PROCESS, "any", said, ours=ours)
        if word.form is Form.WILL:
            return Reading(Concept.HOPES, "any", said, ours=ours)
        if word.form is Form.TODO:
            return Reading(Concept.TODO, "any", said, ours=ours)
    return Reading(Concept.TODO, "any", (part[0].text,)) if _is_command(part) else None


def _is_command(part: Part) -> bool:
    """An English verb in front with an object; a word that may be a noun too needs somebody or an article behind."""
    first, *rest = part
    if first.russian or not rest:
        return False
    if first.text in words("english", "todo"):
        return True
    addressed = rest[0].text in words("english", "articles") or rest[0].lemmas & words("people") or rest[0].russian
    return first.text in words("english", "todo_or_noun") and bool(addressed)


def nominal(part: Part) -> Reading:
    """A part without a verb: an event by its noun, a place where a deal lies, a kind of client."""
    said = tuple(w.text for w in part)
    ours = not any(w.lemmas & words("people") for w in part)
    nouns = [w for w in part if w.form is Form.NOUN and not w.lemmas & words("times")]
    if not nouns and any(w.lemmas & words("times") for w in part):
        return Reading(Concept.PARKS, "any", said)
    if _is_somebodys(part):
        return Reading(Concept.DUMP, "any", said)
    if _somebody_is_away(part) or _paper_is_away(part):
        return Reading(Concept.WAITS, "theirs", said, ours=False)
    if part[0].form is Form.PREPOSITION or part[0].text in words("grammar", "later"):
        return _in_place(part, said, ours=ours)
    return _state(part, said, ours=ours) or _event(part, nouns, ours=ours)


def _somebody_is_away(part: Part) -> bool:
    """Whether a name tells where somebody is: "the client on holiday"."""
    in_place = len(part) > 2 and part[1].text in words("grammar", "places")
    return in_place and part[0].form is Form.NOUN and bool(part[0].lemmas & words("people"))


def _paper_is_away(part: Part) -> bool:
    """Whether a name tells where a paper lies: "the form at the insurer's", but not "the papers at hand"."""
    if len(part) < 3 or not part[0].lemmas & words("papers") or part[1].text not in words("grammar", "places"):
        return False
    near = words("grammar", "here") | words("times")
    return part[2].where and not any(word.lemmas & near for word in part[2:])


def _is_somebodys(part: Part) -> bool:
    """Whether a name holds nothing but whose the deals are: "Mary's leads"."""
    rest = [word for word in part if not word.name and word.form is not Form.PREPOSITION]
    whose = len(rest) < len(part) and any(word.name for word in part)
    return whose and all(word.lemmas & (words("heaps") | words("requests")) for word in rest)


def _state(part: Part, said: tuple[str, ...], *, ours: bool) -> Reading | None:
    if any(w.form is Form.SHORT for w in part):
        agrees = any(w.lemmas & words("grammar", "agreed") for w in part)
        if agrees and is_of_thing(part):
            return Reading(Concept.RESULT, words=said)
        return Reading(Concept.UNCLEAR, "state", said, soft=agrees, ours=ours)
    if part[0].form is Form.DONE:
        # "Attended webinar", "Signed contract": a deed or a kind, nobody can tell.
        return Reading(Concept.UNCLEAR, "deed", said, soft=True, ours=ours)
    return None


def is_of_thing(part: Part) -> bool:
    """Whether a thing is ready, not somebody: "the analysis is ready"."""
    of_people = (words("people") | words("requests") | words("fillers")) - words("grammar", "ordered")
    if len(part) < 2:
        return False
    # "The waybill is ready" in either order of words.
    thing = part[1] if part[0].form is Form.SHORT else part[0]
    return thing.form is Form.NOUN and thing.subject and not thing.lemmas & of_people


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
    if part[0].text in words("grammar", "later") and not any(w.lemmas & _events() for w in part):
        return Reading(Concept.PARKS, "any", said, ours=ours)
    if part[0].text in words("grammar", "towards"):
        return Reading(Concept.TODO, "any", said, ours=ours)
    if part[0].text in words("grammar", "places"):
        return Reading(Concept.PROCESS if ours else Concept.WAITS, "any" if ours else "theirs", said, ours=ours)
    return Reading(Concept.UNCLEAR, "category", said, ours=ours)


def is_event(part: Part) -> bool:
    """Whether a part speaks of an event that takes place at a time: of a fitting, but not of a purchase."""
    return any(w.form is Form.NOUN and w.lemmas & _events() for w in part)


def is_under_way(part: Part) -> bool:
    """Whether a Russian noun made of a verb tells what is done to something: "checking of drawings"."""
    first, *rest = part
    return bool(first.lemmas & _deverbal()) and any(word.form is Form.NOUN for word in rest)


@cache
def _deverbal() -> frozenset[str]:
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
def _events() -> frozenset[str]:
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
    if to_come or any(w.text in words("grammar", "not_yet") for w in before):
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
