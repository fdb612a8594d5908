"""Runs of plans: one at a time for a draft, continued by whoever comes, gone with their draft."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest
from sqlalchemy import func, select

from tests.samples import russian
from wizard.model.history import History
from wizard.storage.draft import Draft
from wizard.storage.drafts import Drafts
from wizard.storage.refused import AlreadyRunningError, TakenOverError, UnknownLinkError
from wizard.storage.run import State, Wanted
from wizard.storage.runs import MOST, Runs
from wizard.storage.tables import JOURNAL, RUN

WANTED = Wanted("sum", b"a plan", "a.amocrm.ru", "A")
OTHER = replace(WANTED, checksum="another", host="b.amocrm.ru")
# Everybody is taken for dead at once.
NO_PATIENCE = dt.timedelta(seconds=-5)


@pytest.fixture
def runs(drafts: Drafts) -> Runs:
    return Runs(drafts.database)


@pytest.fixture
def draft(drafts: Drafts) -> Draft:
    return drafts.create(History(russian())).draft


def test_what_is_written_can_be_read_again(runs: Runs, draft: Draft) -> None:
    number = runs.claim(draft, WANTED, "me")
    runs.write(number, "me", {"event": "begun"}, before=b"the account")
    runs.write(number, "me", {"event": "sending", "about": ["этап"]})
    assert runs.plan(number) == b"a plan"
    assert runs.before(number) == b"the account"
    assert runs.lines(number) == ({"event": "begun"}, {"event": "sending", "about": ["этап"]})
    runs.end(number, "me", state=State.FINISHED, outcome=b"all of it")
    found = runs.latest(draft)
    assert found
    assert (found.state, found.outcome, found.account) == (State.FINISHED, b"all of it", "A")


def test_only_one_run_of_a_draft_goes_at_a_time(runs: Runs, draft: Draft) -> None:
    number = runs.claim(draft, WANTED, "me")
    for wanted in (WANTED, OTHER):
        with pytest.raises(AlreadyRunningError):
            runs.claim(draft, wanted, "another tab")
    runs.end(number, "me", state=State.STOPPED, outcome=b"why")
    assert runs.claim(draft, WANTED, "another tab") == number


def test_a_run_whose_process_fell_silent_is_taken_over_and_its_process_writes_no_more(
    drafts: Drafts, runs: Runs, draft: Draft
) -> None:
    hasty = Runs(drafts.database, patience=NO_PATIENCE)
    number = runs.claim(draft, WANTED, "asleep")
    found = hasty.latest(draft)
    assert found
    assert found.state is State.ABANDONED
    assert hasty.claim(draft, WANTED, "awake") == number
    with pytest.raises(TakenOverError):
        runs.write(number, "asleep", {})
    with pytest.raises(TakenOverError):
        runs.beat(number, "asleep")
    runs.beat(number, "awake")
    assert hasty.claim(draft, OTHER, "with another plan") != number
    with pytest.raises(TakenOverError):
        runs.write(number, "awake", {})


def test_a_finished_plan_is_not_gone_on_with_but_done_anew(runs: Runs, draft: Draft) -> None:
    number = runs.claim(draft, WANTED, "me")
    runs.end(number, "me", state=State.FINISHED, outcome=b"all of it")
    again = runs.claim(draft, WANTED, "me")
    assert (again != number, runs.lines(again)) == (True, ())


def test_the_last_run_of_an_account_is_found_behind_those_of_others(runs: Runs, draft: Draft) -> None:
    for wanted in (WANTED, OTHER):
        runs.end(runs.claim(draft, wanted, "me"), "me", state=State.FINISHED, outcome=b"all of it")
    told = [runs.latest(draft, host) for host in (None, "a.amocrm.ru", "c.amocrm.ru")]
    assert [run.host if run else None for run in told] == ["b.amocrm.ru", "a.amocrm.ru", None]


def test_a_link_that_only_shows_may_look_and_not_start(drafts: Drafts, runs: Runs, draft: Draft) -> None:
    shown = drafts.opened(draft.view_token).draft
    with pytest.raises(UnknownLinkError):
        runs.claim(shown, WANTED, "guest")
    runs.claim(draft, WANTED, "me")
    assert runs.latest(shown) == runs.latest(draft)


def test_runs_go_with_their_draft_and_old_ones_before_it(drafts: Drafts, runs: Runs, draft: Draft) -> None:
    for n in range(MOST + 3):
        number = runs.claim(draft, replace(WANTED, checksum=str(n)), "me")
        runs.write(number, "me", {})
        runs.end(number, "me", state=State.FINISHED, outcome=b"all of it")
    assert _counted(drafts) == [MOST, MOST]
    drafts.delete(draft)
    assert _counted(drafts) == [0, 0]


def _counted(drafts: Drafts) -> list[int]:
    with drafts.database.reading() as connection:
        return [connection.execute(select(func.count()).select_from(table)).scalar_one() for table in (RUN, JOURNAL)]
