"""Whom the client follows to another address, and that its key goes nowhere else."""

from __future__ import annotations

import pytest

from tests.amocrm.answering import (
    SECRET,
    Server,
    answer,
    client,
    failure,
    moved,
)
from wizard.amocrm.connection import base_address
from wizard.amocrm.refused import (
    RedirectedError,
)


def test_an_account_that_moved_within_the_vendor_s_clouds_is_followed() -> None:
    server = Server(moved("https://dom.kommo.com/api/v4/account"), answer(200, {"id": 1}))
    with client(server) as it:
        assert it.get("account") == {"id": 1}
    assert [str(request.url) for request in server.asked] == [
        "https://dom.amocrm.ru/api/v4/account",
        "https://dom.kommo.com/api/v4/account",
    ]
    assert server.asked[1].headers["Authorization"] == f"Bearer {SECRET}"


FOREIGN = {
    "https://evil.com/": "account.redirected",
    "http://dom.amocrm.ru/api/v4/account": "account.redirected",
    "https://dom.amocrm.ru:8443/": "account.redirected",
    "https://dom.amocrm.ru@evil.com/": "account.redirected",
    "https://user@dom.kommo.com/": "account.redirected",
    "//evil.com/": "account.redirected",
    "https://dom.amocrm.ru.evil.com/": "account.redirected",
    "https://www.amocrm.ru/": "account.redirected",
    "http://127.0.0.1/": "account.redirected",
    "https://okna.amocrm.ru/": "account.moved",
    "/api/v4/account": "account.moved_in_circles",
}


@pytest.mark.parametrize("to", FOREIGN)
@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_the_key_is_never_sent_to_anybody_else(to: str, status: int) -> None:
    server = Server(moved(to, status))
    with client(server) as it, pytest.raises(RedirectedError) as refused:
        it.get("account")
    assert refused.value.key == FOREIGN[to]
    assert {request.url.netloc for request in server.asked} == {b"dom.amocrm.ru"}


def test_a_change_is_not_carried_to_another_address() -> None:
    error, requests = failure("POST", moved("https://dom.kommo.com/api/v4/leads/pipelines", 307))
    assert (type(error), error.key, error.values, requests) == (
        RedirectedError,
        "account.moved",
        {"host": "dom.kommo.com"},
        1,
    )


def test_a_server_of_this_machine_leads_to_itself_only() -> None:
    here = base_address("http://127.0.0.1:8000")
    server = Server(moved("/api/v4/account/"), answer(200, {"id": 1}))
    with client(server, address=here) as it:
        assert it.get("account") == {"id": 1}
    for to in ("http://127.0.0.1:8001/", "https://dom.amocrm.ru/"):
        with client(Server(moved(to)), address=here) as it, pytest.raises(RedirectedError):
            it.get("account")
