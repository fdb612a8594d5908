"""A run goes in the background, is followed from anywhere, stops with a reason and is gone on with."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from tests.amocrm.apply.test_stopped import held
from tests.amocrm.practice import EVERYTHING, Practice, practice, writes_left
from tests.catalog.composed import composed
from wizard.amocrm.existing import Existing
from wizard.amocrm.plan import Choices, PipelineChoice
from wizard.amocrm.sandbox import Contents, Fault, Kind, Variant
from wizard.entry import AlreadyRunningError, Progress, Runs, State, bound
from wizard.i18n.translator import translator
from wizard.model.history import History
from wizard.model.project import Language
from wizard.storage.database import Database, address
from wizard.storage.draft import Draft
from wizard.storage.drafts import Drafts
from wizard.storage.runs import Runs as KeptRuns

PROJECT = composed("for-silent", "general", Language.RU)
STOCK = Variant(contents=Contents.DEALS)
RU = translator("ru")


@dataclass
class Desk:
    """A draft and the workers of two servers on one database."""

    drafts: Drafts
    draft: Draft = field(init=False)
    here: Runs = field(init=False)
    there: Runs = field(init=False)

    def __post_init__(self) -> None:
        self.draft = self.drafts.create(History(PROJECT)).draft
        self.here, self.there = (Runs(lambda: KeptRuns(self.drafts.database)) for _ in range(2))


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    database = Database(address({"VORONKA_DATA": str(tmp_path)}))
    yield Desk(Drafts(database))
    database.close()


def _seen(runs: Runs, whose: Draft | str) -> Progress:
    progress = runs.progress(whose)
    assert progress
    return progress


def _adopting(account: Practice) -> Choices:
    stock = account.sandbox.account.pipelines[0].id
    return EVERYTHING.changed(pipelines=(PipelineChoice(pipeline="first_sale", remote=stock),))


@pytest.mark.parametrize("kept", [True, False])
def test_a_run_is_followed_to_its_report_and_then_nothing_is_left_to_write(desk: Desk, kept: bool) -> None:
    whose = desk.draft if kept else "a session"
    account = practice(STOCK)
    before = account.read(PROJECT, _adopting(account))
    plan = account.plan(PROJECT, _adopting(account))
    assert desk.here.progress(whose) is None
    desk.here.start(whose, plan, account.client())
    desk.here.wait()
    told = _seen(desk.there if kept else desk.here, whose)
    assert (told.state, told.plan, told.trouble, told.host) == (State.FINISHED, plan, None, "uchebnyi.amocrm.ru")
    assert told.done == told.total == sum(change.tried for change in plan.changes)
    assert told.outcome
    assert told.outcome.complete
    assert len(told.outcome.done) == told.total
    assert Existing.model_validate_json(desk.here.snapshot(whose) or b"") == before
    again = account.plan(bound(PROJECT, told.outcome))
    assert writes_left(again) == []


def test_one_is_told_why_it_stopped_and_another_server_goes_on(desk: Desk) -> None:
    undisturbed = practice(STOCK)
    undisturbed.apply(undisturbed.plan(PROJECT, _adopting(undisturbed)))
    account = practice(STOCK, faults=(Fault(18, Kind.UNPAID),))
    plan = account.plan(PROJECT, _adopting(account))
    desk.here.start(desk.draft, plan, account.client())
    desk.here.wait()
    stopped = _seen(desk.there, desk.draft)
    assert stopped.state is State.STOPPED
    assert 0 < stopped.done < stopped.total
    assert stopped.trouble
    assert [line[:16] for line in stopped.trouble.lines(RU)] == ["Подписка amoCRM "]
    desk.there.start(desk.draft, stopped.plan, account.client())
    desk.there.wait()
    assert _seen(desk.here, desk.draft).state is State.FINISHED
    assert held(account.sandbox) == held(undisturbed.sandbox)


def test_the_count_never_goes_back(desk: Desk) -> None:
    account = practice(STOCK, faults=(Fault(16, Kind.TIMEOUT, applied=False), Fault(20, Kind.SERVER_ERROR)))
    counts: list[tuple[int, int]] = []
    send = account.sandbox.handle

    def handle(request: object) -> object:
        progress = desk.there.progress(desk.draft)
        if progress:
            counts.append((progress.done, progress.total))
        return send(request)  # type: ignore[arg-type]

    plan = account.plan(PROJECT, _adopting(account))
    account.sandbox.handle = handle  # type: ignore[method-assign, assignment]
    desk.here.start(desk.draft, plan, account.client())
    desk.here.wait()
    assert counts == sorted(counts)
    assert counts[-1][0] == counts[-1][1]


def test_two_tabs_never_carry_out_the_same_plan_at_once(desk: Desk) -> None:
    account = practice(STOCK)
    plan = account.plan(PROJECT)
    refused: list[AlreadyRunningError] = []
    send = account.sandbox.handle

    def handle(request: object) -> object:
        if not refused:
            with pytest.raises(AlreadyRunningError) as told:
                desk.there.start(desk.draft, plan, account.client())
            refused.append(told.value)
        return send(request)  # type: ignore[arg-type]

    account.sandbox.handle = handle  # type: ignore[method-assign, assignment]
    desk.here.start(desk.draft, plan, account.client())
    desk.here.wait()
    assert [error.key for error in refused] == ["entry.already_running"]
    assert _seen(desk.here, desk.draft).state is State.FINISHED


def test_an_account_that_changed_meanwhile_is_told_and_nothing_is_sent(desk: Desk) -> None:
    account = practice(STOCK)
    plan = account.plan(PROJECT)
    account.apply(plan)
    writes = account.writes
    desk.here.start(desk.draft, plan, account.client())
    desk.here.wait()
    stopped = _seen(desk.here, desk.draft)
    assert stopped.trouble
    assert list(stopped.trouble.lines(RU))[1] == f"воронка «{PROJECT.pipelines[0].name}»: появилось"
    assert account.writes == writes
