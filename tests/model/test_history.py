"""Undo and redo."""

from __future__ import annotations

from wizard.model.edits.project import change_project
from wizard.model.history import LIMIT, History
from wizard.model.project import Project

EMPTY = Project()
ONE, TWO, THREE = (change_project(EMPTY, revenue_goal=goal) for goal in (1, 2, 3))


def test_what_is_undone_is_what_was_there_before() -> None:
    assert History(EMPTY).commit(ONE).commit(TWO).undo() == History(ONE, past=(EMPTY,), future=(TWO,))


def test_what_was_undone_can_be_redone() -> None:
    history = History(EMPTY).commit(ONE).commit(TWO)
    assert history.undo().undo().redo().redo() == history


def test_a_new_edit_forgets_what_was_undone() -> None:
    assert History(EMPTY).commit(ONE).undo().commit(THREE) == History(THREE, past=(EMPTY,))


def test_an_edit_that_changes_nothing_is_not_noted() -> None:
    history = History(EMPTY).commit(ONE).undo()
    assert history.commit(Project()) == history


def test_with_nothing_to_undo_or_redo_nothing_happens() -> None:
    assert (History(ONE).undo(), History(ONE).redo()) == (History(ONE), History(ONE))


def test_the_oldest_states_are_forgotten() -> None:
    history = History(EMPTY)
    states = [change_project(EMPTY, revenue_goal=goal) for goal in range(LIMIT + 5)]
    for state in states:
        history = history.commit(state)
    assert history == History(states[-1], past=tuple(states[4:-1]))
