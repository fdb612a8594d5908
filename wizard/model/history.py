"""Undo and redo: the states a project went through, as a frozen value."""

from __future__ import annotations

from dataclasses import dataclass, replace

from wizard.model.project import Project

LIMIT = 200


@dataclass(frozen=True)
class History:
    """The present project with what came before it and what was undone (newest last)."""

    present: Project
    past: tuple[Project, ...] = ()
    future: tuple[Project, ...] = ()

    def commit(self, project: Project) -> History:
        """Go on to a new state; what was undone is forgotten. Nothing changed, nothing noted."""
        if project == self.present:
            return self
        return History(project, (*self.past, self.present)[-LIMIT:])

    def undo(self) -> History:
        if not self.past:
            return self
        return replace(self, present=self.past[-1], past=self.past[:-1], future=(*self.future, self.present))

    def redo(self) -> History:
        if not self.future:
            return self
        return replace(self, present=self.future[-1], past=(*self.past, self.present), future=self.future[:-1])
