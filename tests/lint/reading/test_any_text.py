"""Whatever stands in a name, step, fact or reason: it is read without a fault, and what is offered is a result."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.names.labelled import HALVES, LANGUAGES, half
from wizard.cli.naming import KINDS
from wizard.lint import reasons, similar, steps, style
from wizard.lint.facts import is_hope, is_mood
from wizard.lint.kinds import Kind
from wizard.lint.reading import read
from wizard.lint.single import judged

LONGEST = 30
# Any characters, and words that are nearly Russian or English, which reach deeper.
NEARLY = st.text("абвеёжинорстуьяАН abdeginorst-,./()!«»0123№→😀'", max_size=40)
TEXTS = st.one_of(st.text(max_size=40), NEARLY)


@settings(max_examples=300, deadline=None)
@given(TEXTS)
def test_any_text_can_be_read(text: str) -> None:
    reading = read(text)

    assert reading is not None or not text.strip()
    assert steps.fault(text) in {None, *steps.StepFault}
    assert reasons.fault(text) in {None, *reasons.Fault}
    assert similar.key(text) == similar.key(text)
    assert isinstance(style.tidied(text), str)
    assert {is_mood(text), is_hope(text)} <= {True, False}


@pytest.mark.parametrize("letter", ["x", "я"])
def test_a_word_without_end_is_read_at_once(letter: str) -> None:
    began = time.process_time()
    assert not is_mood(letter * 10_000)
    assert time.process_time() - began < 5


@settings(max_examples=200, deadline=None)
@given(TEXTS, st.sampled_from([Kind.SALES, Kind.DELIVERY, Kind.PARTNERS, Kind.HR]))
def test_whatever_is_offered_instead_of_any_text_is_a_short_result(text: str, kind: Kind) -> None:
    assert _wrong(text, kind) == []


def test_whatever_is_offered_instead_of_a_labelled_name_is_a_short_result() -> None:
    items = [item for language in LANGUAGES for name in HALVES for item in half(language, name)]

    assert [wrong for item in items for wrong in _wrong(item.name, KINDS[item.kind])] == []


def test_most_names_that_are_not_results_are_offered_a_better_one() -> None:
    weak = [item for language in LANGUAGES for name in HALVES for item in half(language, name) if item.label == "weak"]
    helped = [item for item in weak if judged(item.name, KINDS[item.kind]).rewrites]

    assert len(helped) / len(weak) > 0.85


def _wrong(text: str, kind: Kind) -> list[str]:
    """The names offered that are themselves found fault with."""
    return [name for name in judged(text, kind).rewrites if len(name) > LONGEST or judged(name, kind).finding]
