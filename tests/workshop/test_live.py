"""What looking costs, how soon what others did is seen, and that nothing is left running."""

from __future__ import annotations

import threading
from concurrent.futures import ThreadPoolExecutor

import pytest
from sqlalchemy import URL

from tests.workshop.conftest import ANNA, BORIS, Hall, asked
from wizard.model.project import Project
from wizard.storage.database import Database
from wizard.storage.refused import UnavailableError, UnknownLinkError
from wizard.workshop import Spot, hosting
from wizard.workshop.live import IDLE, MOST

NOWHERE = Database(URL.create("sqlite", database="/dev/null/no/such/place"))


def test_thirty_phones_cost_one_small_question_a_second(hall: Hall) -> None:
    guests = [hall.guest(f"phone-{n:026}") for n in range(30)]
    for each in guests:
        each.join()
    hall.seconds += 1
    for _ in range(3):
        with asked() as questions:
            for each in guests:
                each.view()
                each.view()
        assert [question.startswith("SELECT workshop.version, draft.version") for question in questions] == [True]
        hall.seconds += 1


def test_phones_that_all_come_back_at_once_read_once(hall: Hall) -> None:
    hall.guest().join()
    guest = hall.guest(among=hall.elsewhere)
    with asked() as questions, ThreadPoolExecutor(10) as phones:
        views = list(phones.map(lambda _: guest.view(), range(10)))
    assert (len(set(map(repr, views))), sum("FROM vote" in question for question in questions)) == (1, 1)


def test_one_s_own_doing_is_seen_at_once_and_on_another_server_after_a_second(hall: Hall) -> None:
    here, there = hall.guest(), hall.guest(BORIS, among=hall.elsewhere)
    here.join("Анна")
    there.join()
    made = here.propose("stage", "Замер проведён", key="key-00001", spot=Spot("sale"))
    assert [each.id for each in here.view().proposals] == [made]
    assert [each.id for each in hall.host.look().workshop.proposals] == [made]
    hall.seconds += 1
    assert here.view().proposals[0].votes == 0
    there.vote(made)
    assert [(each.votes, each.voted) for each in there.view().proposals] == [(1, True)]
    assert here.view().proposals[0].votes == 0, "a second has not passed"
    hall.seconds += 1
    assert [(each.votes, each.voted) for each in here.view().proposals] == [(1, False)]


def test_a_change_of_the_project_is_seen_too(hall: Hall) -> None:
    hall.guest().join()
    before = hall.guest().view()
    opened = hall.drafts.opened(hall.draft.token)
    hall.drafts.save(opened.draft, opened.history.commit(Project()))
    hall.seconds += 1
    after = hall.guest().view()
    assert (before.board.main, after.board.main, before.stamp == after.stamp) == ("sale", "", False)


def test_nothing_runs_and_nothing_is_kept_when_nobody_looks(hall: Hall) -> None:
    threads = set(threading.enumerate())
    hall.guest().join()
    hall.host.close()
    assert set(threading.enumerate()) == threads
    hall.seconds += IDLE + 1
    with pytest.raises(UnknownLinkError):
        hall.live.look("00000-00000")
    with asked() as questions:
        hall.guest().view()
    assert len(questions) > 1, "it was forgotten, so all of it was read"


def test_guesses_push_out_nobody(hall: Hall) -> None:
    hall.guest().join()
    hall.guest().view()
    for n in range(2 * MOST):
        with pytest.raises(UnknownLinkError):
            hall.live.look(f"00000-{n:05}")
    with asked() as questions:
        hall.guest().view()
    assert questions == []


def test_while_the_database_is_away_the_last_state_is_shown_as_such(hall: Hall) -> None:
    hall.guest().join()
    before = hall.guest().view()
    usual, hall.database = hall.database, NOWHERE
    hall.seconds += 1
    assert (hall.guest().view().stale, hall.host.look().stale) == (True, True)
    with pytest.raises(UnavailableError):
        hall.guest().propose("stage", "Замер проведён", key="key-00001", spot=Spot("sale"))
    with pytest.raises(UnavailableError):
        hall.guest(among=hall.elsewhere).view()
    hall.database = usual
    hall.seconds += 1
    assert hall.guest().view() == before
    assert hall.guest(among=hall.elsewhere).view() == before


def test_a_deleted_or_renewed_draft_shuts_the_link(hall: Hall) -> None:
    hall.guest().join()
    renewed = hall.drafts.renew(hall.draft)
    hall.seconds += 1
    with pytest.raises(UnknownLinkError):
        hall.guest().view()
    again = hosting(renewed, hall.live)
    assert again
    assert len(again.look().workshop.participants) == 1
    hall.drafts.delete(renewed)
    hall.seconds += 1
    with pytest.raises(UnknownLinkError):
        again.look()


def test_who_looks_is_there(hall: Hall) -> None:
    for device in (ANNA, BORIS):
        hall.guest(device).join()
    assert hall.host.look().here == 2
    with asked() as questions:
        for _ in range(40):
            hall.seconds += 1
            hall.guest().view()
    notes = [question for question in questions if question.startswith("UPDATE participant SET seen_at")]
    assert len(notes) == 2, "four times a minute, however many look"
