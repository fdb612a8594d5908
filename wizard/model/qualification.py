"""Qualification: questions to the client, what each answer says, and the verdict."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from wizard.model.base import Id, Model, Text


class Verdict(StrEnum):
    TARGET = "target"
    NON_TARGET = "non_target"
    UNKNOWN = "unknown"


class Answer(Model):
    """One possible answer: an option of the question's field and what it says. A stop answer decides alone."""

    option: Id
    verdict: Verdict | None = None
    stop: bool = False


class Question(Model):
    """A question to the client; the answer is kept in a field and asked at a stage."""

    id: Id
    text: Text
    field: Id
    why: Text = ""
    answers: tuple[Answer, ...] = ()
    asked_at: Id | None = None
    note: Text = ""


def verdict_of(questions: tuple[Question, ...], picked: Mapping[str, str]) -> Verdict:
    """The verdict on a client, from the option picked for each question id.

    Any stop answer: non-target. No stop and at least half of the questions that can be
    judged answered `target`: target. Otherwise not clear yet.
    """
    judged = [q for q in questions if any(a.verdict for a in q.answers)]
    given = [a for q in questions for a in q.answers if a.option == picked.get(q.id)]
    if any(a.stop for a in given):
        return Verdict.NON_TARGET
    hits = sum(a.verdict is Verdict.TARGET for a in given)
    return Verdict.TARGET if judged and 2 * hits >= len(judged) else Verdict.UNKNOWN
