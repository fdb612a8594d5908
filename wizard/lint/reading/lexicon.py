"""The lexicon, loaded once from `lexicon.yaml`."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import yaml

_FILE = Path(__file__).with_name("lexicon.yaml")


@cache
def lexicon() -> dict[str, Any]:
    """The lexicon as written."""
    # The loader in C, where there is one, takes a tenth of the time.
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    content: dict[str, Any] = yaml.load(_FILE.read_text("utf-8"), Loader=loader)  # noqa: S506 - both are safe
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
