"""What a meeting leaves behind: decisions, tasks and questions for later."""

from __future__ import annotations

from wizard.model.base import Id, Model, Name, Text


class Decision(Model):
    """What was decided and why, who was against, and when to look at it again (ISO date)."""

    id: Id
    text: Text
    why: Text = ""
    against: Name = ""
    review_on: Name = ""


class Task(Model):
    """Something somebody has to do after the meeting (due: ISO date)."""

    id: Id
    text: Text
    who: Name = ""
    due: Name = ""
    done: bool = False


class Note(Model):
    """A question for later, or a remark; `path` says what it is about."""

    id: Id
    text: Text
    path: Name = ""


class Workshop(Model):
    decisions: tuple[Decision, ...] = ()
    tasks: tuple[Task, ...] = ()
    notes: tuple[Note, ...] = ()
