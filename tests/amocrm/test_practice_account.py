"""The client and the practice account understand each other, whatever the account is like and whatever fails."""

from __future__ import annotations

import pytest
from pydantic import SecretStr

from tests.amocrm.clock import Clock
from tests.amocrm.test_limiter import most_in_a_second
from wizard.amocrm.account import check, read
from wizard.amocrm.client import Client
from wizard.amocrm.connection import Address
from wizard.amocrm.limiter import Limiter
from wizard.amocrm.refused import (
    AccountError,
    AnswerLostError,
    BlockedError,
    ForbiddenError,
    InvalidError,
    RedirectedError,
    UnauthorizedError,
    UnpaidError,
    UnreachableError,
)
from wizard.amocrm.sandbox import PRACTICE_KEY, Brand, Contents, Fault, Kind, LossReasons, Sandbox, Variant, transport
from wizard.audit.pull import pulled

PIPELINE = {
    "name": "Продажа",
    "sort": 10,
    "is_main": False,
    "is_unsorted_on": False,
    "_embedded": {"statuses": [{"name": "Заявка", "sort": 10}]},
}


def connected(sandbox: Sandbox, limiter: Limiter | None = None, key: str = PRACTICE_KEY) -> Client:
    address = Address("practice.amocrm.ru")
    wait = limiter or Clock().limiter()
    return Client(address, SecretStr(key), transport=transport(sandbox), limiter=wait)


@pytest.mark.parametrize("brand", Brand)
@pytest.mark.parametrize("contents", Contents)
def test_every_account_can_be_read_and_taken_over(brand: Brand, contents: Contents) -> None:
    sandbox = Sandbox(Variant(brand=brand, contents=contents), limited=False)
    found = read(connected(sandbox))
    assert len(sandbox.seen) == 5 + len(found.live) + (len(found.fields) - 1) // 250
    assert (found.main, found.account.admin, found.account.loss_reasons) == (found.live[0], None, True)
    assert read(connected(sandbox)).fingerprint() == found.fingerprint()
    project = pulled(found)
    assert [p.name for p in project.pipelines] == [p.name for p in found.live]
    assert len(project.bindings) == sum(1 + len(p.own) for p in found.live) + len(project.fields) + len(
        project.loss_reasons
    )


def test_a_change_in_the_account_changes_its_fingerprint() -> None:
    sandbox = Sandbox(limited=False)
    it = connected(sandbox)
    before = read(it).fingerprint()
    it.post("leads/pipelines", [PIPELINE])
    assert read(it).fingerprint() != before


def test_a_check_knows_who_may_write() -> None:
    said = [check(connected(Sandbox(variant))).account for variant in (Variant(), Variant(admin=False))]
    assert [account.admin for account in said] == [True, False]
    off = Sandbox(Variant(loss_reasons=LossReasons.OFF))
    assert check(connected(off)).account.loss_reasons is False


@pytest.mark.parametrize(
    ("sandbox", "key", "error"),
    [
        (Sandbox(Variant(admin=False)), PRACTICE_KEY, ForbiddenError),
        (Sandbox(Variant(subscribed=False)), PRACTICE_KEY, UnpaidError),
        (Sandbox(), "other", UnauthorizedError),
        (Sandbox(), PRACTICE_KEY, InvalidError),
    ],
)
def test_refusals_are_understood(sandbox: Sandbox, key: str, error: type[AccountError]) -> None:
    with pytest.raises(error):
        connected(sandbox, key=key).post("leads/pipelines", [{**PIPELINE, "name": 5}])


LOST = (
    Kind.TIMEOUT,
    Kind.DROPPED,
    Kind.TRUNCATED,
    Kind.TRY_AGAIN,
    Kind.SERVER_ERROR,
    Kind.BAD_GATEWAY,
    Kind.UNAVAILABLE,
    Kind.GATEWAY_TIMEOUT,
)
ENDS = {
    Kind.BLOCKED: BlockedError,
    Kind.UNAUTHORIZED: UnauthorizedError,
    Kind.UNPAID: UnpaidError,
    Kind.REDIRECT: RedirectedError,
}


@pytest.mark.parametrize("kind", [*LOST, Kind.TOO_MANY, Kind.UNREACHABLE])
def test_a_question_outlives_one_failure(kind: Kind) -> None:
    sandbox = Sandbox(faults=(Fault(at=2, kind=kind),), limited=False)
    assert read(connected(sandbox)).fingerprint() == read(connected(Sandbox(limited=False))).fingerprint()


@pytest.mark.parametrize("kind", LOST)
@pytest.mark.parametrize("applied", [True, False])
def test_a_change_whose_answer_was_lost_was_made_once_or_not_at_all(kind: Kind, *, applied: bool) -> None:
    sandbox = Sandbox(faults=(Fault(at=0, kind=kind, applied=applied),), limited=False)
    it = connected(sandbox)
    with pytest.raises(AnswerLostError):
        it.post("leads/pipelines", [PIPELINE])
    made = [pipeline.name for pipeline in read(it).pipelines].count("Продажа")
    # A truncated answer is the answer to something done.
    assert made == (applied or kind is Kind.TRUNCATED)


@pytest.mark.parametrize("kind", [Kind.TOO_MANY, Kind.UNREACHABLE])
def test_a_change_that_did_not_arrive_is_made_once(kind: Kind) -> None:
    it = connected(Sandbox(faults=(Fault(at=0, kind=kind),), limited=False))
    it.post("leads/pipelines", [PIPELINE])
    assert [pipeline.name for pipeline in read(it).pipelines].count("Продажа") == 1


@pytest.mark.parametrize("kind", ENDS)
@pytest.mark.parametrize("method", ["get", "post"])
def test_what_ends_everything_ends_it_at_once(kind: Kind, method: str) -> None:
    sandbox = Sandbox(faults=(Fault(at=0, kind=kind),), limited=False)
    it = connected(sandbox)
    with pytest.raises(ENDS[kind]):
        it.get("account") if method == "get" else it.post("leads/pipelines", [PIPELINE])
    assert len(sandbox.seen) == 1


def test_a_fast_account_is_asked_as_fast_as_it_allows() -> None:
    """The nearly full account by a clock of the test's own: it refuses nothing and little time is left unused."""
    clock = Clock()
    sandbox = Sandbox(Variant(contents=Contents.NEARLY_FULL), clock=clock)
    read(connected(sandbox, clock.limiter()))
    requests = len(sandbox.seen)
    assert {seen.outcome for seen in sandbox.seen} <= {200, 204}
    assert most_in_a_second([seen.at for seen in sandbox.seen]) == 7
    assert clock.now <= 1.05 * requests / 7


def test_a_host_nobody_serves_is_unreachable() -> None:
    sandbox = Sandbox(faults=(Fault(at=0, kind=Kind.UNREACHABLE, times=3),))
    with pytest.raises(UnreachableError):
        check(connected(sandbox))
