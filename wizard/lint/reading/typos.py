"""Mends words with one letter missing, wrong, doubled or swapped; cautiously: names of firms are no mistakes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from wizard.lint.reading import english, russian
from wizard.lint.reading.letters import in_cyrillic, is_russian
from wizard.lint.reading.lexicon import words
from wizard.lint.reading.phrases import phrases
from wizard.lint.reading.word import Form, Word

_REMEMBERED = 4096
_SHORTEST = 5
# No word of a dictionary is longer, and slips are looked for letter by letter.
_LONGEST = 40
_RUSSIAN = "".join(chr(n) for n in range(0x430, 0x450))
_ENGLISH = "abcdefghijklmnopqrstuvwxyz"
# The commonest slip of all: a short participle written with the two letters of the long one.
_DOUBLED = re.compile("\u043d(?=\u043d[\u0430\u043e\u044b]$)")
# Verbs decide what a name says; a noun that is not known may be a product.
_DECIDING = (Form.DONE, Form.DOES, Form.WILL, Form.WE_DO, Form.TODO, Form.DOING)


@lru_cache(maxsize=_REMEMBERED)
def analysed(text: str) -> Word:
    """A word as it stands, or as it was meant."""
    russian_word = is_russian(text)
    if not russian_word and len(text) > _SHORTEST - 2:
        doubled = in_cyrillic(text)
        if doubled and russian.morph().word_is_known(doubled) and not english.known(text):
            return russian.analysed(doubled)
    analyse = russian.analysed if russian_word else english.analysed
    word = analyse(text)
    if _DOUBLED.search(text) and not word.known:
        single = russian.analysed(_DOUBLED.sub("", text))
        if single.known and single.form is Form.DONE:
            return single
    slip = _SHORTEST <= len(text) <= _LONGEST and text.isalpha()
    if word.known or not slip or not word.lemmas.isdisjoint(_vocabulary()):
        return word
    if russian_word and russian.is_done_again(text):
        return word
    alphabet = _RUSSIAN if russian_word else _ENGLISH
    known = russian.morph().word_is_known if russian_word else english.known
    near = dict.fromkeys(_neighbours(text, alphabet))
    # Slang of the trade is in no dictionary, but in the lexicon.
    meant = [analyse(each) for each in near if known(each) or each in _vocabulary()]
    said = [each for each in meant if _begins_alike(each.text, text) and not each.lemmas.isdisjoint(_vocabulary())]
    verbs = [each for each in meant if each.form in _DECIDING and _is_alike(each.text, text)]
    return next(iter(said or verbs), word)


def _begins_alike(meant: str, text: str) -> bool:
    """Whether no other letter was put in place of the first: "render" is no "tender"."""
    return len(meant) != len(text) or meant[0] == text[0] or meant[1] == text[0]


def _is_alike(meant: str, text: str) -> bool:
    """Whether a slip leaves the first letter and the ending, or only swaps letters: a product's name is no verb."""
    swapped = sorted(meant) == sorted(text)
    return meant[0] == text[0] and (swapped or meant[-2:] == text[-2:])


@cache
def _vocabulary() -> frozenset[str]:
    """Every word of the lexicon that may be mistyped."""
    of_phrases = {
        word.removeprefix("!") for each in phrases().values() for p in each for part in p.words for word in part
    }
    return frozenset(of_phrases | words("people") | words("requests") | words("times"))


def _neighbours(text: str, alphabet: str) -> Iterator[str]:
    """All words one slip away: swapped letters first, then a missing one, a doubled one, a wrong one."""
    cuts = [(text[:n], text[n:]) for n in range(len(text) + 1)]
    yield from (a + b[1] + b[0] + b[2:] for a, b in cuts if len(b) > 1)
    yield from (a + letter + b for a, b in cuts for letter in alphabet)
    yield from (a + b[1:] for a, b in cuts if b)
    yield from (a + letter + b[1:] for a, b in cuts if b for letter in alphabet)
