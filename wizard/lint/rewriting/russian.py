"""Finishes a Russian event: "measurement" becomes "measurement held", in the noun's gender and number."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Any, NamedTuple

from wizard.lint.reading.letters import cleaned, is_russian, plain
from wizard.lint.reading.lexicon import lexicon, listed
from wizard.lint.reading.lexicon import words as words_of
from wizard.lint.reading.russian import morph

_YO = str.maketrans("\u0451", "\u0435")
_LONGEST = 30
_MARKS = '.,!?\u2026:;()"\u00ab\u00bb-'
_ABBREVIATION = 4
_WORD = re.compile(r"[\w-]+")
_SEVERAL = re.compile(r"[/+,;|\u2192>]")
_VOWELS = frozenset("\u0430\u0435\u0438\u043e\u0443\u044b\u044d\u044e\u044f")


class Noun(NamedTuple):
    """A noun as a participle agrees with it."""

    base: str
    gender: str
    plural: bool
    parse: Any = None


def finished(name: str) -> Iterator[str]:
    """The event of a name with the verb that finishes it; a noun made of a verb turns into that verb."""
    words = [word.strip(_MARKS) for word in _said_first(name)]
    head = next((n for n, word in enumerate(words) if _noun(word)), None)
    if head is None or not all(is_russian(word) or word.isdigit() for word in words):
        return
    if any(_is_verb(word) for word in words[:head]) or any(map(_tells, words[head + 1 :])):
        return
    noun = _noun(words[head])
    if noun is not None and _joins_another(words[head + 1 :]):
        noun = noun._replace(plural=True)
    if noun is not None:
        yield from _turned(noun, words[head + 1 :])
    verb = _verbs().get(noun.base) if noun else None
    if noun is None or verb is None or (noun.base in _turning() and words[head + 1 :]):
        return
    whole = " ".join((*words, _agreeing(verb, noun)))
    short = f"{words[head]} {_agreeing(verb, noun)}"
    yield _titled(_as_written(whole if len(whole) <= _LONGEST else short, name))


def object_finished(name: str) -> Iterator[str]:
    """The thing that something is done to, with its result: "we draw the design" becomes "design agreed"."""
    words = [word.strip(_MARKS) for word in _said_first(name)]
    spoken_of = _verbs().keys() - _turning().keys() - words_of("vague")
    noun = next((noun for word in words if (noun := _as_thing(word)) and noun.base in spoken_of), None)
    if noun is None:
        return
    subject = noun.parse.inflect({"nomn", "plur" if noun.plural else "sing"}) if noun.parse else None
    yield _titled(f"{subject.word if subject else noun.base} {_agreeing(_verbs()[noun.base], noun)}")


def _said_first(name: str) -> list[str]:
    """The words before a slash, a plus or an arrow: two events cannot share a verb."""
    first = _SEVERAL.split(cleaned(name))[0]
    return [word for word in first.split() if any(map(str.isalnum, word))]


def _is_verb(word: str) -> bool:
    return morph().parse(word)[0].tag.POS in ("VERB", "INFN", "PREP")


def _joins_another(rest: list[str]) -> bool:
    """Whether a second noun is joined to the first, so that both take the plural."""
    return len(rest) > 1 and rest[0] in words_of("grammar", "joins") and _noun(rest[1]) is not None


def _tells(word: str) -> bool:
    """Whether a word is the predicate already: "the estimate is ready"."""
    parse = morph().parse(word)[0]
    return parse.tag.POS in ("PRTS", "VERB") or str(parse.normal_form) in words_of("grammar", "agreed")


def _as_thing(word: str) -> Noun | None:
    """A word as a noun in its likeliest case."""
    parse = morph().parse(word)[0]
    return _noun(word, parse.tag.case) if parse.tag.POS == "NOUN" else _noun(word)


def _turned(noun: Noun, rest: list[str]) -> Iterator[str]:
    """The object of a noun made of a verb becomes the subject."""
    verb = _turning().get(noun.base)
    is_noun = bool(rest) and morph().parse(rest[0])[0].tag.POS == "NOUN"
    thing = _noun(rest[0], case="gent") if is_noun else None
    if verb is None or thing is None or thing.parse is None:
        return
    subject = thing.parse.inflect({"nomn", "plur" if thing.plural else "sing"})
    if subject is not None:
        phrase = " ".join((subject.word, *rest[1:], _agreeing(verb, thing)))
        yield _titled(phrase if len(phrase) <= _LONGEST else f"{subject.word} {_agreeing(verb, thing)}")


def _noun(word: str, case: str = "nomn") -> Noun | None:
    """A word as a noun in that case, if it is one."""
    if word in words_of("russian", "neuter"):
        return Noun(word, "neut", plural=False)
    parse = next((p for p in morph().parse(word) if p.tag.POS == "NOUN" and p.tag.case == case), None)
    if parse is not None:
        base = parse.normal_form.translate(_YO)
        return Noun(base, parse.tag.gender or "neut", parse.tag.number == "plur", parse)
    if word in words_of("russian", "nouns"):
        return Noun(word, "neut" if word[-1] in _VOWELS else "masc", plural=False)
    return None


def _agreeing(verb: str, noun: Noun) -> str:
    """The short participle of a verb in the gender and number of a noun."""
    infinitive = next(p for p in morph().parse(verb) if p.tag.POS == "INFN")
    form = infinitive.inflect({"PRTS", "plur"} if noun.plural else {"PRTS", "sing", noun.gender})
    return str(form.word)


@cache
def _verbs() -> dict[str, str]:
    """The verb by which each noun is finished; the first that lists it."""
    found: dict[str, str] = {}
    for verb, nouns in lexicon()["results"]["ru"].items():
        for noun in listed(nouns):
            found.setdefault(noun, verb)
    return found


@cache
def _turning() -> dict[str, str]:
    pairs = (pair.partition(" ") for pair in listed(lexicon()["turned"]))
    return {noun: verb for noun, _, verb in pairs}


def _as_written(phrase: str, name: str) -> str:
    """The words of a phrase as they stand in the name: with their yo, and abbreviations in capitals."""
    written = {plain(word): word for word in _WORD.findall(name)}
    shouted = name.isupper()
    own = (written.get(plain(word), word) for word in phrase.split())
    return " ".join(each if not shouted and len(each) > 1 and each.isupper() else each.lower() for each in own)


def _titled(phrase: str) -> str:
    """As a name: abbreviations in capitals, the first letter too."""
    words = [word.upper() if _is_abbreviation(word) else word for word in phrase.split()]
    first, *rest = words
    return " ".join((first[:1].upper() + first[1:], *rest))


def _is_abbreviation(word: str) -> bool:
    return (1 < len(word) <= _ABBREVIATION and _VOWELS.isdisjoint(word)) or word in listed(lexicon()["abbreviations"])
