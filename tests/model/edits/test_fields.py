"""Edits of fields and their options, and what each takes along."""

from __future__ import annotations

from tests.small import ASKED, INTO_WARMING, MET, NEW, OFFERED, PROJECT, SALE, TASK, WARMING, WHEN
from wizard.model.edits import fields
from wizard.model.fields import Field, FieldOption, FieldType
from wizard.model.losses import LossReason, LossUse
from wizard.model.qualification import Answer, Verdict
from wizard.model.routes import Route, Target
from wizard.model.terms import AT_ONCE, DateRule, Term

NEED = Field(id="need", name="Потребность", options=(FieldOption(id="a", name="есть"), FieldOption(id="no", name="?")))
DAY = Field(id="day", name="Дата возврата", type=FieldType.DATE)


def test_attributes_of_a_field_are_replaced() -> None:
    after = fields.change_field(PROJECT, "when", name="Дата", type=FieldType.DATE_TIME)
    assert after == PROJECT.changed(fields=(TASK, WHEN.changed(name="Дата", type=FieldType.DATE_TIME)))


def test_a_field_is_added_once() -> None:
    after = fields.add_field(PROJECT, NEED)
    assert after == PROJECT.changed(fields=(TASK, WHEN, NEED))
    assert fields.add_field(after, NEED.changed(name="Другая")) == after


def test_a_deleted_list_field_takes_its_questions_along() -> None:
    after = fields.delete_field(PROJECT, "task")
    stages = (NEW.changed(fields=()), MET.changed(fields=("when",)), OFFERED)
    assert after == PROJECT.changed(fields=(WHEN,), pipelines=(SALE.changed(stages=stages, questions=()), WARMING))


def test_a_deleted_date_field_takes_terms_along_and_routes_open_at_once() -> None:
    after = fields.delete_field(PROJECT, "when")
    sale = SALE.changed(
        stages=(NEW, MET.changed(fields=("task",), term=None), OFFERED),
        losses=(LossUse(reason="later", route=INTO_WARMING.changed(opens=AT_ONCE)), LossUse(reason="dear")),
    )
    assert after == PROJECT.changed(fields=(TASK,), pipelines=(sale, WARMING))


def test_a_remembered_route_opens_at_once_too() -> None:
    remembered = Route(target=Target.ARCHIVE, wanted=INTO_WARMING)
    project = PROJECT.with_pipeline(SALE.changed(lost_route=remembered))
    lost_route = fields.delete_field(project, "when").pipeline("sale").lost_route
    assert lost_route == Route(target=Target.ARCHIVE, wanted=INTO_WARMING.changed(opens=AT_ONCE))


def test_causes_kept_in_a_deleted_field_go_with_their_uses() -> None:
    cause = LossReason(id="lazy", name="Нет времени", field="need")
    sale = SALE.changed(losses=(*SALE.losses, LossUse(reason="lazy")))
    project = fields.add_field(PROJECT, NEED)
    project = project.changed(loss_reasons=(*PROJECT.loss_reasons, cause)).with_pipeline(sale)
    assert fields.delete_field(project, "need") == PROJECT


def test_an_option_is_added_under_an_id_not_used_yet() -> None:
    after = fields.add_option(PROJECT, "task", name="No")
    options = (*TASK.options, FieldOption(id="no_2", name="No"))
    assert after == PROJECT.changed(fields=(TASK.changed(options=options), WHEN))


def test_a_renamed_option_is_still_the_answer() -> None:
    after = fields.rename_option(PROJECT, "task", option="no", name="Задачи нет")
    options = (FieldOption(id="yes", name="Есть"), FieldOption(id="no", name="Задачи нет"))
    assert after == PROJECT.changed(fields=(TASK.changed(options=options), WHEN))


def test_a_deleted_option_takes_the_answers_along() -> None:
    after = fields.delete_option(PROJECT, "task", option="no")
    sale = SALE.changed(questions=(ASKED.changed(answers=(Answer(option="yes", verdict=Verdict.TARGET),)),))
    shorter = TASK.changed(options=(FieldOption(id="yes", name="Есть"),))
    assert after == PROJECT.changed(fields=(shorter, WHEN), pipelines=(sale, WARMING))


def test_a_merged_list_field_brings_the_options_the_other_lacks() -> None:
    after = fields.merge_fields(fields.add_field(PROJECT, NEED), "task", into="need")
    options = (*NEED.options, FieldOption(id="no_2", name="Нет"))
    answers = (
        Answer(option="a", verdict=Verdict.TARGET),
        Answer(option="no_2", verdict=Verdict.NON_TARGET, stop=True),
    )
    sale = SALE.changed(
        stages=(NEW.changed(fields=("need",)), MET.changed(fields=("need", "when")), OFFERED),
        questions=(ASKED.changed(field="need", answers=answers),),
    )
    assert after == PROJECT.changed(fields=(WHEN, NEED.changed(options=options)), pipelines=(sale, WARMING))


def test_terms_and_routes_go_by_the_field_another_one_was_merged_into() -> None:
    project = fields.add_field(PROJECT, DAY)
    project = project.with_pipeline(SALE.with_stage(MET.changed(fields=("day", "when"))))
    after = fields.merge_fields(project, "when", into="day")
    into_warming = INTO_WARMING.changed(opens=DateRule(field="day"))
    sale = SALE.changed(
        stages=(NEW, MET.changed(fields=("day",), term=Term(until_field="day")), OFFERED),
        losses=(LossUse(reason="later", route=into_warming), LossUse(reason="dear")),
    )
    assert after == PROJECT.changed(fields=(TASK, DAY), pipelines=(sale, WARMING))


def test_causes_follow_a_merged_field() -> None:
    cause = LossReason(id="lazy", name="Нет времени", field="task")
    project = fields.add_field(PROJECT, NEED).changed(loss_reasons=(*PROJECT.loss_reasons, cause))
    after = fields.merge_fields(project, "task", into="need")
    assert after.loss_reasons == (*PROJECT.loss_reasons, cause.changed(field="need"))


def test_a_field_merged_into_itself_stays() -> None:
    assert fields.merge_fields(PROJECT, "task", into="task") == PROJECT
