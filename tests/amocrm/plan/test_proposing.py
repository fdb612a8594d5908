"""What is proposed before anybody chose, what a choice changes, and how a plan is told pipeline by pipeline."""

from __future__ import annotations

from tests.amocrm.practice import practice
from tests.ui import projects
from wizard.amocrm.plan import Action, Choices, Kind, PipelineChoice, StageChoice, StageRemoval, make
from wizard.amocrm.plan.choices import PipelineRemoval
from wizard.amocrm.plan.deciding import fitting, keep, pair, remove, take_over
from wizard.amocrm.plan.grouping import Section, grouped
from wizard.amocrm.plan.proposing import proposed
from wizard.amocrm.sandbox import Contents, Variant
from wizard.model.pipeline import Launch

PROJECT = projects.typical()
STOCK = Variant(contents=Contents.DEALS)
ADOPTED = PipelineChoice(pipeline="first_sale", remote=7)
MATCH = ADOPTED.changed(stages=(StageChoice(stage="a", remote=1), StageChoice(stage="b"), StageChoice(stage="c")))
GONE = StageRemoval(pipeline="first_sale", remote=2, to="a")


def test_the_only_pipeline_of_a_fresh_account_becomes_the_first_sale() -> None:
    existing = practice(STOCK).read(PROJECT)
    [stock] = existing.pipelines
    assert proposed(PROJECT, existing) == Choices(pipelines=(PipelineChoice(pipeline="first_sale", remote=stock.id),))


def test_in_an_account_with_more_nothing_is_taken_over_unasked() -> None:
    assert proposed(PROJECT, practice(Variant(contents=Contents.BUSY)).read(PROJECT)) == Choices()


def test_what_is_ours_already_is_not_proposed_again() -> None:
    account = practice(STOCK)
    existing = account.read(PROJECT)
    [stock] = existing.pipelines
    entered = existing.changed(pipelines=(stock.changed(name="Первичная продажа"),))
    assert proposed(PROJECT, entered) == Choices()


def test_a_project_whose_sale_comes_later_takes_nothing_over() -> None:
    sale = PROJECT.pipeline("first_sale").changed(launch=Launch.LATER)
    assert proposed(PROJECT.with_pipeline(sale), practice(STOCK).read(PROJECT)) == Choices()


def test_a_pipeline_of_the_account_is_given_away_once() -> None:
    before = Choices(pipelines=(ADOPTED,), removals=(GONE,))
    other = PipelineChoice(pipeline="repeat_sales", remote=7)
    assert take_over(before, "repeat_sales", remote=7) == Choices(pipelines=(other,), removals=(GONE,))
    new = PipelineChoice(pipeline="first_sale")
    assert take_over(before, "first_sale", remote=None) == Choices(pipelines=(new,))


def test_a_stage_of_the_account_is_given_away_once_and_is_not_removed_then() -> None:
    stages = (StageChoice(stage="a"), StageChoice(stage="b"), StageChoice(stage="c", remote=1))
    assert pair(Choices(), MATCH, stage="c", remote=1).pipelines == (MATCH.changed(stages=stages),)
    assert pair(Choices(removals=(GONE,)), MATCH, stage="c", remote=2).removals == ()
    new = pair(Choices(), MATCH, stage="a", remote=None).pipelines[0]
    assert new.stages == (StageChoice(stage="a"), *(MATCH.stages or ())[1:])


def test_a_stage_goes_once_and_may_stay_after_all() -> None:
    elsewhere = GONE.changed(to="b")
    assert remove(remove(Choices(), GONE), elsewhere) == Choices(removals=(elsewhere,))
    assert keep(Choices(removals=(GONE,)), 2) == Choices()
    whole = PipelineRemoval(remote=9, pipeline="first_sale", to="a")
    assert remove(Choices(removals=(GONE,)), whole) == Choices(removals=(GONE,), pipeline_removals=(whole,))
    assert keep(Choices(pipeline_removals=(whole,)), 9) == Choices()
    assert take_over(Choices(pipeline_removals=(whole,)), "first_sale", remote=9).pipeline_removals == ()


def test_what_was_decided_about_things_that_are_gone_is_forgotten() -> None:
    existing = practice(STOCK).read(PROJECT)
    [stock] = existing.pipelines
    kept = (PipelineChoice(pipeline="first_sale", remote=stock.id), PipelineChoice(pipeline="repeat_sales"))
    gone = (PipelineChoice(pipeline="hr", remote=stock.id), PipelineChoice(pipeline="refusal_warming", remote=1))
    lost = StageRemoval(pipeline="hr", remote=2, to="a")
    before = Choices(pipelines=(*kept, *gone), removals=(GONE, lost), main=True)
    assert fitting(before, PROJECT, existing) == Choices(pipelines=kept, removals=(GONE,), main=True)


def test_every_change_stands_in_one_group_and_the_account_s_stages_in_the_pipeline_that_takes_them_over() -> None:
    account = practice(Variant(contents=Contents.BUSY))
    existing = account.read(PROJECT)
    theirs = existing.live[0]
    taken = take_over(Choices(), "customer_support", remote=theirs.id)
    match = make(PROJECT, existing, taken).choices.of("customer_support")
    assert match
    choices = pair(taken, match, stage=PROJECT.pipeline("customer_support").stages[0].id, remote=None)
    plan = make(PROJECT, account.read(PROJECT, choices), choices)
    groups = grouped(plan)
    assert sum(len(group.changes) for group in groups) == len(plan.changes)
    assert [group.name for group in groups if group.section is Section.PIPELINE] == [
        "Первичная продажа",
        "Прогрев отказов",
        "Исполнение и сопровождение",
    ]
    support = next(group for group in groups if group.pipeline == "customer_support")
    kept_there = [change.name for change in support.changes if change.action is Action.ONLY_IN_ACCOUNT]
    assert kept_there == [theirs.own[0].name]
    [others] = [group for group in groups if group.section is Section.ACCOUNT]
    assert {change.kind for change in others.changes} == {Kind.PIPELINE}
    assert len(others.changes) == len(existing.live) - 1
