"""Undo and redo: the states a project went through, as a frozen value.

A state that is kept elsewhere (see `wizard.storage`) stands here by its number only, so that two hundred of them
cost nothing; going back to it asks for it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from wizard.model.project import Project

LIMIT = 200

State = Project | int
Load = Callable[[int], Project]


def _nowhere(number: int) -> Project:
    raise LookupError(f"nothing is kept under {number}")


@dataclass(frozen=True)
class History:
    """The present project with what came before it and what was undone (newest last).

    `number` is what the present is kept under; None while it is kept nowhere.
    """

    present: Project
    past: tuple[State, ...] = ()
    future: tuple[State, ...] = ()
    number: int | None = None

    def commit(self, project: Project) -> History:
        """Go on to a new state; what was undone is forgotten. Nothing changed, nothing noted."""
        if project == self.present:
            return self
        return History(project, (*self.past, self._state)[-LIMIT:])

    def undo(self, load: Load = _nowhere) -> History:
        """Go back by one state; what `load` raises comes through and nothing has happened."""
        if not self.past:
            return self
        return self._at(self.past[-1], load, past=self.past[:-1], future=(*self.future, self._state))

    def redo(self, load: Load = _nowhere) -> History:
        """Go forth again by one state; see `undo`."""
        if not self.future:
            return self
        return self._at(self.future[-1], load, past=(*self.past, self._state), future=self.future[:-1])

    @property
    def is_kept(self) -> bool:
        """Whether every state stands under a number."""
        return self.number is not None and not any(isinstance(s, Project) for s in (*self.past, *self.future))

    def shown_as(self, project: Project) -> History:
        """The same with the present replaced by one that differs in what is no edit (which steps are ready)."""
        return replace(self, present=project)

    @property
    def _state(self) -> State:
        return self.present if self.number is None else self.number

    @staticmethod
    def _at(state: State, load: Load, *, past: tuple[State, ...], future: tuple[State, ...]) -> History:
        if isinstance(state, int):
            return History(load(state), past, future, state)
        return History(state, past, future)
