"""A workshop as the database keeps it; apart from the database, which takes long to import."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from wizard.model.project import Project
from wizard.model.workshop import Kind


@dataclass(frozen=True)
class Limits:
    """How much of everything a workshop takes.

    `participants` and `proposals` are of a workshop, `joins` of a workshop in a minute, `own` proposals of a device in
    all, `own_a_minute` in a minute, `acts` everything a device sends in ten seconds; `text`, `name` and `why` are in
    characters, `timer` in seconds; `log` is in lines, `workshops` in workshops of a draft.
    """

    participants: int = 100
    joins: int = 60
    proposals: int = 500
    own: int = 100
    own_a_minute: int = 10
    acts: int = 30
    text: int = 500
    name: int = 60
    why: int = 500
    timer: int = 4 * 60 * 60
    log: int = 2_000
    workshops: int = 10


LIMITS = Limits()


def now() -> dt.datetime:
    """UTC without saying so, as the tables hold it."""
    return dt.datetime.now(dt.UTC).replace(tzinfo=None)


class State(StrEnum):
    """What became of a proposal; parked is a question for later. What was accepted stays so."""

    NEW = "new"
    ACCEPTED = "accepted"
    PARKED = "parked"
    REJECTED = "rejected"


@dataclass(frozen=True)
class Spot:
    """What a proposal is about: a pipeline and a stage by their ids, empty where there is none."""

    pipeline: str = ""
    stage: str = ""


@dataclass(frozen=True)
class Suggestion:
    """What a device sends; sent again under the same `key` it is the same one."""

    key: str
    kind: Kind
    text: str
    spot: Spot = Spot()


@dataclass(frozen=True)
class Verdict:
    """What the host decides on a proposal: what becomes of it, the text it is taken with, and why."""

    state: State
    text: str = ""
    why: str = ""


@dataclass(frozen=True)
class Participant:
    """A device that takes part; times are UTC."""

    id: int
    name: str
    muted: bool
    joined_at: dt.datetime
    seen_at: dt.datetime


@dataclass(frozen=True)
class Proposal:
    """What somebody proposed. `uid` is the same wherever the project goes; `by` is the name given, if one was.

    `text` is as it was sent, `final` as it was decided on.
    """

    id: int
    uid: str
    kind: Kind
    spot: Spot
    text: str
    participant: int
    by: str
    voters: frozenset[int]
    state: State
    final: str
    why: str
    made_at: dt.datetime
    decided_at: dt.datetime | None

    @property
    def votes(self) -> int:
        return len(self.voters)

    @property
    def words(self) -> str:
        """The text that holds."""
        return self.final or self.text


@dataclass(frozen=True)
class Timer:
    """How long it was set, in seconds, and when it runs out (UTC)."""

    seconds: int
    ends_at: dt.datetime

    def left(self, now: dt.datetime) -> int:
        """Seconds to go, 0 when it has run out."""
        return max(0, round((self.ends_at - now).total_seconds()))


@dataclass(frozen=True)
class Line:
    """One thing the host did: a key, and the values of its sentence."""

    made_at: dt.datetime
    what: str
    values: Mapping[str, str | int]


@dataclass(frozen=True)
class Stamp:
    """Which state of a workshop and of its draft something was read from."""

    workshop: int
    draft: int


@dataclass(frozen=True)
class Pulse:
    """The answer to the small question whether anything is new; `here` is how many devices are there."""

    stamp: Stamp
    here: int


@dataclass(frozen=True)
class LiveWorkshop:
    """A workshop as it stands. Everything in it is for the host; `wizard.workshop.View` is what participants see."""

    id: int
    open: bool
    muted: bool
    step: str
    timer: Timer | None
    begun_at: dt.datetime
    participants: tuple[Participant, ...] = ()
    proposals: tuple[Proposal, ...] = ()
    log: tuple[Line, ...] = ()

    def participant(self, number: int) -> Participant:
        """The participant of this number; KeyError when there is none."""
        return {each.id: each for each in self.participants}[number]

    def proposal(self, number: int) -> Proposal:
        """The proposal of this number; KeyError when there is none."""
        return {each.id: each for each in self.proposals}[number]


@dataclass(frozen=True)
class Reading:
    """What was read at once; `devices` tells participants by the hash of their secret."""

    stamp: Stamp
    workshop: LiveWorkshop
    project: Project
    devices: Mapping[bytes, int] = field(repr=False)


@dataclass(frozen=True)
class Hosted:
    """A workshop for its host: `token` is the code phones come by, made again from the draft's link."""

    id: int
    token: str = field(repr=False)
    open: bool
