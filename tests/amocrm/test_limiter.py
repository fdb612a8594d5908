"""No server is asked more often than it allows, and none is asked less often than it allows."""

from __future__ import annotations

import threading
import time
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.amocrm.clock import Clock
from wizard.amocrm.connection import Address
from wizard.amocrm.limiter import GOOD, SECOND, Limiter, limiter_of
from wizard.amocrm.refused import BlockedError


def most_in_a_second(moments: list[float]) -> int:
    """The most requests any second saw, its ends included."""
    ordered = sorted(moments)
    return max(sum(first <= other <= first + 1 for other in ordered) for first in ordered)


@given(st.lists(st.tuples(st.floats(0, 3), st.floats(0, 3), st.floats(0, 2)), min_size=8, max_size=60))
def test_no_second_sees_more_than_seven(requests: list[tuple[float, float, float]]) -> None:
    """However long a request is under way, and however long its answer and the next question take."""
    clock = Clock()
    limiter, arrivals = clock.limiter(), []
    for there, back, thinking in requests:
        clock.now += thinking
        with limiter.place("dom"):
            clock.now += there
            arrivals.append(clock.now)
            clock.now += back
    assert most_in_a_second(arrivals) <= 7


def test_all_that_is_allowed_is_used() -> None:
    clock = Clock()
    limiter, requests = clock.limiter(), 350
    for _ in range(requests):
        with limiter.place("dom"):
            clock.now += 0.005
    assert requests / 7 - 1 <= clock.now <= 1.05 * requests / 7


def test_threads_share_the_pace() -> None:
    """By the real clock: thirty requests of six threads."""
    limiter, arrivals = Limiter(), []

    def ask() -> None:
        for _ in range(5):
            with limiter.place("dom"):
                arrivals.append(time.monotonic())

    threads = [threading.Thread(target=ask) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert (len(arrivals), most_in_a_second(arrivals)) == (30, 7)
    assert max(arrivals) - min(arrivals) < 4 * SECOND + 1


def _spent(clock: Clock, limiter: Limiter, requests: int) -> float:
    begun = clock.now
    for _ in range(requests):
        with limiter.place("dom"):
            pass
        limiter.speed_up()
    return clock.now - begun


def test_after_too_many_it_waits_goes_on_slower_and_recovers() -> None:
    clock = Clock()
    limiter = clock.limiter()
    _spent(clock, limiter, 7)
    limiter.slow_down()
    _spent(clock, limiter, 7)
    slow = _spent(clock, limiter, 7)
    _spent(clock, limiter, GOOD)
    assert [slow, _spent(clock, limiter, 7)] == pytest.approx([2 * SECOND, SECOND])


def test_every_further_refusal_makes_the_pause_longer_but_a_burst_counts_once() -> None:
    clock = Clock()
    limiter = clock.limiter()
    pauses = []
    for _ in range(7):
        limiter.slow_down()
        limiter.slow_down()
        pauses.append(_spent(clock, limiter, 1))
    assert pauses == [1, 2, 4, 8, 16, 30, 30]


def test_the_server_s_own_word_is_taken() -> None:
    clock = Clock()
    limiter = clock.limiter()
    limiter.slow_down(12)
    assert _spent(clock, limiter, 1) == 12


def test_a_shut_door_is_not_knocked_at_for_a_while() -> None:
    clock = Clock()
    limiter = clock.limiter()
    limiter.block("dom")
    with pytest.raises(BlockedError) as refused, limiter.place("dom"):
        pytest.fail("it was sent")
    assert refused.value.values == {"host": "dom", "minutes": 15}
    with limiter.place("other"):
        pass
    clock.now += 15 * 60
    with limiter.place("dom"):
        pass


def test_those_who_wait_hear_of_a_shut_door() -> None:
    clock = Clock()
    limiter = clock.limiter()
    _spent(clock, limiter, 7)
    slept = clock.sleep

    def sleep(seconds: float) -> None:
        slept(seconds)
        limiter.block("dom")

    limiter._sleep = sleep  # noqa: SLF001
    with pytest.raises(BlockedError), limiter.place("dom"):
        pytest.fail("it was sent")


def test_places_come_back_after_failures() -> None:
    clock = Clock()
    limiter = clock.limiter()
    for _ in range(20):
        with pytest.raises(ZeroDivisionError), limiter.place("dom"):
            raise ZeroDivisionError
    assert _spent(clock, limiter, 1) < 2


def test_one_limiter_counts_what_a_server_counts() -> None:
    hosts = ["dom.amocrm.ru", "okna.amocrm.ru", "dom.kommo.com", "okna.kommo.com", "dom.amocrm.com", "127.0.0.1:1"]
    made = Counter(id(limiter_of(Address(host))) for host in hosts)
    assert sorted(made.values()) == [1, 1, 1, 3]
    assert limiter_of(Address("dom.amocrm.ru")) is limiter_of(Address("dom.amocrm.ru"))
