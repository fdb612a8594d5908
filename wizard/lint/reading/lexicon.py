"""The lexicon, loaded once from the files of `words`, which its `README.md` explains."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

from wizard.lint.yaml_data import loaded

_FOLDER = Path(__file__).with_name("words")
# Of several phrases of the same length the one of the concept that stands first here decides.
CONCEPTS = (
    "fine",
    "unclear",
    "outcome",
    "dump",
    "attempt",
    "waits",
    "parks",
    "hopes",
    "ours",
    "one_sided",
    "process",
    "work",
    "talk",
    "todo",
    "bare",
)


@cache
def lexicon() -> dict[str, Any]:
    """The lexicon as written, all files together."""
    content: dict[str, Any] = {}
    for file in sorted(_FOLDER.glob("*.yaml")):
        content |= loaded(file)
    return content | {"concepts": {concept: _concept(concept) for concept in CONCEPTS}}


def _concept(name: str) -> dict[str, Any]:
    """The phrases of a concept, Russian first."""
    content: dict[str, Any] = {}
    for language in ("ru", "en"):
        file = _FOLDER / "concepts" / f"{name}_{language}.yaml"
        for group, places in loaded(file).items():
            content[group] = _joined(content.get(group, {}), places)
    return content


def _joined(one: dict[str, Any], other: dict[str, Any]) -> dict[str, Any]:
    """Two halves of a group: lists of phrases are put together, better names kept by language."""
    both = dict(one)
    for key, value in other.items():
        if key in one and isinstance(value, str):
            both[key] = f"{one[key]}, {value}"
        else:
            both[key] = one[key] | value if key in one and isinstance(value, dict) else value
    return both


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
