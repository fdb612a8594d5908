"""Edits of qualification questions, and what each takes along."""

from __future__ import annotations

import pytest

from tests.small import ASKED, MET, NEW, OFFERED, PROJECT, SALE, TASK, WARMING, WHEN
from wizard.model.edits import questions
from wizard.model.fields import Field, FieldOption, Place
from wizard.model.project import Project
from wizard.model.qualification import Answer, Question, Verdict

AGAIN = Question(id="again", text="А теперь?", field="task", answers=(Answer(option="no"),))
YES, NO = ASKED.answers


def _asking(*asked: Question) -> Project:
    return PROJECT.with_pipeline(SALE.changed(questions=asked))


def test_a_question_is_added_with_a_list_field_of_its_own() -> None:
    after = questions.add_question(PROJECT, "sale", text="Сколько комнат?", asked_at="met")
    field = Field(id="q_skolko_komnat", name="Сколько комнат?")
    asked = Question(id="skolko_komnat", text="Сколько комнат?", field=field.id, asked_at="met")
    sale = SALE.changed(questions=(ASKED, asked))
    assert after == PROJECT.changed(fields=(TASK, WHEN, field), pipelines=(sale, WARMING))


def test_attributes_of_a_question_are_replaced() -> None:
    after = questions.change_question(PROJECT, "sale", question="task", asked_at="new", why="Чтобы понять")
    assert after == _asking(ASKED.changed(asked_at="new", why="Чтобы понять"))


def test_a_deleted_question_takes_its_field_along() -> None:
    after = questions.delete_question(PROJECT, "sale", question="task")
    stages = (NEW.changed(fields=()), MET.changed(fields=("when",)), OFFERED)
    assert after == PROJECT.changed(fields=(WHEN,), pipelines=(SALE.changed(stages=stages, questions=()), WARMING))


def test_the_field_of_a_deleted_question_stays_for_another_one() -> None:
    assert questions.delete_question(_asking(ASKED, AGAIN), "sale", question="task") == _asking(AGAIN)


def test_the_field_of_a_deleted_question_stays_where_another_funnel_uses_it() -> None:
    warming = WARMING.changed(questions=(AGAIN,))
    after = questions.delete_question(PROJECT.with_pipeline(warming), "sale", question="task")
    stages = (NEW.changed(fields=()), MET.changed(fields=("when",)), OFFERED)
    assert after == PROJECT.changed(pipelines=(SALE.changed(stages=stages, questions=()), warming))


def test_a_built_in_field_outlives_its_question() -> None:
    built_in = TASK.changed(place=Place.DEAL_BUILT_IN)
    project = PROJECT.changed(fields=(built_in, WHEN))
    assert questions.delete_question(project, "sale", question="task").fields == (built_in, WHEN)


def test_used_fields_are_those_of_stages_questions_terms_and_routes() -> None:
    assert questions.used_fields(PROJECT) == {"task", "when"}
    assert questions.used_fields(PROJECT.changed(pipelines=(), main_pipeline=None)) == set()


@pytest.mark.parametrize(("by", "order"), [(-1, (AGAIN, ASKED)), (-9, (AGAIN, ASKED)), (1, (ASKED, AGAIN))])
def test_a_question_moves_as_far_as_it_goes(by: int, order: tuple[Question, ...]) -> None:
    assert questions.move_question(_asking(ASKED, AGAIN), "sale", question="again", by=by) == _asking(*order)


def test_an_answer_is_added_as_a_new_value_of_the_field() -> None:
    after = questions.add_answer(PROJECT, "sale", question="task", name="Не знает")
    longer = TASK.changed(options=(*TASK.options, FieldOption(id="ne_znaet", name="Не знает")))
    asked = ASKED.changed(answers=(YES, NO, Answer(option="ne_znaet")))
    assert after == PROJECT.changed(fields=(longer, WHEN), pipelines=(SALE.changed(questions=(asked,)), WARMING))


def test_a_stop_answer_is_non_target() -> None:
    after = questions.change_answer(PROJECT, "sale", question="task", option="yes", stop=True)
    stop = Answer(option="yes", verdict=Verdict.NON_TARGET, stop=True)
    assert after == _asking(ASKED.changed(answers=(stop, NO)))


def test_an_answer_judged_otherwise_stops_no_longer() -> None:
    after = questions.change_answer(PROJECT, "sale", question="task", option="no", verdict=Verdict.UNKNOWN)
    assert after == _asking(ASKED.changed(answers=(YES, Answer(option="no", verdict=Verdict.UNKNOWN))))


def test_a_deleted_answer_takes_the_value_along() -> None:
    after = questions.delete_answer(PROJECT, "sale", question="task", option="no")
    shorter = TASK.changed(options=(FieldOption(id="yes", name="Есть"),))
    assert after == _asking(ASKED.changed(answers=(YES,))).changed(fields=(shorter, WHEN))


def test_a_value_another_question_offers_outlives_the_answer() -> None:
    after = questions.delete_answer(_asking(ASKED, AGAIN), "sale", question="task", option="no")
    assert after == _asking(ASKED.changed(answers=(YES,)), AGAIN)
