"""Stages are removed only when chosen and confirmed, and their deals move first."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.amocrm.practice import Practice, practice
from tests.catalog.composed import composed
from wizard.amocrm.apply import Memory, NotConfirmedError, apply, count_deals, snapshot
from wizard.amocrm.plan import Choices, Kind, PipelineChoice, PipelineRemoval, Plan, StageChoice, StageRemoval, make
from wizard.amocrm.plan.telling import totals
from wizard.amocrm.sandbox import Contents, Fault, Variant
from wizard.amocrm.sandbox import Kind as Failure
from wizard.i18n.translator import translator
from wizard.model.project import Language

PROJECT = composed("for-silent", "general", Language.RU)
FIRST = PROJECT.pipeline("first_sale")
ENDS = (142, 143)
BUSY = Variant(contents=Contents.BUSY)


def _plan(account: Practice) -> Plan:
    """The busy account's second pipeline is taken over without its first stage, which holds 300 deals."""
    theirs = account.sandbox.account.pipelines[1]
    choice = PipelineChoice(pipeline="first_sale", remote=theirs.id, stages=())
    removal = StageRemoval(pipeline="first_sale", remote=theirs.own[0].id, to=FIRST.stages[1].id)
    choices = Choices(pipelines=(choice,), removals=(removal,))
    existing = account.read(PROJECT, choices)
    deals = count_deals(account.client(), PROJECT, existing=existing, choices=choices)
    return make(PROJECT, existing, choices, deals=deals)


def _in_stage(account: Practice, stage: int) -> int:
    return sum(lead.stage == stage and not lead.in_bin for lead in account.sandbox.account.leads)


def _places(account: Practice) -> list[tuple[int, int, int]]:
    return [(lead.id, lead.pipeline, lead.stage) for lead in account.sandbox.account.leads]


def test_deals_are_counted_and_moved_before_their_stage_goes() -> None:
    account = practice(BUSY)
    theirs = account.sandbox.account.pipelines[1]
    count = _in_stage(account, theirs.own[0].id)
    plan = _plan(account)
    (removal,) = (change for change in plan.changes if change.kind == Kind.REMOVAL)
    assert [(d.what, d.old, d.new) for d in removal.details] == [
        ("deals_to", "", FIRST.stages[1].name),
        ("deals", "", str(count)),
    ]
    report = apply(plan, account.client(), removing=True)
    after = account.sandbox.account.pipelines[1]
    assert (report.complete, count) == (True, 299)
    assert theirs.own[0].id not in {stage.id for stage in after.own}
    to = next(stage.id for stage in after.own if stage.name == FIRST.stages[1].name)
    assert _in_stage(account, to) == count


def test_without_a_second_confirmation_nothing_is_done() -> None:
    account = practice(BUSY)
    plan = _plan(account)
    with pytest.raises(NotConfirmedError):
        apply(plan, account.client())
    assert account.writes == 0


@pytest.mark.parametrize("applied", [False, True])
def test_a_lost_answer_removes_nothing_twice(applied: bool) -> None:
    undisturbed = practice(BUSY)
    plan = _plan(undisturbed)
    apply(plan, undisturbed.client(), removing=True)
    moves = [n for n, seen in enumerate(undisturbed.sandbox.seen) if seen.path == "/api/v4/leads" and seen.writes]
    (removal,) = (n for n, seen in enumerate(undisturbed.sandbox.seen) if seen.method == "DELETE")
    for at in (moves[1], moves[-1], removal):
        account = practice(BUSY, faults=(Fault(at, Failure.TIMEOUT, applied=applied),))
        assert apply(_plan(account), account.client(), removing=True).complete
        assert _places(account) == _places(undisturbed)
        assert account.sandbox.account.pipelines == undisturbed.sandbox.account.pipelines


def test_a_stage_that_is_taken_over_is_not_removed() -> None:
    account = practice(BUSY)
    theirs = account.sandbox.account.pipelines[1]
    taken = StageChoice(stage=FIRST.stages[0].id, remote=theirs.own[0].id)
    choice = PipelineChoice(pipeline="first_sale", remote=theirs.id, stages=(taken,))
    removal = StageRemoval(pipeline="first_sale", remote=theirs.own[0].id, to=FIRST.stages[1].id)
    plan = account.plan(PROJECT, Choices(pipelines=(choice,), removals=(removal,)))
    assert [problem.key for problem in plan.problems] == ["plan.problem.removal"]


def test_a_stage_that_is_to_go_is_not_taken_over_for_its_place() -> None:
    account = practice(BUSY)
    theirs = account.sandbox.account.pipelines[1]
    choice = PipelineChoice(pipeline="first_sale", remote=theirs.id)
    removal = StageRemoval(pipeline="first_sale", remote=theirs.own[0].id, to=FIRST.stages[1].id)
    plan = account.plan(PROJECT, Choices(pipelines=(choice,), removals=(removal,)))
    (match,) = (match for match in plan.choices.pipelines if match.pipeline == "first_sale")
    assert (plan.problems, next(s.remote for s in match.stages or ())) == ((), theirs.own[1].id)


