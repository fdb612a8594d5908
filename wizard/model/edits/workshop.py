"""Edits of what a meeting leaves behind: decisions, what was not taken, questions for later, tasks, who was there.

What comes under an id that is there already replaces it, so the same thing said twice is there once.
"""

from __future__ import annotations

from typing import Any

from wizard.model.edits.ids import fresh, slug
from wizard.model.project import Project
from wizard.model.workshop import Decision, Meeting, Note, Rejected, Task


def record_decision(project: Project, decision: Decision) -> Project:
    """Write a decision down; what it is about no longer waits and is no longer rejected."""
    left = _without(project, decision.id, "notes", "rejected")
    return _with(left, "decisions", decision)


def record_rejected(project: Project, rejected: Rejected) -> Project:
    """Write down what was not taken; it no longer waits."""
    return _with(_without(project, rejected.id, "notes"), "rejected", rejected)


def record_note(project: Project, note: Note) -> Project:
    """Keep a question for later; it is no longer rejected."""
    return _with(_without(project, note.id, "rejected"), "notes", note)


def record_meeting(project: Project, meeting: Meeting) -> Project:
    """Write down who met when."""
    return _with(project, "meetings", meeting)


def change_decision(project: Project, decision: str, **values: Any) -> Project:
    """Replace attributes of a decision (text, why, against, review_on)."""
    return _changed(project, "decisions", decision, **values)


def change_rejected(project: Project, rejected: str, **values: Any) -> Project:
    """Replace attributes of what was not taken (why)."""
    return _changed(project, "rejected", rejected, **values)


def add_task(project: Project, text: str, *, who: str = "", due: str = "") -> Project:
    """Add a task (due: ISO date)."""
    new = fresh(slug(text, "task"), (task.id for task in project.workshop.tasks))
    return _with(project, "tasks", Task(id=new, text=text, who=who, due=due))


def change_task(project: Project, task: str, **values: Any) -> Project:
    """Replace attributes of a task (text, who, due, done)."""
    return _changed(project, "tasks", task, **values)


def delete_task(project: Project, task: str) -> Project:
    return _without(project, task, "tasks")


def delete_note(project: Project, note: str) -> Project:
    """Take a question away that has been answered."""
    return _without(project, note, "notes")


def _with(project: Project, where: str, item: Any) -> Project:
    """The item in the place of the one with its id, or last."""
    there = getattr(project.workshop, where)
    known = any(each.id == item.id for each in there)
    items = tuple(item if each.id == item.id else each for each in there) if known else (*there, item)
    return project.changed(workshop=project.workshop.changed(**{where: items}))


def _without(project: Project, item: str, *where: str) -> Project:
    left = {name: tuple(each for each in getattr(project.workshop, name) if each.id != item) for name in where}
    return project.changed(workshop=project.workshop.changed(**left))


def _changed(project: Project, where: str, item: str, **values: Any) -> Project:
    items = tuple(each.changed(**values) if each.id == item else each for each in getattr(project.workshop, where))
    return project.changed(workshop=project.workshop.changed(**{where: items}))
