"""The workshop a tab leads, as the tab remembers it."""

from __future__ import annotations

from dataclasses import dataclass, field

from wizard.workshop.host import Host


@dataclass
class Leading:
    """`of` is the link of the draft the host was looked for; `shown` the place the room was brought to from here.

    `answers` says of each act of the panel whether it was done (empty) or why not; `turn` is the page that shows what
    was done.
    """

    host: Host | None = None
    of: str = ""
    shown: str = ""
    turn: str = ""
    answers: dict[str, str] = field(default_factory=dict)
