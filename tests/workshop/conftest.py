"""A workshop on a draft, as one server or two of them see it, at a time the test sets."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from sqlalchemy import Engine, event

from tests.small import PROJECT
from wizard.model.history import History
from wizard.storage.database import Database, address
from wizard.storage.draft import Draft
from wizard.storage.drafts import Drafts
from wizard.workshop import Guest, Host, begin, guest
from wizard.workshop.live import Live

ANNA, BORIS = "anna".ljust(32, "-"), "boris".ljust(32, "-")


@dataclass
class Hall:
    """`live` and `elsewhere` are two servers on one database."""

    drafts: Drafts
    seconds: float = 0.0
    database: Database = field(init=False)

    def __post_init__(self) -> None:
        self.database = self.drafts.database
        self.live, self.elsewhere = (Live(lambda: self.database, clock=lambda: self.seconds) for _ in range(2))
        self.draft: Draft = self.drafts.create(History(PROJECT)).draft
        self.host: Host = begin(self.draft, self.live)

    def guest(self, device: str = ANNA, *, among: Live | None = None) -> Guest:
        return guest(self.host.token, device, among or self.live)


@pytest.fixture
def hall(tmp_path: Path) -> Iterator[Hall]:
    database = Database(address({"VORONKA_DATA": str(tmp_path)}))
    yield Hall(Drafts(database))
    database.close()


@contextmanager
def asked() -> Iterator[list[str]]:
    """Every statement any database is sent meanwhile."""
    told: list[str] = []

    def note(_connection: object, _cursor: object, statement: str, *_rest: object) -> None:
        if statement != "BEGIN":
            told.append(statement)

    event.listen(Engine, "before_cursor_execute", note)
    try:
        yield told
    finally:
        event.remove(Engine, "before_cursor_execute", note)
