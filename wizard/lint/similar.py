"""Names that say the same in other words: compared by their dictionary forms."""

from __future__ import annotations

from functools import lru_cache

from wizard.lint.reading.lexicon import words
from wizard.lint.reading.parts import parts
from wizard.lint.reading.word import Form

_REMEMBERED = 16384
_EMPTY = (Form.PREPOSITION, Form.NUMBER)


@lru_cache(maxsize=_REMEMBERED)
def key(name: str) -> frozenset[str]:
    """What a name is about and what became of it: forms, order, numbers and small words do not matter."""
    found = [word for part in parts(name) for word in part if word.form not in _EMPTY and not word.text.isdigit()]
    telling = [word for word in found if len(word.text) > 1 and word.text not in words("english", "articles")]
    return frozenset(word.base for word in telling)


@lru_cache(maxsize=_REMEMBERED)
def numbers(name: str) -> tuple[str, ...]:
    """The numbers in a name: the first and the second meeting are two results."""
    return tuple(word.text for part in parts(name) for word in part if word.text.isdigit())
