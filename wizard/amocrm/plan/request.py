"""A request that changes an account, and the changes it makes."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any, Literal

from wizard.amocrm.existing import Existing
from wizard.amocrm.plan.change import Change, Kind
from wizard.amocrm.plan.target import Target

# The most amoCRM takes at once.
LARGEST_BATCH = 250

Json = dict[str, Any]
Pending = Mapping[str, Change]


@dataclass(frozen=True)
class Request:
    """`about` are the places of the changes in the project, one for each item of the body.

    `place` is where a moved stage goes among the own ones; `look` the pipeline to look at afterwards; `left` how many
    changes are still to be made, these among them.
    """

    method: Literal["POST", "PATCH", "DELETE"]
    path: str
    body: Json | list[Json]
    about: tuple[str, ...]
    kind: Kind
    place: int = 0
    look: int | None = None
    left: int | None = None

    @property
    def items(self) -> int:
        return len(self.body) if isinstance(self.body, list) else 1

    def part(self, first: int, last: int) -> Request:
        """The same with some of its items."""
        if not isinstance(self.body, list):
            return self
        return replace(self, body=self.body[first:last], about=self.about[first:last])


Phase = Callable[[Target, Existing, Pending], Iterator[Request]]


def batch(method: Literal["POST", "PATCH"], path: str, items: list[tuple[str, Json]], kind: Kind) -> Iterator[Request]:
    """One request for all items, none for none."""
    if items:
        yield Request(method, path, [body for _, body in items], tuple(about for about, _ in items), kind)
