"""Faults on demand: the request they hit, what the client gets, and whether the change was made."""

from __future__ import annotations

from typing import Any

import httpx
import pytest

from tests.amocrm.sandbox.asking import FRESH, PIPELINES, Account, opened, problem
from wizard.amocrm.sandbox import Fault, Kind, Seen
from wizard.amocrm.sandbox.faults import SILENT

BODY: dict[str, Any] = {
    "name": "Замер",
    "sort": 20,
    "is_main": False,
    "is_unsorted_on": True,
    "_embedded": {"statuses": [{"name": "A", "sort": 1}]},
}


def post(account: Account) -> httpx.Response:
    return account.client.post(PIPELINES, json=[BODY])


def count(account: Account) -> int:
    return len(account.sandbox.account.pipelines)


@pytest.mark.parametrize("applied", [False, True])
@pytest.mark.parametrize(
    ("kind", "error"),
    [
        (Kind.TIMEOUT, httpx.ReadTimeout),
        (Kind.DROPPED, httpx.RemoteProtocolError),
        (Kind.UNREACHABLE, httpx.ConnectError),
    ],
)
def test_an_answer_that_never_comes(kind: Kind, error: type[Exception], *, applied: bool) -> None:
    account = opened(faults=(Fault(0, kind, applied=applied),))
    with pytest.raises(error):
        post(account)
    assert count(account) == 1 + applied
    assert post(account).status_code == 200


@pytest.mark.parametrize("applied", [False, True])
@pytest.mark.parametrize(
    ("kind", "status"),
    [
        (Kind.UNAUTHORIZED, 401),
        (Kind.UNPAID, 402),
        (Kind.BLOCKED, 403),
        (Kind.TOO_MANY, 429),
        (Kind.TRY_AGAIN, 400),
        (Kind.SERVER_ERROR, 500),
        (Kind.BAD_GATEWAY, 502),
        (Kind.UNAVAILABLE, 503),
        (Kind.GATEWAY_TIMEOUT, 504),
        (Kind.REDIRECT, 302),
    ],
)
def test_an_answer_of_no_use(kind: Kind, status: int, *, applied: bool) -> None:
    account = opened(faults=(Fault(0, kind, applied=applied),))
    assert post(account).status_code == status
    assert count(account) == 1 + applied


def test_every_kind_is_tried_here() -> None:
    assert len(Kind) == len(SILENT) + 10 + len([Kind.TRUNCATED])


def test_a_cut_answer_comes_after_the_change() -> None:
    account = opened(faults=(Fault(0, Kind.TRUNCATED),))
    answer = post(account)
    assert (answer.status_code, count(account)) == (200, 2)
    with pytest.raises(ValueError, match=r"Unterminated|Expecting"):
        answer.json()


@pytest.mark.parametrize("kind", [Kind.BAD_GATEWAY, Kind.UNAVAILABLE, Kind.GATEWAY_TIMEOUT, Kind.TOO_MANY])
def test_the_proxy_answers_by_pages(kind: Kind) -> None:
    assert post(opened(faults=(Fault(0, kind),))).headers["Content-Type"] == "text/html"


def test_a_passing_failure_is_dressed_as_the_client_s_error() -> None:
    told = problem(400, "Bad Request", "Something went wrong. Please, repeat the request")
    assert post(opened(faults=(Fault(0, Kind.TRY_AGAIN),))).json() == told


def test_a_redirect_leads_to_a_stranger() -> None:
    answer = post(opened(faults=(Fault(0, Kind.REDIRECT),)))
    assert answer.headers["Location"] == "https://amocrm.example/api/v4/account"


def test_a_block_lasts() -> None:
    account = opened(faults=(Fault(1, Kind.BLOCKED),))
    assert [post(account).status_code for _ in range(4)] == [200, 403, 403, 403]
    assert count(account) == 2


def test_faults_hit_the_requests_they_name_and_all_requests_are_remembered() -> None:
    account = opened(FRESH, faults=(Fault(1, Kind.SERVER_ERROR, times=2), Fault(4, Kind.TIMEOUT)))
    got = [post(account).status_code for _ in range(3)] + [account.client.get("/account").status_code]
    with pytest.raises(httpx.ReadTimeout):
        account.client.delete(f"{PIPELINES}/5")
    assert got == [200, 500, 500, 200]
    at = 1_800_000_000
    assert account.sandbox.seen == (
        Seen(at, "POST", "/api/v4/leads/pipelines", 200),
        Seen(at, "POST", "/api/v4/leads/pipelines", 500),
        Seen(at, "POST", "/api/v4/leads/pipelines", 500),
        Seen(at, "GET", "/api/v4/account", 200),
        Seen(at, "DELETE", "/api/v4/leads/pipelines/5", Kind.TIMEOUT),
    )
    assert [seen.writes for seen in account.sandbox.seen] == [True, True, True, False, True]
