"""What is made once, and again only when what it is made of is another."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, TypeVar

T = TypeVar("T")


@dataclass
class Once:
    """Keeps what was made under each name. Things are told apart by identity: they are large and never change."""

    _kept: dict[str, tuple[tuple[Any, ...], Any]] = field(default_factory=dict, repr=False)

    def __call__(self, name: str, make: Callable[[], T], *, of: tuple[Any, ...]) -> T:
        known = self._kept.get(name)
        if known is None or not all(map(_same, known[0], of)):
            self._kept[name] = (of, make())
        made: T = self._kept[name][1]
        return made


def _same(before: Any, now: Any) -> bool:
    return before is now or (isinstance(before, str) and before == now)
