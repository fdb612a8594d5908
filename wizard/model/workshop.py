"""What a meeting leaves behind: decisions, what was not taken and why, tasks and questions for later."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from pydantic import Field

from wizard.model.base import Id, Model, Name, Text

MOST_PEOPLE = 200

Votes = Annotated[int, Field(ge=0, le=10_000)]


class Kind(StrEnum):
    """What is proposed: a new stage, another name of one, a fact, a question, a reason of refusal, a deal to tell.

    A remark is a question to everybody.
    """

    STAGE = "stage"
    NAME = "name"
    FACT = "fact"
    QUESTION = "question"
    REASON = "reason"
    DEAL = "deal"
    REMARK = "remark"


class Decision(Model):
    """What was decided and why, who was against, and when to look at it again (ISO date).

    What people proposed has a kind, where it belongs (`path`), who proposed it if a name was given, and the votes for
    it; `on` is the day (ISO date).
    """

    id: Id
    text: Text
    why: Text = ""
    against: Name = ""
    review_on: Name = ""
    kind: Kind | None = None
    path: Name = ""
    by: Name = ""
    votes: Votes = 0
    on: Name = ""


class Rejected(Model):
    """What was proposed and not taken, and why."""

    id: Id
    text: Text
    why: Text = ""
    kind: Kind | None = None
    path: Name = ""
    by: Name = ""
    votes: Votes = 0
    on: Name = ""


class Task(Model):
    """Something somebody has to do after the meeting (due: ISO date)."""

    id: Id
    text: Text
    who: Name = ""
    due: Name = ""
    done: bool = False


class Note(Model):
    """A question for later, or a remark; `path` says what it is about, `by` who asked."""

    id: Id
    text: Text
    path: Name = ""
    by: Name = ""


class Meeting(Model):
    """A day people met (ISO date), and those who gave a name."""

    id: Id
    on: Name
    people: Annotated[tuple[Name, ...], Field(max_length=MOST_PEOPLE)] = ()


class Workshop(Model):
    decisions: tuple[Decision, ...] = ()
    rejected: tuple[Rejected, ...] = ()
    tasks: tuple[Task, ...] = ()
    notes: tuple[Note, ...] = ()
    meetings: tuple[Meeting, ...] = ()
