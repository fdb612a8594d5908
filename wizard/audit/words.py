"""The words of `words.yaml`: amoCRM's own stages, titles of columns, what funnels are for."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from wizard.lint.words import says

_FILE = Path(__file__).with_name("words.yaml")


def spoken_of(text: str, topic: str, kind: str) -> bool:
    """Whether a phrase of this kind stands in the text."""
    return says(text, tuple(_topic(topic)[kind]))


def kinds(topic: str) -> tuple[str, ...]:
    """The kinds of a topic, in their order."""
    return tuple(_topic(topic))


def is_called(text: str, topic: str) -> str | None:
    """The kind of a topic whose name the whole text is."""
    said = words_of(text) or text.strip()
    return _names(topic).get(said)


def words_of(text: str) -> str:
    """The words of a text in lower case, one space between."""
    return " ".join(re.findall(r"[^\W_]+", text.lower().replace("\u0451", "\u0435")))


@cache
def _read() -> dict[str, dict[str, Any]]:
    content: dict[str, dict[str, Any]] = yaml.safe_load(_FILE.read_text("utf-8"))
    return content


def _topic(topic: str) -> dict[str, list[str]]:
    return _read()[topic]


@cache
def _names(topic: str) -> dict[str, str]:
    return {words_of(name) or name: kind for kind, names in _topic(topic).items() for name in map(str, names)}
