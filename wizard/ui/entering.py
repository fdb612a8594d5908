"""What a tab knows of the account it is connected to, and what its reader has decided about the entry."""

from __future__ import annotations

import datetime as dt
import secrets
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from wizard.amocrm.existing import Existing
from wizard.amocrm.plan import Choices, Plan, make
from wizard.amocrm.plan.deciding import fitting
from wizard.amocrm.plan.proposing import proposed
from wizard.amocrm.refused import AccountError
from wizard.audit.found import Found
from wizard.model.project import Project
from wizard.storage.errors import FileError
from wizard.ui.once import Once

if TYPE_CHECKING:
    from wizard.amocrm.account import AccountCheck
    from wizard.amocrm.client import Client
    from wizard.storage.draft import Draft


@dataclass(frozen=True)
class Connected:
    """An account this tab may speak to. `client` makes a client of it and alone holds the key."""

    checked: AccountCheck
    client: Callable[[], Client] = field(repr=False)
    practice: bool = False

    @contextmanager
    def asking(self) -> Iterator[Client]:
        """A client for a few questions; the one of a practice account is needed again."""
        client = self.client()
        try:
            yield client
        finally:
            if not self.practice:
                client.close()


@dataclass(frozen=True)
class Seen:
    """An account as it was read; `hinted` are the pipelines looked at closely, `deals` those of what may go."""

    existing: Existing
    at: dt.datetime
    hinted: frozenset[int] = frozenset()
    deals: Mapping[str, int] = field(default_factory=dict)


@dataclass
class Entering:
    """`asked` connects when the page is drawn; `refused` is why that failed, `address` what was typed then.

    Without `choices` the proposed ones stand. `name` stands for a project that is kept nowhere; `settled` is the run
    whose end this tab has taken in; `told` is an account as somebody sent it, or why that cannot be used.
    """

    connected: Connected | None = None
    asked: Callable[[], Connected] | None = None
    refused: AccountError | None = None
    address: str = ""
    seen: Seen | None = None
    choices: Choices | None = None
    told: Found | FileError | None = None
    settled: dt.datetime | None = None
    name: str = field(default_factory=lambda: secrets.token_hex(8))
    _made: Once = field(default_factory=Once)

    def connect(self, connected: Connected) -> None:
        self.connected, self.seen, self.choices, self.refused = connected, None, None, None

    def disconnect(self) -> None:
        """Forget the account and its key."""
        self.connected, self.seen, self.choices = None, None, None

    def elsewhere(self, *, left: bool) -> Entering:
        """What goes on to another project: the account, unless it was for practising on the one that is left."""
        if self.connected and not (self.connected.practice and left):
            return Entering(self.connected, address=self.address, name=self.name)
        return Entering(address=self.address)

    def go_with(self, draft: Draft | None) -> None:
        """The practice account, if it is one, goes with the project that is begun and kept as this draft."""
        if draft and self.connected and self.connected.practice:
            from wizard.entry import hand_over  # noqa: PLC0415 - HTTP takes long to import, and most visits do without

            hand_over(self.name, draft)

    def look_again(self) -> None:
        """Read the account anew when the page is drawn."""
        self.seen = None

    def count(self, deals: Mapping[str, int]) -> None:
        if self.seen:
            self.seen = replace(self.seen, deals={**self.seen.deals, **deals})

    def chosen(self, project: Project, seen: Seen) -> Choices:
        """What was decided, or is proposed."""
        if self.choices is None:
            return self._made("proposed", lambda: proposed(project, seen.existing), of=(project, seen.existing))
        return fitting(self.choices, project, seen.existing)

    def plan(self, project: Project, seen: Seen) -> Plan:
        """The plan for what was read; `seen` has to be close enough for the choices."""
        return self._made(
            "plan",
            lambda: make(project, seen.existing, self.chosen(project, seen), deals=seen.deals),
            of=(project, seen, self.choices),
        )
