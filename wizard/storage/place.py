"""Where a reader is in a project: no content, so it makes no revision and nobody is told when it changes."""

from __future__ import annotations

from typing import Any

from pydantic import ValidationError

from wizard.model.base import Model
from wizard.model.diagnosis import Diagnosis
from wizard.model.project import Company, Project, Step


class Place(Model):
    """Which steps are started and ready, the chosen pipeline, and the diagnosis being given.

    `company` and `answers` are what the diagnosis has been told so far; `question` is how far it is and `asking`
    that it is being given.
    """

    started: tuple[Step, ...] = ()
    ready: tuple[Step, ...] = ()
    pipeline: str = ""
    asking: bool = False
    question: int = 0
    company: Company = Company()
    answers: Diagnosis = Diagnosis()

    def in_project(self, project: Project) -> Project:
        """The project with this progress."""
        if (project.started, project.ready) == (self.started, self.ready):
            return project
        return project.changed(started=self.started, ready=self.ready)

    def with_progress_of(self, other: Place) -> Place:
        """This place with the steps of both."""
        started = tuple(dict.fromkeys((*other.started, *self.started)))
        return self.changed(started=started, ready=tuple(dict.fromkeys((*other.ready, *self.ready))))


def read_place(data: Any) -> Place:
    """The place as it was kept; what an older program wrote otherwise is no reason not to open a project."""
    try:
        return Place.model_validate(data)
    except ValidationError:
        return Place()
