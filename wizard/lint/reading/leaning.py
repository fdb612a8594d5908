"""How much the words of a name resemble those of bad names, for names that nothing else could decide.

Weights stand in `words/leanings.yaml`, one for a word, for two words in a row, for a piece of a word and for a form;
`python -m tests.names.learn` counts them out from the labelled names and the lexicon. Those of a name are added up.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from itertools import pairwise

from wizard.lint.reading.lexicon import lexicon, listed
from wizard.lint.reading.parts import Part

_PIECES = (3, 4, 5)


def leaning(part: Part) -> float:
    """The sum of the weights of a part: above nought it resembles bad names."""
    weights = _weights()
    return float(lexicon()["start"]) + sum(weights.get(sign, 0.0) for sign in signs(part))


def signs(part: Part) -> frozenset[str]:
    """What is weighed in a part."""
    return frozenset(_signs(part))


def _signs(part: Part) -> Iterator[str]:
    for word in part:
        yield word.base
        yield f"={word.form}"
        if word.quality:
            yield "=quality"
        if word.negated:
            yield "=negated"
        text = f"<{word.base}>"
        for size in _PIECES:
            yield from (f"~{text[n : n + size]}" for n in range(len(text) - size + 1))
    for one, other in pairwise(part):
        yield f"{one.base} {other.base}"
        yield f"={one.form} {other.form}"
    yield f"=begins {part[0].form}"
    yield f"=ends {part[-1].form}"
    yield f"=long {min(len(part), 4)}"


@cache
def _weights() -> dict[str, float]:
    return {sign: float(weight) for weight, found in lexicon()["leanings"].items() for sign in listed(found)}
