"""How fast the practice account may be asked, and what becomes of those who do not slow down."""

from __future__ import annotations

from dataclasses import dataclass

from tests.amocrm.sandbox.asking import FRESH, client
from wizard.amocrm.sandbox import Sandbox


@dataclass
class Clock:
    """Time that passes when told to."""

    now: float = 1_800_000_000.0

    def __call__(self) -> float:
        return self.now


def statuses(sandbox: Sandbox, count: int) -> list[int]:
    with client(sandbox) as asking:
        return [asking.get("/account").status_code for _ in range(count)]


def test_seven_requests_a_second_are_answered() -> None:
    clock = Clock()
    sandbox = Sandbox(FRESH, clock=clock)
    assert statuses(sandbox, 8) == [200] * 7 + [429]
    clock.now += 1
    assert statuses(sandbox, 7) == [200] * 7


def test_any_second_counts_not_only_those_of_the_clock() -> None:
    clock = Clock()
    sandbox = Sandbox(FRESH, clock=clock)
    answered = []
    for pause in [0.0, *[0.15] * 6, 0.09, 0.02]:
        clock.now += pause
        answered += statuses(sandbox, 1)
    assert answered == [200] * 7 + [429, 200]


def test_an_even_pace_is_never_refused() -> None:
    clock = Clock()
    sandbox = Sandbox(FRESH, clock=clock)
    for _ in range(200):
        clock.now += 1 / 7
        assert statuses(sandbox, 1) == [200]


def test_a_refusal_of_the_proxy_is_a_page() -> None:
    sandbox = Sandbox(FRESH, clock=Clock())
    statuses(sandbox, 7)
    with client(sandbox) as asking:
        answer = asking.get("/account")
    assert answer.headers["Content-Type"] == "text/html"
    assert answer.text.replace("\r\n", "") == (
        "<html><head><title>429 Too Many Requests</title></head><body><center><h1>429 Too Many Requests</h1></center>"
        "<hr><center>nginx</center></body></html>"
    )
    assert "Retry-After" not in answer.headers


def test_who_goes_on_is_blocked_for_good() -> None:
    clock = Clock()
    sandbox = Sandbox(FRESH, clock=clock)
    assert statuses(sandbox, 19) == [200] * 7 + [429] * 10 + [403] * 2
    clock.now += 86_400
    with client(sandbox) as asking:
        answer = asking.get("/account")
    assert (answer.status_code, answer.headers["Content-Type"]) == (403, "text/html")
    assert "403 Forbidden" in answer.text


def test_counting_can_be_switched_off() -> None:
    assert statuses(Sandbox(FRESH, clock=Clock(), limited=False), 50) == [200] * 50
