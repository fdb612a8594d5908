"""What an account holds: frozen values, so that an account before a request is still there when the request fails."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from typing import Protocol, TypeVar

WON = 142
LOST = 143


class _Numbered(Protocol):
    @property
    def id(self) -> int | str: ...


T = TypeVar("T", bound=_Numbered)


@dataclass(frozen=True)
class Hint:
    """A text for managers of one level of experience."""

    id: int
    level: str
    text: str
    created_at: int
    updated_at: int


@dataclass(frozen=True)
class Stage:
    """A column; where it stands is up to its pipeline."""

    id: int
    name: str
    colour: str
    hints: tuple[Hint, ...] = ()


@dataclass(frozen=True)
class Pipeline:
    """Own stages between those the server makes: incoming leads when they are on, won and lost always."""

    id: int
    name: str
    sort: int
    own: tuple[Stage, ...]
    won: Stage
    lost: Stage
    unsorted: Stage | None = None
    main: bool = False
    archived: bool = False

    @property
    def stages(self) -> tuple[Stage, ...]:
        first = (self.unsorted,) if self.unsorted else ()
        return (*first, *self.own, self.won, self.lost)

    def stage(self, stage_id: int) -> Stage | None:
        return next((stage for stage in self.stages if stage.id == stage_id), None)

    def with_stage(self, changed: Stage) -> Pipeline:
        def swap(stage: Stage) -> Stage:
            return changed if stage.id == changed.id else stage

        unsorted = swap(self.unsorted) if self.unsorted else None
        return replace(
            self, unsorted=unsorted, own=tuple(map(swap, self.own)), won=swap(self.won), lost=swap(self.lost)
        )


@dataclass(frozen=True)
class Choice:
    """One value of a list field."""

    id: int
    value: str
    sort: int
    code: str | None = None


@dataclass(frozen=True)
class Group:
    """A section of the deal's card."""

    id: str
    name: str
    sort: int
    predefined: bool = False


@dataclass(frozen=True)
class Field:
    """A custom field of deals; pairs are a pipeline and its stage."""

    id: int
    name: str
    type: str
    sort: int
    code: str | None = None
    group: str | None = None
    api_only: bool = False
    choices: tuple[Choice, ...] = ()
    required: tuple[tuple[int, int], ...] = ()
    hidden: tuple[tuple[int, int], ...] = ()
    currency: str | None = None
    remind: str | None = None
    predefined: bool = False


@dataclass(frozen=True)
class Reason:
    """Why a deal was lost: one list for the whole account."""

    id: int
    name: str
    sort: int
    created_at: int
    updated_at: int


@dataclass(frozen=True)
class Lead:
    """A deal; one in the bin is not listed and still keeps its pipeline from being deleted."""

    id: int
    name: str
    price: int
    pipeline: int
    stage: int
    created_at: int
    updated_at: int
    closed_at: int | None = None
    reason: int | None = None
    in_bin: bool = False


@dataclass(frozen=True)
class Account:
    """Everything in one account, in the order in which it was created."""

    id: int
    name: str
    subdomain: str
    user: int
    created_at: int
    pipelines: tuple[Pipeline, ...] = ()
    groups: tuple[Group, ...] = ()
    fields: tuple[Field, ...] = ()
    reasons: tuple[Reason, ...] = ()
    leads: tuple[Lead, ...] = ()
    last_id: int = 7_000_000

    def numbered(self, count: int = 1) -> tuple[Account, range]:
        """The account after giving out some ids that were never given out before, and these ids."""
        last = self.last_id + count
        return replace(self, last_id=last), range(self.last_id + 1, last + 1)

    def pipeline(self, pipeline_id: int) -> Pipeline | None:
        return with_id(self.pipelines, pipeline_id)

    def with_pipeline(self, changed: Pipeline) -> Account:
        return replace(self, pipelines=swapped(self.pipelines, changed))

    def with_leads(self, change: Callable[[Lead], Lead]) -> Account:
        return replace(self, leads=tuple(map(change, self.leads)))


def with_id(items: Iterable[T], wanted: int | str) -> T | None:
    """The item with this id, or none."""
    return next((item for item in items if item.id == wanted), None)


def the(items: Iterable[T], wanted: int | str) -> T:
    """The item with this id, which is known to be there."""
    return next(item for item in items if item.id == wanted)


def swapped(items: Iterable[T], changed: T) -> tuple[T, ...]:
    """The items with the one of the same id replaced."""
    return tuple(changed if item.id == changed.id else item for item in items)


def without(items: Iterable[T], gone: int | str) -> tuple[T, ...]:
    """The items but the one with this id."""
    return tuple(item for item in items if item.id != gone)
