"""The words names are read by, loaded once from `lexicon.yaml`, and how their forms are matched."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import Any

from wizard.lint.yaml_data import loaded

_FILE = Path(__file__).with_name("lexicon.yaml")


@cache
def lexicon() -> dict[str, Any]:
    """The lexicon as written."""
    content: dict[str, Any] = loaded(_FILE)
    return content


@cache
def pattern(forms: tuple[str, ...]) -> re.Pattern[str]:
    """One pattern for several forms; it matches whole words of a text made by `names.words`."""
    return re.compile(rf"(?<!\S)(?:{'|'.join(map(_regex, forms))})(?!\S)" if forms else r"(?!)")


def found(forms: list[str], text: str) -> re.Match[str] | None:
    """Where one of the forms stands in a text."""
    return pattern(tuple(forms)).search(text)


def whole(forms: list[str], text: str) -> re.Match[str] | None:
    """The match when one of the forms is the whole text."""
    return pattern(tuple(forms)).fullmatch(text)


def _regex(form: str) -> str:
    parts = []
    for word in form.split():
        if word == "\u2026":
            parts.append(r"(?:\S+ )*?")
        elif word.endswith("*"):
            parts.append(re.escape(word[:-1]) + r"\S* ")
        else:
            parts.append(re.escape(word) + " ")
    return "".join(parts).removesuffix(" ")
