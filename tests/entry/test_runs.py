"""A run goes in the background, is followed from anywhere, stops with a reason and is gone on with."""

from __future__ import annotations

import datetime as dt
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from pydantic import SecretStr
from sqlalchemy import text

from tests.amocrm.apply.test_stopped import held
from tests.amocrm.practice import EVERYTHING, Practice, practice, writes_left
from tests.catalog.composed import composed
from wizard.amocrm.apply import Snapshot, look_for
from wizard.amocrm.client import Client
from wizard.amocrm.connection import Address
from wizard.amocrm.plan import Choices, PipelineChoice, make
from wizard.amocrm.sandbox import Contents, Fault, Kind, Variant, transport
from wizard.amocrm.sandbox.answers import Answer
from wizard.amocrm.sandbox.call import Request
from wizard.entry import AlreadyRunningError, Progress, Runs, State, bound
from wizard.i18n.translator import translator
from wizard.model.history import History
from wizard.model.project import Language
from wizard.storage.database import Database, address
from wizard.storage.draft import Draft
from wizard.storage.drafts import Drafts
from wizard.storage.run import Wanted
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


def _at_request(account: Practice, number: int, act: Callable[[], None], *, done: bool = False) -> None:
    """Something happens once, when the account gets its request of this number, or has `done` what it asks for."""
    send, waiting = account.sandbox.handle, [act]

    def handle(request: Request) -> Answer | Kind:
        due = waiting and account.requests == number
        answer = send(request) if done and due else None
        if due:
            waiting.pop()()
        return answer or send(request)

    account.sandbox.handle = handle  # type: ignore[method-assign]


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
    assert Snapshot.model_validate_json(desk.here.snapshot(whose) or b"") == Snapshot(before=before)
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

    def count() -> None:
        progress = _seen(desk.there, desk.draft)
        counts.append((progress.done, progress.total))
        _at_request(account, account.requests + 1, count)

    plan = account.plan(PROJECT, _adopting(account))
    _at_request(account, account.requests, count)
    desk.here.start(desk.draft, plan, account.client())
    desk.here.wait()
    assert len(counts) > 20
    assert counts == sorted(counts)
    assert (counts[0][0], counts[-1][0]) == (0, counts[-1][1])


def test_one_sees_what_is_being_done(desk: Desk) -> None:
    account = practice()
    told: list[str] = []

    def look() -> None:
        doing = _seen(desk.there, desk.draft).doing
        if doing and doing.kind not in told:
            told.append(doing.kind)
        _at_request(account, account.requests + 1, look)

    plan = account.plan(PROJECT)
    _at_request(account, account.requests, look)
    desk.here.start(desk.draft, plan, account.client())
    desk.here.wait()
    assert told == ["reading", "pipeline", "stage", "group", "field", "reason", "checking"]


def test_two_tabs_never_carry_out_the_same_plan_at_once(desk: Desk) -> None:
    account = practice(STOCK)
    plan = account.plan(PROJECT)
    refused: list[str] = []

    def start() -> None:
        with pytest.raises(AlreadyRunningError) as told:
            desk.there.start(desk.draft, plan, account.client())
        refused.append(told.value.key)

    _at_request(account, 10, start)
    desk.here.start(desk.draft, plan, account.client())
    desk.here.wait()
    assert (refused, _seen(desk.here, desk.draft).state) == (["entry.already_running"], State.FINISHED)


def test_a_process_that_was_asleep_too_long_sends_nothing_more(desk: Desk) -> None:
    account = practice(STOCK)
    plan = account.plan(PROJECT)
    undisturbed = practice(STOCK)
    undisturbed.apply(undisturbed.plan(PROJECT))
    hasty = Runs(lambda: KeptRuns(desk.drafts.database, patience=dt.timedelta(seconds=-5)))

    def take_over() -> None:
        hasty.start(desk.draft, plan, account.client())
        hasty.wait()

    _at_request(account, 14, take_over, done=True)
    desk.here.start(desk.draft, plan, account.client())
    desk.here.wait()
    assert _seen(desk.here, desk.draft).state is State.FINISHED
    assert held(account.sandbox) == held(undisturbed.sandbox)


@pytest.mark.parametrize(("waits", "state"), [((0.2, 1.0), State.FINISHED), ((), State.ABANDONED)])
def test_a_database_that_is_away_is_waited_for_and_without_it_nothing_is_sent(
    desk: Desk, waits: tuple[float, ...], state: State
) -> None:
    account = practice(STOCK)
    plan = account.plan(PROJECT)
    here = Runs(lambda: KeptRuns(desk.drafts.database, patience=dt.timedelta(seconds=-5)), waits=waits)

    def renamed(old: str, new: str) -> None:
        with desk.drafts.database.writing() as connection:
            connection.execute(text(f"ALTER TABLE {old} RENAME TO {new}"))

    back = threading.Timer(0.5, renamed, ("away", "journal"))

    def lose() -> None:
        renamed("journal", "away")
        back.start()

    _at_request(account, 14, lose)
    here.start(desk.draft, plan, account.client())
    here.wait()
    back.join()
    assert _seen(here, desk.draft).state is state
    if state is State.ABANDONED:
        assert account.requests == 15
        here.start(desk.draft, plan, account.client())
        here.wait()
    assert writes_left(account.plan(PROJECT)) == []


def test_an_error_of_the_program_is_told_too_and_the_key_is_kept_nowhere(desk: Desk) -> None:
    key = "a-key-like-no-other"
    account = practice(Variant(contents=Contents.DEALS, key=key))
    client = Client(
        Address("uchebnyi.amocrm.ru"), SecretStr(key), transport=transport(account.sandbox), limiter=account.limiter
    )
    plan = make(PROJECT, look_for(client, PROJECT, EVERYTHING), EVERYTHING)

    def fail() -> None:
        raise ZeroDivisionError

    _at_request(account, 14, fail)
    desk.here.start(desk.draft, plan, client)
    desk.here.wait()
    stopped = _seen(desk.there, desk.draft)
    assert stopped.trouble
    assert stopped.trouble.key == "entry.unexpected"
    kept = KeptRuns(desk.drafts.database)
    run = kept.latest(desk.draft)
    assert run
    told = (run.outcome, kept.plan(run.id), kept.before(run.id), repr(kept.lines(run.id)).encode())
    assert all(part and key.encode() not in part for part in told)


def test_a_run_another_program_left_behind_is_passed_over(desk: Desk) -> None:
    wanted = Wanted("sum", b"of another form", "a.amocrm.ru", "A")
    KeptRuns(desk.drafts.database).claim(desk.draft, wanted, "another program")
    assert desk.here.progress(desk.draft) is None


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
