"""The lexicon, loaded once from `lexicon.yaml`."""

from __future__ import annotations

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


def listed(text: str) -> tuple[str, ...]:
    """The items of a list written with commas."""
    return tuple(item for item in (" ".join(item.split()) for item in text.split(",")) if item)


@cache
def words(*path: str) -> frozenset[str]:
    """A plain list of words in the lexicon."""
    content: Any = lexicon()
    for key in path:
        content = content[key]
    return frozenset(listed(content))
