"""Counts out how much each word leans towards bad names: ``python -m tests.names.learn`` writes the weights anew.

A logistic regression over the labelled corpora and the phrases of the lexicon, by plain gradient descent. The test
halves are left out.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import numpy as np

from tests.names.labelled import LANGUAGES, Labelled, items, large
from wizard.lint.reading.leaning import signs
from wizard.lint.reading.lexicon import lexicon, listed, words
from wizard.lint.reading.parts import parts

FILE = Path(__file__).parents[2] / "wizard" / "lint" / "reading" / "words" / "leanings.yaml"
CORPORA = ("tuning", "second", "third_tuning", "fourth", "found", "found_third", "rounds", "found_fourth", "fifth")
BAD = ("outcome", "dump", "attempt", "waits", "parks", "hopes", "process", "todo")
# A phrase of the lexicon says less than a name somebody labelled.
OF_LEXICON = 0.4
ROUNDS, RATE, DECAY = 300, 0.1, 0.006
STEP, LEAST = 0.2, 0.15
WIDTH = 118

Example = tuple[frozenset[str], float, float]


def examples(names: Iterable[Labelled]) -> Iterator[Example]:
    """The last part of each name, whether it is bad, and how much that counts."""
    for item in names:
        found = parts(item.name)
        if len(found) == 1 or item.label != "bad":
            yield from ((signs(part), float(item.label == "bad"), 1.0) for part in found)


def of_lexicon() -> Iterator[Example]:
    """Phrases as if they were names: those of bad concepts, and results by their nouns and verbs."""
    for concept, groups in lexicon()["concepts"].items():
        texts = (text for places in groups.values() for text in places.values() if isinstance(text, str))
        for phrase in (phrase for text in texts for phrase in listed(text)):
            yield from _as_names(phrase, bad=concept in BAD)
    for verbs in lexicon()["results"].values():
        for verb, nouns in verbs.items():
            yield from (each for noun in listed(nouns) for each in _as_names(f"{noun} {verb}", bad=False))
            yield from (each for noun in listed(nouns) for each in _as_names(noun, bad=False))
    for verb in words("deeds") | words("done_en"):
        yield from _as_names(verb, bad=False)


def _as_names(phrase: str, *, bad: bool) -> Iterator[Example]:
    """A phrase with each of its first alternatives in turn."""
    options = [word.removeprefix("!").split("|") for word in phrase.split() if not word.startswith("@")]
    options = [[each.removeprefix("!") for each in found if each[0] != "@"] for found in options if found != ["…"]]
    options = [found for found in options if found]
    for turn in range(min(4, max(map(len, options), default=0))):
        for part in parts(" ".join(found[turn % len(found)] for found in options)):
            yield signs(part), float(bad), OF_LEXICON


def learnt(found: Sequence[Example]) -> dict[str, float]:
    """The weight of every sign that stands in two names or more; the empty one is where all begin."""
    times = Counter(sign for said, _, _ in found for sign in said)
    known = {sign: place for place, sign in enumerate(sorted(sign for sign, n in times.items() if n > 1))}
    rows = np.concatenate([np.full(sum(s in known for s in said), n) for n, (said, _, _) in enumerate(found)])
    columns = np.array([known[sign] for said, _, _ in found for sign in sorted(said) if sign in known])
    wanted, counts = np.array([bad for _, bad, _ in found]), np.array([count for _, _, count in found])
    weights, bias = np.zeros(len(known)), 0.0
    mean, square = np.zeros(len(known) + 1), np.zeros(len(known) + 1)
    for turn in range(1, ROUNDS + 1):
        scores = np.bincount(rows, weights[columns], len(found)) + bias
        error = (1 / (1 + np.exp(-scores)) - wanted) * counts / counts.sum()
        slope = np.append(np.bincount(columns, error[rows], len(known)) + DECAY / 100 * weights, error.sum())
        mean, square = 0.9 * mean + 0.1 * slope, 0.999 * square + 0.001 * slope**2
        move = RATE * (mean / (1 - 0.9**turn)) / (np.sqrt(square / (1 - 0.999**turn)) + 1e-8)
        weights, bias = weights - move[:-1], bias - move[-1]
    return {"": float(bias)} | {sign: float(weights[place]) for sign, place in known.items()}


def written(weights: dict[str, float]) -> str:
    """The weights as a file: the signs of each rounded weight, light ones left out."""
    rounded: dict[float, list[str]] = {}
    for sign, weight in sorted(weights.items()):
        if sign and abs(weight) >= LEAST:
            rounded.setdefault(round(round(weight / STEP) * STEP, 1), []).append(sign)
    lines = [_HEAD, f"start: '{weights['']:+.1f}'", "", "leanings:"]
    for weight in sorted(rounded):
        lines += [f"  '{weight:+}': >-", *_wrapped(rounded[weight])]
    return "\n".join(lines) + "\n"


_HEAD = """# How much a sign of a name leans towards bad names (above nought) or away from them, counted out from
# the labelled names and the phrases of the lexicon by `python -m tests.names.learn`: do not edit by hand.
# A sign is a word, two words in a row, `~` a piece of a word (`<` and `>` are its ends), `=` a form or
# what else is told of a word."""


def _wrapped(signs_: Sequence[str]) -> Iterator[str]:
    line = ""
    for sign in signs_:
        if len(line) + len(sign) > WIDTH:
            yield f"    {line}"
            line = ""
        line = f"{line} {sign}," if line else f"{sign},"
    yield f"    {line.removesuffix(',')}"


def main() -> None:
    labelled = [item for lang in LANGUAGES for corpus in CORPORA for item in items(f"{lang}_{corpus}")]
    labelled += [item for lang in LANGUAGES for named in large(lang).values() for item in named]
    FILE.write_text(written(learnt([*examples(labelled), *of_lexicon()])), encoding="utf-8")


if __name__ == "__main__":
    main()
