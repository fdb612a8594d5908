"""Stages are removed only when chosen and confirmed, and their deals move first."""

from __future__ import annotations

import pytest

from tests.amocrm.practice import Practice, practice
from tests.catalog.composed import composed
from wizard.amocrm.apply import NotConfirmedError, apply, count_deals
from wizard.amocrm.plan import Choices, Kind, PipelineChoice, Plan, StageRemoval, make
from wizard.amocrm.sandbox import Contents, Fault, Variant
from wizard.amocrm.sandbox import Kind as Failure
from wizard.model.project import Language

PROJECT = composed("for-silent", "general", Language.RU)
FIRST = PROJECT.pipeline("first_sale")
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
        ("removed", theirs.own[0].name, ""),
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
    choice = PipelineChoice(pipeline="first_sale", remote=theirs.id)
    removal = StageRemoval(pipeline="first_sale", remote=theirs.own[0].id, to=FIRST.stages[1].id)
    plan = account.plan(PROJECT, Choices(pipelines=(choice,), removals=(removal,)))
    assert [problem.key for problem in plan.problems] == ["plan.problem.removal"]
