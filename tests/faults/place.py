"""Where the projects of a test are kept, seen from beside the server, and the projects it begins with."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass

from sqlalchemy import func, select

from tests.ui import projects
from wizard.model.history import History
from wizard.model.project import Project
from wizard.storage.database import Database, address
from wizard.storage.draft import Opened
from wizard.storage.drafts import Drafts
from wizard.storage.tables import DRAFT


@dataclass(frozen=True)
class Place:
    """A database, and how a server is told of it."""

    settings: Mapping[str, str]

    @contextmanager
    def drafts(self) -> Iterator[Drafts]:
        kept = Drafts(Database(address(self.settings)))
        try:
            yield kept
        finally:
            kept.database.close()

    def begin(self, project: Project | None = None) -> str:
        """Keep a project; the secret of its link."""
        with self.drafts() as drafts:
            return drafts.create(History(project or projects.typical())).token

    def opened(self, token: str) -> Opened:
        """What is kept under a link now."""
        with self.drafts() as drafts:
            return drafts.opened(token)

    def project(self, token: str) -> Project:
        return self.opened(token).project

    def count(self) -> int:
        """How many projects are kept."""
        with self.drafts() as drafts, drafts.database.reading() as connection:
            return connection.execute(select(func.count()).select_from(DRAFT)).scalar_one()