def _without(account: Practice, remote: int) -> Plan:
    """A pipeline of the account goes, and its deals move to the second stage of a new one."""
    removal = PipelineRemoval(remote=remote, pipeline="first_sale", to=FIRST.stages[1].id)
    choices = Choices(pipelines=(PipelineChoice(pipeline="first_sale"),), pipeline_removals=(removal,))
    existing = account.read(PROJECT, choices)
    deals = count_deals(account.client(), PROJECT, existing=existing, choices=choices)
    return make(PROJECT, existing, choices, deals=deals)


def _another_main(account: Practice) -> int:
    """The stock pipeline, whose deals stand everywhere, is no longer the main one; its id."""
    stock, second, *others = account.sandbox.account.pipelines
    pipelines = (replace(stock, main=False), replace(second, main=True), *others)
    account.sandbox.account = replace(account.sandbox.account, pipelines=pipelines)
    return stock.id


def test_the_deals_of_a_pipeline_move_before_it_goes_and_closed_ones_stay_closed() -> None:
    account = practice(BUSY)
    stock = _another_main(account)
    before = {lead.id: lead for lead in account.sandbox.account.leads if lead.pipeline == stock}
    plan = _without(account, stock)
    (removal,) = (change for change in plan.changes if change.kind == Kind.PIPELINE_REMOVAL)
    assert [(d.what, d.new) for d in removal.details] == [
        ("deals_to", f"{FIRST.name} / {FIRST.stages[1].name}"),
        ("deals", str(len(before))),
    ]
    assert (plan.removes, "bin" in {change.kind for change in plan.changes}) == (True, True)
    assert totals(plan, translator("en")) == "Create 68, change 2, remove 1, by hand 52, left alone 12, unchanged 1."
    journal = Memory()
    assert apply(plan, account.client(), journal, removing=True).complete
    made = next(p for p in account.sandbox.account.pipelines if p.name == FIRST.name)
    assert account.sandbox.account.pipeline(stock) is None
    moved = {lead.id: lead for lead in account.sandbox.account.leads if lead.id in before}
    assert {lead.pipeline for lead in moved.values()} == {made.id}
    second = next(stage.id for stage in made.own if stage.name == FIRST.stages[1].name)
    wanted = {n: (lead.stage if lead.stage in ENDS else second, lead.closed_at) for n, lead in before.items()}
    assert {n: (lead.stage, lead.closed_at) for n, lead in moved.items()} == wanted
    assert {lead.stage for lead in before.values()} > set(ENDS)
    kept = snapshot(journal.entries(), plan.checksum)
    assert kept
    assert {(d.deal, d.pipeline, d.stage) for d in kept.deals} == {(n, stock, d.stage) for n, d in before.items()}


@pytest.mark.parametrize("applied", [False, True])
def test_a_pipeline_is_removed_once_whatever_is_lost(applied: bool) -> None:
    undisturbed = practice(BUSY)
    plan = _without(undisturbed, _another_main(undisturbed))
    apply(plan, undisturbed.client(), removing=True)
    requests = undisturbed.requests
    for at in range(requests - 25, requests, 2):
        account = practice(BUSY, faults=(Fault(at, Failure.TIMEOUT, applied=applied),))
        again = _without(account, _another_main(account))
        assert apply(again, account.client(), removing=True).complete
        assert _places(account) == _places(undisturbed)


def test_a_pipeline_with_deals_in_the_bin_stays_and_amocrm_says_why() -> None:
    account = practice(BUSY)
    binned = next(lead for lead in account.sandbox.account.leads if lead.in_bin)
    kept = account.sandbox.account.pipeline(binned.pipeline)
    assert kept
    account.sandbox.account = account.sandbox.account.with_pipeline(replace(kept, archived=False))
    report = apply(_without(account, kept.id), account.client(), removing=True)
    assert [(r.change.name, r.error.values["said"]) for r in report.refused] == [
        (kept.name, "Only pipelines without leads can be deleted")
    ]
    assert account.sandbox.account.pipeline(kept.id)


def test_neither_the_main_pipeline_nor_one_that_is_taken_over_is_removed() -> None:
    account = practice(BUSY)
    stock, second, *_ = account.sandbox.account.pipelines
    taken = PipelineChoice(pipeline="first_sale", remote=second.id)
    removals = tuple(
        PipelineRemoval(remote=remote, pipeline="first_sale", to=FIRST.stages[0].id)
        for remote in (stock.id, second.id, 1)
    )
    plan = account.plan(PROJECT, Choices(pipelines=(taken,), pipeline_removals=removals))
    assert [(problem.key, problem.pipeline) for problem in plan.problems] == [
        ("plan.problem.main_removal", stock.name),
        ("plan.problem.pipeline_removal", second.name),
        ("plan.problem.pipeline_removal", "1"),
    ]
