"""Cuts a name into words, and the words into parts that each say something of their own."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

from wizard.lint.reading import russian
from wizard.lint.reading.letters import cleaned, is_russian, plain
from wizard.lint.reading.lexicon import lexicon, listed
from wizard.lint.reading.lexicon import words as words_of
from wizard.lint.reading.typos import analysed
from wizard.lint.reading.word import Form, Word

# Between parts: commas, slashes, brackets, dashes with a space beside them, arrows.
# A short word that breaks off at a consonant is cut short, and its dot ends no sentence: "tech. presale".
_BROKEN = "[\u0431\u0432\u0433\u0434\u0436\u0437\u043a\u043c\u043f\u0440\u0441\u0444\u0445\u0446\u0447\u0448\u0449]"
_CUTS = re.compile(
    r"[,;/|+()\[\]<>\u2192\u00bb\u00ab\u201c\u201d\"\u2014\u2013:]+|(?<=\S)-\s|\s-(?=\S)|\s-\s"
    rf"|(?<!\b\w{_BROKEN})(?<!\b\w\w{_BROKEN})(?<!\b\w\w\w{_BROKEN})\.\s"
)
_WORD = re.compile(r"[^\W_]+(?:['\u2019-][^\W_]+)*|%", re.UNICODE)
_GLUED = (Form.DONE, Form.WAS, Form.DOES, Form.WILL, Form.WE_DO, Form.TODO)
_PREDICATES = (Form.DONE, Form.WAS, Form.WE_DO, Form.DOES, Form.WILL, Form.SHORT)
_LONE = (*_PREDICATES, Form.DOING)

_AND = " and "
_OWNS = re.compile(r"['\u2019]s?$")

Part = tuple[Word, ...]


def parts(name: str) -> tuple[Part, ...]:
    """The parts of a name that hold words, in their order."""
    proper = _proper(name)
    found = [_words(piece, proper) for piece in _CUTS.split(_written_out(cleaned(name)))]
    return tuple(part for piece in found for part in _apart(piece) if part)


def _proper(name: str) -> frozenset[str]:
    """The words written with a capital, unless all are, or all letters."""
    _, *rest = _WORD.findall(name) or [""]
    own = frozenset(plain(word) for word in rest if word[0].isupper() and not word.isupper())
    return own if len(own) < len(rest) or len(rest) == 1 else frozenset()


def _written_out(text: str) -> str:
    """A name with the words in full that are usually cut short, with a dot or without."""
    return _cut_short().sub(lambda match: _in_full()[match[1]], text).replace(" & ", _AND)


@cache
def _in_full() -> dict[str, str]:
    return dict(pair.split() for pair in listed(lexicon()["short"]))


@cache
def _cut_short() -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-])({'|'.join(_in_full())})(?:\.|(?![\w-]))")


def _words(text: str, proper: frozenset[str]) -> Part:
    found = ((word, _owner(word, analysed(each))) for word in _WORD.findall(text) for each in _pieces(word))
    return tuple(replace(each, proper=True) if word in proper else each for word, each in found)


def _owner(written: str, word: Word) -> Word:
    """An English owner is somebody by name, unless he is somebody of the deal: "Mary's leads"."""
    owns = not word.russian and _OWNS.search(written) and not word.lemmas & (words_of("people") | words_of("times"))
    return replace(word, name=True) if owns else word


def _pieces(word: str) -> list[str]:
    """Hyphens join in Russian and part in English; an apostrophe is no letter."""
    word = word.replace("'", "").replace("\u2019", "")
    if is_russian(word):
        word = _unglued(word)
        if " " in word:
            return word.split()
    if "-" not in word or (is_russian(word) and not re.search("[a-z]", word)):
        return [word]
    return [piece for piece in word.split("-") if piece]


def _unglued(word: str) -> str:
    """A negation written together with its verb, apart."""
    for no in words_of("grammar", "denies"):
        rest = word.removeprefix(no)
        if rest != word and not russian.analysed(word).known and russian.analysed(rest).form in _GLUED:
            return f"{no} {rest}" if russian.analysed(rest).known else word
    return word


def _apart(words: Part) -> list[Part]:
    """Two sentences joined by "and", when both have a predicate."""
    for place, word in enumerate(words):
        before, after = words[:place], words[place + 1 :]
        lone = len(before) == 1 and before[0].form in _PREDICATES and _goes_on(after)
        opposed = word.text in words_of("grammar", "opposes") and before and after
        if word.text in words_of("grammar", "joins") and (opposed or lone or (_says(before) and _says(after, least=1))):
            return [before, *_apart(after)]
    return [words]


def _goes_on(words: Part) -> bool:
    """Whether a second verb stands alone, or begins with what both are about: "visited and quoted the roof"."""
    return bool(words) and words[0].form in (_LONE if len(words) == 1 else (Form.DONE,))


def _says(words: Part, least: int = 2) -> bool:
    return len(words) >= least and any(word.form in _PREDICATES for word in words)
