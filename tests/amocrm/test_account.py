"""An account is looked at in the fewest questions, and described in sentences."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Callable
from typing import Any

import httpx
import pytest
from pydantic import SecretStr

from tests.amocrm import answers
from tests.amocrm.answers import EXISTING
from tests.amocrm.clock import Clock
from tests.amocrm.test_tokens import key
from wizard.amocrm.account import AccountCheck, check, read, with_people
from wizard.amocrm.client import Client
from wizard.amocrm.connection import Address
from wizard.amocrm.existing import ExistingField
from wizard.amocrm.refused import BadAnswerError, UnauthorizedError
from wizard.i18n.translator import translator
from wizard.model.fields import FieldType, Place

Told = dict[str, Any]
BODIES: Told = {
    "account": answers.ACCOUNT,
    "users/5": answers.USER,
    "leads/pipelines": answers.PIPELINES,
    "leads/pipelines/10/statuses": answers.STAGES,
    "leads/custom_fields": answers.FIELDS,
    "leads/custom_fields/groups": answers.GROUPS,
    "leads/loss_reasons": answers.REASONS,
}
EXPIRES = dt.datetime(2027, 1, 15, 8, tzinfo=dt.UTC)


def connected(bodies: Told, asked: list[str] | None = None) -> Client:
    """A client of a server that gives these bodies; a number is a refusal, a function answers by page."""

    def answer(request: httpx.Request) -> httpx.Response:
        path = request.url.path.removeprefix("/api/v4/")
        if asked is not None:
            query = request.url.query.decode()
            asked.append(f"{path}?{query}" if query else path)
        body = bodies.get(path, 404)
        if callable(body):
            body = body(int(request.url.params["page"]))
        if isinstance(body, int):
            return httpx.Response(body, json={"title": "No", "detail": "No"} if body != 204 else None)
        return httpx.Response(200, content=json.dumps(body))

    secret = SecretStr(key(exp=EXPIRES.timestamp(), account_id=31))
    return Client(Address("dom.amocrm.ru"), secret, transport=httpx.MockTransport(answer), limiter=Clock().limiter())


def test_an_account_is_read_in_five_questions_and_one_for_each_live_pipeline() -> None:
    asked: list[str] = []
    assert read(connected(BODIES, asked)) == EXISTING
    assert asked == [
        "account",
        "leads/pipelines",
        "leads/pipelines/10/statuses?with=descriptions",
        "leads/custom_fields?limit=250&page=1",
        "leads/custom_fields/groups?limit=250&page=1",
        "leads/loss_reasons?limit=250&page=1",
    ]


def test_hints_are_asked_for_where_they_are_wanted() -> None:
    asked: list[str] = []
    found = read(connected(BODIES, asked), hints_of=())
    assert len(asked) == 5
    assert [stage.hints for pipeline in found.pipelines for stage in pipeline.stages] == [()] * 8


def test_an_empty_account_is_no_failure() -> None:
    empty = {"account": answers.ACCOUNT, **dict.fromkeys(list(BODIES)[2:], 204)}
    found = read(connected(empty))
    assert (found.pipelines, found.fields, found.groups, found.reasons) == ((), (), (), ())


@pytest.mark.parametrize("status", [403, 404, 405])
def test_an_account_that_hides_its_reasons_says_so(status: int) -> None:
    assert read(connected({**BODIES, "leads/loss_reasons": status})).reasons is None


def test_an_account_without_sections_has_none() -> None:
    assert read(connected({**BODIES, "leads/custom_fields/groups": 404})).groups == ()


def _page(of: Callable[[int], range], last: int) -> Callable[[int], Told]:
    def body(page: int) -> Told:
        fields = [{"id": n, "name": str(n), "type": "text"} for n in of(page)]
        return {"_links": {"next": {}} if page < last else {}, "_embedded": {"custom_fields": fields}}

    return body


@pytest.mark.parametrize(
    ("body", "fields", "questions"),
    [
        (_page(lambda page: range(250 * (page - 1), min(250 * page, 600)), 3), 600, 3),
        (_page(lambda _page: range(250), 10**9), 250, 2),
        (_page(lambda page: range(page, page + 1), 10**9), 100, 100),
    ],
    ids=["pages", "the same page for ever", "pages without end"],
)
def test_pages_are_read_to_the_last_and_no_further(body: Any, fields: int, questions: int) -> None:
    asked: list[str] = []
    found = read(connected({**BODIES, "leads/custom_fields": body}, asked))
    assert len(found.fields) == fields
    assert sum(path.startswith("leads/custom_fields?") for path in asked) == questions


def test_fields_of_people_are_read_apart() -> None:
    phone = {"id": 3, "name": "Телефон", "type": "multitext", "code": "PHONE", "is_predefined": True, "enums": None}
    bodies = {
        **BODIES,
        "contacts/custom_fields": {"_embedded": {"custom_fields": [phone]}},
        "companies/custom_fields": 204,
    }
    asked: list[str] = []
    it = connected(bodies, asked)
    found = with_people(it, read(it)).fields[-1]
    assert found == ExistingField(
        id=3, name="Телефон", type="multitext", place=Place.CONTACT, code="PHONE", predefined=True
    )
    assert (found.known_type, len(asked)) == (FieldType.PHONE, 8)


@pytest.mark.parametrize(
    ("path", "body"),
    [
        ("account", {}),
        ("account", {**answers.ACCOUNT, "id": "дом"}),
        ("leads/pipelines", {"_embedded": []}),
        ("leads/pipelines", {"_embedded": {"pipelines": [1]}}),
        ("leads/pipelines/10/statuses", {"_embedded": {"statuses": [{"id": 1}]}}),
        ("leads/custom_fields", {"_embedded": {"custom_fields": [{**answers.SOURCE, "enums": 5}]}}),
        ("leads/loss_reasons", {"error": "?"}),
    ],
)
def test_a_body_of_another_shape_is_not_the_vendor_s(path: str, body: Any) -> None:
    with pytest.raises(BadAnswerError):
        read(connected({**BODIES, path: body}))


def test_a_check_takes_two_questions() -> None:
    asked: list[str] = []
    found = check(connected(BODIES, asked))
    assert found == AccountCheck(EXISTING.account.changed(admin=True, language="ru"), EXPIRES)
    assert asked == ["account", "users/5"]


def test_a_check_is_told_in_sentences() -> None:
    found = check(connected(BODIES))
    now = EXPIRES - dt.timedelta(days=21, hours=5)
    assert found.lines(translator("ru"), now=now) == (
        "Аккаунт «Дом и окна», dom.amocrm.ru.",
        "Ключ выпустил администратор: вносить изменения можно.",
        "Причины отказа включены.",
        "Ключ доступа действует до 15 января 2027\u202fг.: ещё 21 день.",
    )
    assert (
        found.lines(translator("en"), now=EXPIRES)[-1]
        == "The access key ran out on January 15, 2027: create a new one."
    )


def test_what_nobody_said_is_not_made_up() -> None:
    silent = {name: answers.ACCOUNT[name] for name in ("id", "name", "subdomain")}
    found = check(connected({"account": silent}))
    assert (found.account.admin, found.account.loss_reasons) == (None, None)
    lines = AccountCheck(found.account, None).lines(translator("en"), now=EXPIRES)
    assert [line for line in lines if "not" in line] == list(lines[1:])


def test_whoever_may_not_look_at_users_is_no_administrator() -> None:
    found = check(connected({**BODIES, "users/5": 403}))
    assert found.account.admin is False
    user = {**answers.USER, "rights": {"is_admin": False}}
    assert check(connected({**BODIES, "users/5": user})).account.admin is False


def test_a_wrong_key_is_said_at_the_first_question() -> None:
    asked: list[str] = []
    with pytest.raises(UnauthorizedError):
        check(connected({"account": 401}, asked))
    assert asked == ["account"]
