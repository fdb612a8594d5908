"""Russian words by morphology: pymorphy3 with the dictionary of OpenCorpora."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import Any

from wizard.lint.reading.lexicon import words
from wizard.lint.reading.word import Form, Word

_REMEMBERED = 16384
# A parse less likely than this is not believed.
_LIKELY = 0.04
_NEGATIONS = frozenset({"\u043d\u0435", "\u043d\u0435\u0442", "\u0431\u0435\u0437", "\u043d\u0438"})
_NOMINAL = (Form.NOUN, Form.ADJECTIVE, Form.SHORT, Form.OTHER, Form.PREPOSITION, Form.NUMBER, Form.ATTRIBUTE)
# A participle of a verb too young for the dictionary, by its prefix and suffix: "cleared through customs".
_COINED = re.compile(
    "^(?:\u0437\u0430|\u0440\u0430[\u0441\u0437]|\u043e\u0442|\u043f\u043e\u0434|\u043f\u0435\u0440\u0435|\u043f\u0440\u043e|\u0432\u044b|\u0434\u043e)\\w{3,}[\u0435\u0430]\u043d[\u0430\u043e\u044b]?$"
    "|\u043e\u0432\u0430\u043d[\u0430\u043e\u044b]?$|\u043d\u0443\u0442[\u0430\u043e\u044b]?$"
)
# Prefixes that finish what a known verb does.
_FINISHING = (
    "\u043e\u0442",
    "\u043f\u0440\u043e",
    "\u0434\u043e",
    "\u0437\u0430",
    "\u0432\u044b",
    "\u043f\u0435\u0440\u0435",
    "\u043f\u043e",
    "\u043d\u0430",
    "\u0441",
)
_LIKE = (Form.ADJECTIVE, Form.SHORT, Form.OTHER)
_OWN = frozenset({"Name", "Surn", "Patr"})
_FIRM = frozenset({"Orgn", "Trad"})
_ADJECTIVES = ("\u044b\u0439", "\u0438\u0439", "\u043e\u0439")
_YO = str.maketrans("\u0451", "\u0435")


@cache
def morph() -> Any:
    """The analyser; loaded at the first Russian word, which takes a tenth of a second."""
    import pymorphy3  # noqa: PLC0415 - a process that reads no names does not pay for it

    return pymorphy3.MorphAnalyzer(lang="ru")


@lru_cache(maxsize=_REMEMBERED)
def analysed(text: str) -> Word:
    """A Russian word, small letters, without yo."""
    if text in _NEGATIONS:
        return Word(text, text, frozenset({text}), Form.NEGATION, russian=True)
    if text in words("russian", "copulas"):
        # "There is" and "to eat" are one word.
        return Word(text, text, frozenset({text}), Form.OTHER, russian=True)
    parses = [parse for parse in morph().parse(text) if parse.score >= _LIKELY]
    if not parses:
        return Word(text, text, frozenset({text}), Form.OTHER, russian=True, known=False)
    best = _best(parses)
    known = bool(morph().word_is_known(text))
    base = str(best.normal_form).translate(_YO)
    form = Form.NOUN if text in words("russian", "nouns") else _form(best)
    relatives = _relatives(text, best, known=known)
    coined = not known and not relatives and form in _NOMINAL and _COINED.search(text)
    if coined or (not known and is_done_again(text)) or (not known and form is Form.WAS and _is_finished(text)):
        form = Form.DONE
    # "Went out" and "send" are one word in Russian; a verb is read as its likeliest form only.
    same = [parse for parse in parses if form in _NOMINAL or _form(parse) is form]
    lemmas = {str(parse.normal_form).translate(_YO) for parse in same}
    lemmas |= relatives
    return Word(
        text,
        base,
        frozenset({text, *lemmas}),
        form,
        russian=True,
        negated=_denies(text, form),
        subject=text in words("russian", "nouns") or any(p.tag.POS == "NOUN" and p.tag.case == "nomn" for p in parses),
        known=known,
        name=known and all(_OWN & p.tag.grammemes for p in parses),
        firm=known and any(_FIRM & p.tag.grammemes for p in parses),
        quality=form in _LIKE and (any("Qual" in p.tag for p in parses) or _is_quality(relatives)),
        living=best.tag.POS == "NOUN" and best.tag.animacy == "anim",
        agent=best.tag.POS == "NOUN" and best.tag.case == "ablt",
        where=best.tag.POS in ("NOUN", "ADJF") and any(p.tag.case == "loct" for p in parses),
    )


def _relatives(text: str, best: Any, *, known: bool) -> set[str]:
    """Words a word is made of: an adverb of its adjective, a compound or a coinage of what it is put together from."""
    if best.tag.POS in ("ADVB", "PRED") and text.endswith("\u043e"):
        made = (text[:-1] + ending for ending in _ADJECTIVES)
        return {each for each in made if morph().word_is_known(each)}
    if known:
        return set()
    rests = text.split("-") if "-" in text else [text.removeprefix(p) for p in words("russian", "prefixes")]
    return {
        str(morph().parse(rest)[0].normal_form).translate(_YO)
        for rest in rests
        if rest != text and len(rest) > 2 and morph().word_is_known(rest)
    }


def is_done_again(text: str) -> bool:
    """Whether a prefix stands before a known participle: "flashed anew"."""
    rests = (text.removeprefix(prefix) for prefix in _FINISHING)
    known = (rest for rest in rests if rest != text and len(rest) > 3 and morph().word_is_known(rest))
    return any(morph().parse(rest)[0].tag.POS == "PRTS" for rest in known)


def _is_finished(text: str) -> bool:
    """Whether a known verb was brought to its end by a prefix: "served out the probation"."""
    rests = (text.removeprefix(prefix) for prefix in _FINISHING)
    plain = (each for rest in rests if rest != text for each in (rest, rest[:-2]))
    return any(morph().word_is_known(each) and morph().parse(each)[0].tag.tense for each in plain)


def _is_quality(relatives: set[str]) -> bool:
    """Whether an adverb is made of an adjective that tells what something is like."""
    return any("Qual" in parse.tag for each in relatives for parse in morph().parse(each))


def _best(parses: list[Any]) -> Any:
    """The likeliest parse; a finished participle wins over an adjective or an unfinished one of the same word."""
    first = parses[0]
    if first.word in words("russian", "nouns"):
        return next((p for p in parses if p.tag.POS == "NOUN"), first)
    if first.tag.mood == "impr":
        # A command is rarer in a name than the past it looks like.
        return next((p for p in parses if p.tag.tense == "past"), first)
    if first.tag.POS in ("ADJS", "PRTS"):
        finished = (
            p for p in parses if p.tag.POS in ("PRTS", "VERB") and p.tag.aspect == "perf" and p.tag.tense == "past"
        )
        return next(finished, None) or next((p for p in parses if p.tag.person == "1per"), first)
    if first.tag.tense == "futr":
        # Without its yo "wrapped up" looks like "they will wrap up".
        return next((p for p in parses if p.tag.POS == "PRTS"), first)
    return _of_past(first, parses) if first.tag.POS == "VERB" and first.tag.tense == "past" else first


def _of_past(first: Any, parses: list[Any]) -> Any:
    """A past as it is likeliest meant in a name: finished, or the noun of an event that looks like it."""
    if first.tag.aspect == "impf":
        return next((p for p in parses if p.tag.tense == "past" and p.tag.aspect == "perf"), first)
    return next((p for p in parses if p.tag.POS == "NOUN" and p.tag.case == "nomn"), first)


_BY_PART = {
    "INFN": Form.TODO,
    "NOUN": Form.NOUN,
    "ADJF": Form.ADJECTIVE,
    "ADJS": Form.SHORT,
    "PRTF": Form.ATTRIBUTE,
    "PREP": Form.PREPOSITION,
    "NUMR": Form.NUMBER,
    "COMP": Form.OTHER,
    "GRND": Form.OTHER,
}


def _form(parse: Any) -> Form:
    tag = parse.tag
    if tag.POS == "PRTS":
        return Form.DONE if tag.aspect == "perf" else Form.WAS
    if tag.POS == "VERB":
        return _of_verb(tag, str(parse.normal_form))
    return _BY_PART.get(tag.POS, Form.OTHER)


def _of_verb(tag: Any, base: str) -> Form:
    if tag.mood == "impr" or tag.person == "2per":
        return Form.TODO
    if tag.tense == "past":
        finished = tag.aspect == "perf" or base in words("finished", "ru")
        return Form.DONE if finished else Form.WAS
    if tag.tense == "futr":
        return Form.WILL
    return Form.WE_DO if tag.person == "1per" else Form.DOES


def _denies(text: str, form: Form) -> bool:
    """Whether a word denies by its own prefix: "unprocessed", "not filled in to the end"."""
    if form in (Form.NOUN, Form.TODO, Form.DOES, Form.WE_DO, Form.WILL):
        return False
    rests = (text.removeprefix(prefix) for prefix in words("grammar", "denying_prefixes"))
    return any(_is_participle(rest) for rest in rests if rest != text and len(rest) > 4)


def _is_participle(text: str) -> bool:
    known = bool(morph().word_is_known(text))
    return known and any(p.tag.POS in ("PRTS", "PRTF") for p in morph().parse(text))
