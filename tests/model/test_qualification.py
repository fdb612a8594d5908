"""The verdict on a client."""

from __future__ import annotations

import pytest

from wizard.model.qualification import Answer, Question, Verdict, verdict_of

TARGET, NON_TARGET, UNKNOWN = Verdict.TARGET, Verdict.NON_TARGET, Verdict.UNKNOWN


def _question(name: str) -> Question:
    answers = (
        Answer(option="good", verdict=TARGET),
        Answer(option="bad", verdict=NON_TARGET),
        Answer(option="stop", verdict=NON_TARGET, stop=True),
        Answer(option="unclear", verdict=UNKNOWN),
    )
    return Question(id=name, text="", field="f", answers=answers)


OPEN = Question(id="open", text="", field="f", answers=(Answer(option="any"),))
THREE = (_question("a"), _question("b"), _question("c"), OPEN)


@pytest.mark.parametrize(
    ("picked", "verdict"),
    [
        ({}, UNKNOWN),
        ({"a": "good"}, UNKNOWN),
        ({"a": "good", "b": "good"}, TARGET),
        ({"a": "good", "b": "good", "c": "bad"}, TARGET),
        ({"a": "good", "b": "bad", "c": "bad"}, UNKNOWN),
        ({"a": "bad", "b": "bad", "c": "bad"}, UNKNOWN),
        ({"a": "good", "b": "unclear", "c": "unclear"}, UNKNOWN),
        ({"a": "good", "b": "good", "c": "stop"}, NON_TARGET),
        ({"a": "stop"}, NON_TARGET),
        ({"open": "any"}, UNKNOWN),
        ({"a": "good", "b": "good", "open": "any"}, TARGET),
        ({"a": "nonsense", "none": "good"}, UNKNOWN),
    ],
)
def test_a_stop_answer_decides_else_half_of_the_judged_questions(picked: dict[str, str], verdict: Verdict) -> None:
    assert verdict_of(THREE, picked) is verdict


def test_half_is_enough() -> None:
    assert verdict_of(THREE[:2], {"a": "good", "b": "bad"}) is TARGET


def test_without_questions_that_can_be_judged_nothing_is_clear() -> None:
    assert (verdict_of((), {}), verdict_of((OPEN,), {"open": "any"})) == (UNKNOWN, UNKNOWN)


def test_a_stop_answer_without_a_verdict_stops_too() -> None:
    question = Question(id="q", text="", field="f", answers=(Answer(option="stop", stop=True),))
    assert verdict_of((question,), {"q": "stop"}) is NON_TARGET
