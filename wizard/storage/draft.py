"""A draft as the tab that opened it holds it; apart from the database, which takes long to import."""

from __future__ import annotations

from dataclasses import dataclass, field

from wizard.model.history import History
from wizard.model.project import Project
from wizard.storage.links import view_token
from wizard.storage.place import Place
from wizard.storage.refused import ChangedElsewhereError


@dataclass(frozen=True)
class Draft:
    """A draft as one tab knows it: the secret it was opened by, the version seen, and the project that was saved."""

    id: int
    token: str = field(repr=False)  # a secret: whoever reads it in a log has the project
    readonly: bool
    version: int
    number: int
    saved: Project

    @property
    def view_token(self) -> str:
        """The secret of the link that only shows."""
        return self.token if self.readonly else view_token(self.token)


@dataclass(frozen=True)
class Opened:
    """A draft with the history to go on with and the place to go on from."""

    draft: Draft
    history: History
    place: Place

    @property
    def token(self) -> str:
        return self.draft.token

    @property
    def project(self) -> Project:
        return self.history.present


class NewerError(ChangedElsewhereError):
    """Somebody else saved meanwhile; `theirs` is what stands there now."""

    def __init__(self, theirs: Opened) -> None:
        super().__init__()
        self.theirs = theirs
