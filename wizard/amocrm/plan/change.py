"""One difference between a project and an account, and how many there are of each sort."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from enum import StrEnum

from wizard.model.base import Model


class Action(StrEnum):
    CREATE = "create"
    UPDATE = "update"
    UNCHANGED = "unchanged"
    ONLY_IN_ACCOUNT = "only_in_account"
    MANUAL = "manual"


class Kind(StrEnum):
    """What a change is about; manual lines have the kinds of the manual list instead."""

    PIPELINE = "pipeline"
    STAGE = "stage"
    END = "end"
    ORDER = "order"
    GROUP = "group"
    FIELD = "field"
    REASON = "reason"
    MAIN = "main"
    REMOVAL = "removal"
    PIPELINE_REMOVAL = "pipeline_removal"


WRITES = (Action.CREATE, Action.UPDATE)
REMOVALS = (Kind.REMOVAL, Kind.PIPELINE_REMOVAL)


class Detail(Model):
    """What of a thing changes: its old text and its new one."""

    what: str
    old: str = ""
    new: str = ""


class Change(Model):
    """A thing by its name, where the project has it (`local`), and the account (`remote`)."""

    action: Action
    kind: str
    name: str
    details: tuple[Detail, ...] = ()
    local: str = ""
    remote: str = ""

    @property
    def writes(self) -> bool:
        return self.action in WRITES

    @property
    def removes(self) -> bool:
        """Whether a thing of the account goes."""
        return self.writes and self.kind in REMOVALS

    @property
    def tried(self) -> bool:
        """Whether a program has something to send: names of the two ends are tried, though often in vain."""
        return self.writes or (self.kind == Kind.END and self.action is Action.MANUAL)


class Summary(Model):
    """How many changes there are of each action."""

    create: int = 0
    update: int = 0
    unchanged: int = 0
    only_in_account: int = 0
    manual: int = 0

    @property
    def writes(self) -> int:
        return self.create + self.update


def summary(changes: Iterable[Change]) -> Summary:
    return Summary(**Counter(change.action.value for change in changes))


def compared(kind: Kind, name: str, *, local: str, remote: object, details: Iterable[Detail]) -> Change:
    """A thing both sides have: unchanged without details."""
    found = tuple(details)
    action = Action.UPDATE if found else Action.UNCHANGED
    return Change(action=action, kind=kind, name=name, local=local, remote=str(remote), details=found)


def created(kind: Kind, name: str, *, local: str, details: Iterable[Detail] = ()) -> Change:
    return Change(action=Action.CREATE, kind=kind, name=name, local=local, details=tuple(details))


def kept(kind: Kind, name: str, *, remote: object, details: Iterable[Detail] = ()) -> Change:
    """A thing of the account the project does not have."""
    return Change(action=Action.ONLY_IN_ACCOUNT, kind=kind, name=name, remote=str(remote), details=tuple(details))
