"""The project that tests keep under a link, and a database that can be taken away."""

from __future__ import annotations

from sqlalchemy import select

from tests.ui import projects
from wizard.model.edits.stages import StageRef, change_stage
from wizard.model.project import Project
from wizard.storage.drafts import Drafts
from wizard.storage.refused import UnavailableError
from wizard.storage.tables import DRAFT

UNKNOWN = "a" * 32
TYPICAL = projects.typical()
FIRST = StageRef("first_sale", "request_received")
NAME = "stage.first_sale.request_received.name"


def count(drafts: Drafts) -> int:
    with drafts.database.reading() as connection:
        return len(connection.execute(select(DRAFT.c.id)).all())


def renamed(project: Project, name: str) -> Project:
    return change_stage(project, FIRST, name=name)


class Away:
    """A database that can be taken away."""

    def __init__(self, drafts: Drafts) -> None:
        self.drafts, self.is_away = drafts, True

    def __call__(self) -> Drafts:
        if self.is_away:
            raise UnavailableError
        return self.drafts
