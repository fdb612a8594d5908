"""Step 5: questions, answers, verdicts, ready sets and the try-out."""

from __future__ import annotations

import pytest

from tests.ui import projects
from tests.ui.app import App, opened
from wizard.catalog import reader
from wizard.catalog.question_sets import use_question_set
from wizard.model.edits.fields import change_field, rename_option
from wizard.model.edits.questions import (
    add_answer,
    add_question,
    change_answer,
    change_question,
    delete_answer,
    delete_question,
    move_question,
)
from wizard.model.qualification import Question, Verdict, verdict_of

TYPICAL = projects.typical()
SALE = "first_sale"
QUESTIONS = TYPICAL.pipeline(SALE).questions
FIRST = QUESTIONS[0]
EDIT = f"question.{SALE}.{FIRST.id}.edit"
AT = {"question": FIRST.id, "option": FIRST.answers[0].option}
ANSWER = f"answer.{SALE}.{FIRST.id}.{AT['option']}"


def on_page() -> App:
    return opened(TYPICAL, "qualification")


@pytest.mark.parametrize(
    ("part", "value", "attribute"),
    [
        ("text", "Какая **задача**?", "text"),
        ("why", "Чтобы <не> спорить", "why"),
        ("asked_at", TYPICAL.pipeline(SALE).stages[0].id, "asked_at"),
    ],
)
def test_a_question_is_changed(part: str, value: str, attribute: str) -> None:
    app = on_page()
    app.put(f"{EDIT}.{part}", value)
    assert app.project == change_question(TYPICAL, SALE, question=FIRST.id, **{attribute: value})


def test_its_field_and_its_answers_are_renamed() -> None:
    app = on_page()
    app.put(f"{EDIT}.field", "Задача")
    renamed = change_field(TYPICAL, FIRST.field, name="Задача")
    assert app.project == renamed
    app.put(f"{ANSWER}.name", "Да $x$")
    assert app.project == rename_option(renamed, FIRST.field, option=AT["option"], name="Да $x$")


@pytest.mark.parametrize("verdict", [*Verdict])
def test_an_answer_gets_a_verdict_and_may_stop(verdict: Verdict) -> None:
    app = on_page()
    app.put(f"{ANSWER}.verdict", verdict)
    judged = change_answer(TYPICAL, SALE, verdict=verdict, **AT)
    assert app.project == judged
    app.put(f"{ANSWER}.stop", True)
    assert app.project == change_answer(judged, SALE, stop=True, **AT)


def test_answers_come_and_go() -> None:
    app = on_page()
    app.widget(f"{EDIT}.new").set_value("Ещё думаем 😀")
    app.click(f"{EDIT}.add")
    added = add_answer(TYPICAL, SALE, question=FIRST.id, name="Ещё думаем 😀")
    assert app.project == added
    app.click(f"{EDIT}.add")
    assert app.project == added
    app.click(f"{ANSWER}.delete")
    assert app.project == delete_answer(added, SALE, **AT)


def test_a_picked_answer_that_is_deleted_does_not_stand_in_the_way() -> None:
    app = on_page()
    app.put(f"try.{SALE}.{FIRST.id}", AT["option"])
    app.click(f"{ANSWER}.delete")
    assert app.project == delete_answer(TYPICAL, SALE, **AT)
    assert app.widget(f"try.{SALE}.{FIRST.id}").value is None


def test_questions_come_move_and_go() -> None:
    app = on_page()
    app.widget("question.new").set_value("Какой этаж?")
    app.click("question.add")
    added = add_question(TYPICAL, SALE, text="Какой этаж?", asked_at=FIRST.asked_at)
    assert app.project == added
    new = added.pipeline(SALE).questions[-1].id
    assert app.session.chosen["question"] == new
    app.click(f"question.{SALE}.{new}.edit.move-1")
    moved = move_question(added, SALE, question=new, by=-1)
    assert app.project == moved
    app.click(f"question.{SALE}.{new}.edit.delete")
    assert app.project == delete_question(moved, SALE, question=new)
    for _ in range(3):
        app.click("undo")
    assert app.project == TYPICAL


def test_every_question_opens_from_the_list() -> None:
    app = on_page()
    for question in QUESTIONS:
        app.click(f"question.{SALE}.{question.id}")
        assert app.widget(f"question.{SALE}.{question.id}.edit.text").value == question.text
    assert app.project == TYPICAL


@pytest.mark.parametrize("set_id", [item.id for item in reader.question_sets()])
def test_a_ready_set_takes_the_place_of_the_questions(set_id: str) -> None:
    app = on_page()
    app.click(f"question.set.{set_id}")
    assert app.project == use_question_set(TYPICAL, SALE, set_id=set_id)
    app.click("undo")
    assert app.project == TYPICAL


def _badge(app: App) -> str:
    """The verdict the try-out shows: its badge stands among the texts."""
    start = app.session.tr("try.verdict")
    [found] = [text.value for text in app.at.markdown if start in text.value]
    return str(found)


def _answering(question: Question, verdict: Verdict, *, stop: bool = False) -> str | None:
    return next((a.option for a in question.answers if a.verdict is verdict and a.stop is stop), None)


def test_the_try_out_says_target_not_target_and_not_clear() -> None:
    app = on_page()
    app.unfold()
    tr, picked = app.session.tr, dict[str, str]()
    assert tr("verdict.unknown") in _badge(app)
    for question in QUESTIONS:
        if good := _answering(question, Verdict.TARGET):
            app.put(f"try.{SALE}.{question.id}", good)
            picked[question.id] = good
            assert tr(f"verdict.{verdict_of(QUESTIONS, picked)}") in _badge(app)
    assert verdict_of(QUESTIONS, picked) is Verdict.TARGET
    stopping = next(q for q in QUESTIONS if _answering(q, Verdict.NON_TARGET, stop=True))
    app.put(f"try.{SALE}.{stopping.id}", _answering(stopping, Verdict.NON_TARGET, stop=True))
    assert tr("verdict.non_target") in _badge(app)
    assert app.project == TYPICAL


def test_a_broken_list_of_questions_can_be_worked_with() -> None:
    broken = projects.broken()
    app = opened(broken, "qualification")
    for question in broken.pipeline(SALE).questions:
        app.click(f"question.{SALE}.{question.id}")
        for answer in question.answers:
            app.put(f"try.{SALE}.{question.id}", answer.option)
    assert app.project == broken


def test_an_empty_funnel_gets_its_first_question_and_a_set() -> None:
    app = opened(projects.empty(), "qualification")
    [only] = projects.empty().pipelines
    app.click("question.add")
    assert len(app.project.pipeline(only.id).questions) == 1
    app.click("question.set.quick")
    assert app.project == use_question_set(
        add_question(projects.empty(), only.id, text=app.session.tr("qualification.unnamed")), only.id, set_id="quick"
    )
