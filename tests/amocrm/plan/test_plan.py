"""What a plan takes over, adds, keeps and leaves to people."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.amocrm.practice import EVERYTHING, Practice, practice, writes_left
from tests.catalog.composed import composed
from wizard.amocrm.apply import PlanError
from wizard.amocrm.plan import (
    Action,
    Change,
    Choices,
    Detail,
    Kind,
    PipelineChoice,
    Plan,
    PlanFileError,
    StageChoice,
    dump,
    load,
)
from wizard.amocrm.plan.binding import with_bindings
from wizard.amocrm.plan.telling import details
from wizard.amocrm.sandbox import Brand, Contents, LossReasons, Variant
from wizard.amocrm.sandbox.state import Choice, Field, Reason
from wizard.i18n.translator import translator
from wizard.model.edits.pipelines import change_pipeline
from wizard.model.project import Binding, Language, Project

PROJECT = composed("for-silent", "general", Language.RU)
FIRST = PROJECT.pipeline("first_sale")
BUSY = Variant(contents=Contents.BUSY)


def _change(plan: Plan, local: str) -> Change:
    return next(change for change in plan.changes if change.local == local)


def _stock(account: Practice, **more: object) -> Choices:
    stock = account.sandbox.account.pipelines[0].id
    return Choices(pipelines=(PipelineChoice(pipeline="first_sale", remote=stock),)).changed(**more)


def test_only_pipelines_launched_now_go_in_unless_asked() -> None:
    account = practice()
    names = [c.name for c in account.plan(PROJECT, Choices()).changes if c.kind == Kind.PIPELINE and c.writes]
    assert names == [pipeline.name for pipeline in PROJECT.launched()]
    everything = [c.name for c in account.plan(PROJECT).changes if c.kind == Kind.PIPELINE and c.writes]
    assert everything == [pipeline.name for pipeline in PROJECT.pipelines]


def test_an_adopted_pipeline_takes_over_stages_in_their_order_and_keeps_its_deals() -> None:
    account = practice(Variant(contents=Contents.DEALS))
    stock = account.sandbox.account.pipelines[0]
    account.apply(account.plan(PROJECT, _stock(account)))
    after = account.sandbox.account.pipelines[0]
    assert [stage.name for stage in after.own] == [stage.name for stage in FIRST.stages]
    assert [stage.id for stage in after.own][: len(stock.own)] == [stage.id for stage in stock.own]


def test_the_mapping_of_stages_can_be_chosen() -> None:
    account = practice(Variant(contents=Contents.DEALS))
    stock = account.sandbox.account.pipelines[0]
    last = StageChoice(stage=FIRST.stages[0].id, remote=stock.own[-1].id)
    choice = PipelineChoice(pipeline="first_sale", remote=stock.id, stages=(last,))
    plan = account.plan(PROJECT, Choices(pipelines=(choice,)))
    assert account.apply(plan).complete
    own = account.sandbox.account.pipelines[0].own
    assert [stage.name for stage in own if stage.id == last.remote] == [FIRST.stages[0].name]
    assert {stage.name for stage in stock.own[:-1]} <= {stage.name for stage in own}
    ours = [stage.name for stage in own if stage.name in {s.name for s in FIRST.stages}]
    assert ours == [stage.name for stage in FIRST.stages]


def test_a_name_amocrm_writes_with_another_dash_is_the_same() -> None:
    project = composed("for-silent", "general", Language.EN)
    account = practice(Variant(brand=Brand.KOMMO))
    plan = account.plan(project, _stock(account))
    assert (account.sandbox.account.pipelines[0].lost.name, project.pipeline("first_sale").lost_name) == (
        "Closed \u2013 lost",
        "Closed - lost",
    )
    assert _change(plan, "pipelines/first_sale/lost").action is Action.UNCHANGED


def test_a_new_pipeline_beside_one_of_the_same_name_is_made_once() -> None:
    account = practice()
    account.apply(account.plan(PROJECT, Choices()))
    choices = Choices(pipelines=(PipelineChoice(pipeline="first_sale"),))
    plan = account.plan(PROJECT, choices)
    assert _change(plan, "pipelines/first_sale").action is Action.CREATE
    assert account.apply(plan).complete
    assert [p.name for p in account.sandbox.account.pipelines].count(FIRST.name) == 2


def test_fields_keep_their_options_and_what_other_pipelines_demand() -> None:
    account = practice(BUSY)
    sandbox = account.sandbox
    lists = next(f for f in account.plan(PROJECT).project.fields if f.options and _goes_in(account, f.id))
    other = sandbox.account.pipelines[2]
    known = Field(
        990, f" {lists.name.upper()}", "select", 600, choices=(Choice(991, "Свой вариант", 5, code="OWN"),),
        required=((other.id, other.own[0].id),),
    )  # fmt: skip
    sandbox.account = replace(sandbox.account, fields=(*sandbox.account.fields, known))
    assert account.apply(account.plan(PROJECT)).complete
    after = next(f for f in sandbox.account.fields if f.id == 990)
    assert after.choices[0] == known.choices[0]
    assert [choice.value for choice in after.choices[1:]] == list(PROJECT.option_names(lists))
    assert known.required[0] in after.required
    assert (after.name, after.type) == (known.name, "select")


def _goes_in(account: Practice, field_id: str) -> bool:
    return any(change.local == f"fields/{field_id}" for change in account.plan(PROJECT).changes)


def test_a_field_of_another_type_stays_and_a_second_one_is_added() -> None:
    account = practice()
    name = next(c.name for c in account.plan(PROJECT).changes if c.kind == Kind.FIELD)
    account.sandbox.account = replace(
        account.sandbox.account, fields=(*account.sandbox.account.fields, Field(990, name, "streetaddress", 600))
    )
    account.apply(account.plan(PROJECT))
    types = [f.type for f in account.sandbox.account.fields if f.name == name]
    assert (len(types), "streetaddress" in types) == (2, True)
    assert writes_left(account.plan(PROJECT)) == []


def test_loss_reasons_are_merged_whatever_their_letters() -> None:
    account = practice()
    name = next(c.name for c in account.plan(PROJECT).changes if c.kind == Kind.REASON)
    account.sandbox.account = replace(account.sandbox.account, reasons=(Reason(1, f" {name.upper()} ", 1, 0, 0),))
    account.apply(account.plan(PROJECT))
    assert sum(r.name.strip().casefold() == name.casefold() for r in account.sandbox.account.reasons) == 1


def test_what_the_account_refuses_is_said_in_its_words() -> None:
    account = practice(Variant(contents=Contents.FRESH, loss_reasons=LossReasons.READ_ONLY))
    report = account.apply(account.plan(PROJECT))
    assert {refusal.change.kind for refusal in report.refused} == {Kind.REASON}
    assert report.refused[0].error.values["said"] == "Method Not Allowed"
    assert (report.missing, report.complete) == ((), True)


def test_an_account_known_to_take_no_loss_reasons_is_not_asked_again() -> None:
    account = practice(Variant(contents=Contents.FRESH, loss_reasons=LossReasons.READ_ONLY))
    report = account.apply(account.plan(PROJECT))
    bound = with_bindings(PROJECT, report.target, report.existing, reasons_refused=report.reasons_refused)
    plan = account.plan(bound)
    reasons = {change.action for change in plan.changes if change.kind == Kind.REASON}
    assert (writes_left(plan), plan.empty, reasons) == ([], True, {Action.MANUAL})
    again = account.apply(plan)
    known = with_bindings(bound, again.target, again.existing, reasons_refused=again.reasons_refused).bindings
    assert (len(known), set(known)) == (len(bound.bindings), set(bound.bindings))


def test_one_bad_thing_of_a_batch_does_not_keep_the_others_out() -> None:
    long = PROJECT.changed(
        loss_reasons=tuple(
            r.changed(name="П" * 300) if r.id == FIRST.losses[0].reason else r for r in PROJECT.loss_reasons
        )
    )
    account = practice()
    plan = account.plan(long)
    report = account.apply(plan)
    assert [refusal.change.name for refusal in report.refused] == ["П" * 300]
    assert report.missing == ()


def test_the_main_pipeline_changes_only_when_asked_for() -> None:
    account = practice()
    account.apply(account.plan(PROJECT))
    assert account.sandbox.account.pipelines[0].main
    plan = account.plan(PROJECT, EVERYTHING.changed(main=True))
    assert [(c.kind, c.details[0].old) for c in plan.changes if c.writes] == [(Kind.MAIN, "Воронка")]
    account.apply(plan)
    assert [p.name for p in account.sandbox.account.pipelines if p.main] == [
        PROJECT.pipeline(PROJECT.main_pipeline or "").name
    ]


def test_bound_things_are_renamed_and_not_added() -> None:
    account = practice()
    report = account.apply(account.plan(PROJECT))
    remote = next(match.remote for match in report.target.matches if match.pipeline == "first_sale")
    bound = PROJECT.changed(
        bindings=(Binding(account=str(account.sandbox.account.id), local="pipelines/first_sale", remote=str(remote)),)
    )
    renamed = change_pipeline(bound, "first_sale", name="Новое имя")
    assert ("update", "pipeline", "Новое имя") in writes_left(account.plan(renamed))


def test_a_plan_does_not_fit_an_account_that_has_changed() -> None:
    account = practice(Variant(contents=Contents.DEALS))
    plan = account.plan(PROJECT, _stock(account))
    stock = account.sandbox.account.pipelines[0]
    account.sandbox.account = account.sandbox.account.with_pipeline(replace(stock, name="Иначе"))
    with pytest.raises(PlanError) as refused:
        account.apply(plan)
    assert [(since.kind, since.name, since.how) for since in refused.value.since] == [
        (Kind.PIPELINE, "Воронка", "changed")
    ]
    assert account.writes == 0


def test_a_plan_s_file_gives_the_same_plan_and_no_changed_one() -> None:
    plan = practice(BUSY).plan(PROJECT)
    data = dump(plan)
    assert load(data) == plan
    for broken in (b"", b"{}", data.replace(FIRST.name.encode(), b"X", 1), data[:-20]):
        with pytest.raises(PlanFileError):
            load(broken)


def test_empty_projects_have_nothing_to_enter() -> None:
    plan = practice().plan(Project(), Choices())
    assert (plan.empty, plan.problems) == (True, ())


@pytest.mark.parametrize(("language", "words"), [("ru", "тип: список"), ("en", "type: list")])
def test_the_type_of_a_field_is_told_by_its_name(language: str, words: str) -> None:
    change = Change(action=Action.CREATE, kind=Kind.FIELD, name="x", details=(Detail(what="type", new="select"),))
    assert list(details(change, translator(language))) == [words]


def test_a_type_no_project_has_is_told_as_it_is() -> None:
    change = Change(action=Action.CREATE, kind=Kind.FIELD, name="x", details=(Detail(what="type", new="legal_entity"),))
    assert list(details(change, translator("en"))) == ["type: legal_entity"]
