"""The labelled corpora beside this file: what stands in them, read whole and in the order of the files."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

CORPUS = Path(__file__).parent / "corpus"
LANGUAGES = ("ru", "en")
HALVES = ("tuning", "test")
KINDS = {"sales", "delivery", "partners", "hiring"}
COMPOSED = "composed ("


@dataclass(frozen=True, kw_only=True, slots=True)
class Labelled:
    """A name, step, fact or reason as a consultant judges it; `like` is the other one of a pair of reasons."""

    name: str
    lang: str
    kind: str
    label: str
    group: str
    source: str
    why: str = ""
    like: str = ""

    @property
    def key(self) -> str:
        """What is left of the name without case, ё, spaces and punctuation."""
        return re.sub(r"[\W_]", "", self.name.lower().replace("ё", "е"))

    @property
    def is_composed(self) -> bool:
        return self.source.startswith(COMPOSED)


@cache
def items(file: str) -> tuple[Labelled, ...]:
    rows: list[dict[str, Any]] = yaml.safe_load((CORPUS / f"{file}.yaml").read_text(encoding="utf-8"))
    return tuple(Labelled(**row) for row in rows)


def half(lang: str, name: str) -> tuple[Labelled, ...]:
    return items(f"{lang}_{name}")


def second(lang: str) -> tuple[Labelled, ...]:
    """The corpus composed later, to see how names from elsewhere are read."""
    return items(f"{lang}_second")


def third(lang: str, name: str) -> tuple[Labelled, ...]:
    """A half of the corpus composed before the lexicon was extended once more."""
    return items(f"{lang}_third_{name}")


def fourth(lang: str) -> tuple[Labelled, ...]:
    """The corpus composed after that, in the manner of ten trades, without reading the others or the lexicon."""
    return items(f"{lang}_fourth")


def found(lang: str) -> tuple[Labelled, ...]:
    """Names that stand in public code, seen after that."""
    return items(f"{lang}_found")


def found_third(lang: str) -> tuple[Labelled, ...]:
    """Names from public code and documents again, labelled and kept before any of them was read."""
    return items(f"{lang}_found_third")


def found_fourth(lang: str) -> tuple[Labelled, ...]:
    """Names from public places, kept to judge the reader that came out of the first seven rounds."""
    return items(f"{lang}_found_fourth")


def fifth(lang: str) -> tuple[Labelled, ...]:
    """Names composed for the same judgement."""
    return items(f"{lang}_fifth")


def judge(lang: str) -> tuple[Labelled, ...]:
    """Names kept to judge the reader when the rounds were done; nothing is taught from them."""
    return items(f"{lang}_found_fifth")


def large(lang: str) -> dict[str, tuple[Labelled, ...]]:
    """The larger judges by what they hold, read once when everything else had been taught."""
    files = {"whole funnels": f"{lang}_sixth"} | ({"trades": "en_seventh"} if lang == "en" else {})
    return {what: items(file) for what, file in files.items()}


def last(lang: str) -> dict[str, tuple[Labelled, ...]]:
    """The last judges by what they hold: read when the larger ones had been learnt from, and left untaught."""
    files = {"desks and offices": "en_eighth", "trades": "en_ninth"} if lang == "en" else {}
    return {what: items(file) for what, file in files.items()}


def rounds(lang: str) -> tuple[Labelled, ...]:
    """Names composed in rounds, each read once before the reader was taught what it had missed."""
    return items(f"{lang}_rounds")


def whole(lang: str) -> tuple[Labelled, ...]:
    return tuple(item for name in HALVES for item in half(lang, name))
