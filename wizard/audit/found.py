"""What a company was found to have, whatever it was read from: names, order and ids, and nothing that was not there."""

from __future__ import annotations

from dataclasses import dataclass, field

from wizard.model.base import MAX_NAME, clean_name
from wizard.model.fields import FieldType, Place
from wizard.model.pipeline import Hints


@dataclass(frozen=True)
class Note:
    """Something noticed while reading: which sentence says it, and how many of them there are."""

    what: str
    n: int = 1


@dataclass(frozen=True)
class FoundStage:
    """A stage of one's own; `remote` is its id in the account."""

    name: str
    remote: str = ""
    colour: str | None = None
    hints: Hints = field(default_factory=Hints)


@dataclass(frozen=True)
class FoundPipeline:
    """A funnel with its own stages in order; the names of won and lost are None where they were not there."""

    name: str
    stages: tuple[FoundStage, ...] = ()
    remote: str = ""
    won: str | None = None
    lost: str | None = None
    unsorted: bool = False
    main: bool = False


@dataclass(frozen=True)
class FoundField:
    """A field of the account; `required` are the pipelines and stages it must be filled in for, by their ids."""

    name: str
    type: FieldType = FieldType.TEXT
    place: Place = Place.DEAL
    options: tuple[str, ...] = ()
    remote: str = ""
    required: tuple[tuple[str, str], ...] = ()
    group: str = ""


@dataclass(frozen=True)
class FoundReason:
    name: str
    remote: str = ""


@dataclass(frozen=True)
class Found:
    """All that was found. `fields` and `reasons` are None where nobody showed them; archived funnels are counted only.

    `account` is the account's number with its address in `host`, or the address where no number is told; `partial`
    says that this is one funnel taken out of an account.
    """

    pipelines: tuple[FoundPipeline, ...]
    fields: tuple[FoundField, ...] | None = None
    reasons: tuple[FoundReason, ...] | None = None
    account: str = ""
    host: str = ""
    partial: bool = False
    notes: tuple[Note, ...] = field(default=())


def cleaned(value: object) -> str:
    """A name from a stranger's file: one line without invisible characters, not longer than a name may be."""
    if isinstance(value, bool) or not isinstance(value, (str, int, float)):
        return ""
    text = str(value)[: 8 * MAX_NAME].encode("utf-8", "ignore").decode("utf-8")
    return clean_name(text)[:MAX_NAME].strip()
