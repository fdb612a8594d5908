"""Who is let into the practice account, and what every address says to what it does not take."""

from __future__ import annotations

import httpx
import pytest

from tests.amocrm.sandbox.asking import (
    FIELDS,
    FRESH,
    GROUPS,
    HOST,
    KOMMO,
    NOW,
    PIPELINES,
    REASONS,
    client,
    opened,
    problem,
)
from wizard.amocrm.sandbox import Brand, Contents, Sandbox, Variant

STOCK = 7_000_001
WRITES = [
    ("POST", PIPELINES),
    ("PATCH", f"{PIPELINES}/{STOCK}"),
    ("DELETE", f"{PIPELINES}/{STOCK}"),
    ("POST", f"{PIPELINES}/{STOCK}/statuses"),
    ("PATCH", f"{PIPELINES}/{STOCK}/statuses/142"),
    ("DELETE", f"{PIPELINES}/{STOCK}/statuses/7000003"),
    ("POST", FIELDS),
    ("PATCH", FIELDS),
    ("PATCH", f"{FIELDS}/7000007"),
    ("DELETE", f"{FIELDS}/7000007"),
    ("POST", GROUPS),
    ("PATCH", f"{GROUPS}/statistic"),
    ("DELETE", f"{GROUPS}/statistic"),
    ("POST", REASONS),
]


def test_the_account_says_whose_it_is() -> None:
    assert opened(FRESH).get("/account") == {
        "id": 31_000_001,
        "name": "Учебный аккаунт",
        "subdomain": "uchebnyi",
        "current_user_id": 9_000_001,
        "country": "RU",
        "currency": "RUB",
        "created_at": NOW - 90 * 86_400,
        "updated_at": NOW - 90 * 86_400,
        "customers_mode": "disabled",
        "is_unsorted_on": True,
        "is_loss_reason_enabled": True,
        "is_helpbot_enabled": False,
        "is_technical_account": False,
        "contact_name_display_order": 1,
        "_links": {"self": {"href": f"{HOST}/api/v4/account"}},
    }


def test_more_of_the_account_is_told_when_asked_for() -> None:
    account = opened(KOMMO)
    told = account.get("/account?with=version,datetime_settings")
    assert told["datetime_settings"]["timezone"] == "UTC"
    assert sorted(set(told) - set(account.get("/account"))) == ["datetime_settings", "version"]


def test_the_user_is_an_administrator() -> None:
    account = opened()
    told = account.get("/users/9000001")
    rights = {"is_admin": True, "is_free": False, "is_active": True, "group_id": None, "role_id": None}
    assert (told["name"], told["lang"], told["rights"]) == ("Владелец учебного аккаунта", "ru", rights)
    assert account.get("/users")["_embedded"]["users"] == [told]
    assert account("GET", "/users/5") == (404, problem(404, "Not Found", "User not found"))


@pytest.mark.parametrize(("method", "path"), WRITES)
def test_a_key_of_another_user_reads_and_writes_nothing(method: str, path: str) -> None:
    account = opened(Variant(contents=Contents.FRESH, admin=False))
    refusal = (403, problem(403, "Forbidden", "You do not have enough rights"))
    assert account(method, path, {}) == refusal
    assert account("GET", "/users/9000001") == refusal
    assert account("GET", "/account")[0] == 200


def test_a_free_user_is_told_as_such() -> None:
    assert opened(Variant(free=True)).get("/users/9000001")["rights"]["is_free"] is True


@pytest.mark.parametrize(
    ("brand", "words"),
    [(Brand.AMOCRM, "Неверный логин или пароль"), (Brand.KOMMO, "Invalid user name or password")],
)
def test_another_key_opens_nothing(brand: Brand, words: str) -> None:
    account = opened(Variant(brand=brand), key="wrong")
    assert account("GET", "/account") == (401, problem(401, "Unauthorized", words))
    assert account("POST", "/nowhere", []) == (401, problem(401, "Unauthorized", words))


def test_a_request_without_a_key_opens_nothing() -> None:
    sandbox = Sandbox(FRESH, limited=False)
    with client(sandbox) as asking:
        del asking.headers["Authorization"]
        assert asking.get("/account").status_code == 401


def test_an_account_nobody_pays_for_is_closed() -> None:
    account = opened(Variant(subscribed=False))
    assert account("GET", "/account") == (402, problem(402, "Payment Required", "Subscription is over"))


def test_an_address_that_leads_nowhere_is_not_found() -> None:
    told = problem(404, "Not Found", "Cannot GET /api/v4/leads/statuses")
    assert opened()("GET", "/leads/statuses") == (404, told)


@pytest.mark.parametrize(("method", "path"), [("PUT", PIPELINES), ("PATCH", PIPELINES), ("DELETE", "/account")])
def test_a_verb_that_is_not_supported_is_not_allowed(method: str, path: str) -> None:
    assert opened()(method, path) == (405, problem(405, "Method Not Allowed", "Method Not Allowed"))


@pytest.mark.parametrize("body", [b"", b"{", '[{"name":"Замер"}]'.encode("cp1251"), rb'[{"name":"\ud800"}]'])
def test_a_body_that_is_no_json_in_utf_8_is_refused(body: bytes) -> None:
    with opened().client as asking:
        answer = asking.post(PIPELINES, content=body)
    assert (answer.status_code, answer.json()) == (400, problem(400, "Bad Request", "Invalid request data"))


def test_data_and_problems_have_types_of_their_own_and_every_answer_a_number() -> None:
    with opened().client as asking:
        answers = [asking.get(path) for path in ("/account", "/nowhere")]
    assert [answer.headers["Content-Type"] for answer in answers] == [
        "application/hal+json",
        "application/problem+json",
    ]
    assert len({answer.headers["X-Request-Id"] for answer in answers}) == 2


def test_links_lead_to_where_the_client_called() -> None:
    """Or a server on another port would send its clients elsewhere."""
    with opened().client as asking:
        answer = asking.get(httpx.URL("http://127.0.0.1:8700/api/v4/leads/pipelines"))
    assert answer.json()["_links"] == {"self": {"href": "http://127.0.0.1:8700/api/v4/leads/pipelines"}}
