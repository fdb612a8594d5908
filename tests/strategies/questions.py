"""Random edits of questions and their answers."""

from __future__ import annotations

from collections.abc import Callable

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn

from tests.strategies.values import (
    NAMES,
    TEXTS,
    Edit,
    a_pipeline,
    maybe,
)
from wizard.model.edits import questions
from wizard.model.pipeline import Pipeline
from wizard.model.project import Project
from wizard.model.qualification import Question, Verdict


def _add_question(draw: DrawFn, before: Project) -> Project:
    at = a_pipeline(draw, before)
    return questions.add_question(before, at.id, text=draw(NAMES), asked_at=draw(maybe(tuple(s.id for s in at.stages))))


def _of_question(change: Callable[[DrawFn, Project, Pipeline, Question], Project]) -> Edit:
    def edit(draw: DrawFn, before: Project) -> Project:
        at = a_pipeline(draw, before)
        return change(draw, before, at, draw(st.sampled_from(at.questions))) if at.questions else before

    return edit


def _change_question(draw: DrawFn, before: Project, at: Pipeline, asked: Question) -> Project:
    asked_at = draw(maybe(tuple(s.id for s in at.stages)))
    return questions.change_question(before, at.id, question=asked.id, text=draw(TEXTS), asked_at=asked_at)


def _move_question(draw: DrawFn, before: Project, at: Pipeline, asked: Question) -> Project:
    return questions.move_question(before, at.id, question=asked.id, by=draw(st.integers(-9, 9)))


def _delete_question(_draw: DrawFn, before: Project, at: Pipeline, asked: Question) -> Project:
    return questions.delete_question(before, at.id, question=asked.id)


def _add_answer(draw: DrawFn, before: Project, at: Pipeline, asked: Question) -> Project:
    return questions.add_answer(before, at.id, question=asked.id, name=draw(NAMES))


def _judge_answer(draw: DrawFn, before: Project, at: Pipeline, asked: Question) -> Project:
    if not asked.answers:
        return before
    option = draw(st.sampled_from(asked.answers)).option
    verdict = draw(st.none() | st.sampled_from(Verdict))
    judged = questions.change_answer(before, at.id, question=asked.id, option=option, verdict=verdict)
    return questions.change_answer(judged, at.id, question=asked.id, option=option, stop=draw(st.booleans()))


def _delete_answer(draw: DrawFn, before: Project, at: Pipeline, asked: Question) -> Project:
    if not asked.answers:
        return before
    option = draw(st.sampled_from(asked.answers)).option
    return questions.delete_answer(before, at.id, question=asked.id, option=option)


IN_QUESTIONS: tuple[Edit, ...] = (
    _add_question,
    *map(_of_question, (_change_question, _move_question, _delete_question)),
    *map(_of_question, (_add_answer, _judge_answer, _delete_answer)),
)
