"""Connecting: an address in any form, a key that leaves the page at once, and every refusal in a sentence."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from exports import EXPORTERS
from exports.exporter import Options
from tests.amocrm.sandbox_server import serving
from tests.ui import projects
from tests.ui.entry import STOCK, Entry
from wizard.amocrm.connection import BASE_URL
from wizard.amocrm.sandbox import Fault, Kind, LossReasons, Sandbox, Variant
from wizard.model.project import Project

KEY = "eyJ0eXAiOiJKV1Qi.a-key-nobody-may-see.c2lnbmF0dXJl"


def connecting(*, language: str = "ru") -> Entry:
    app = Entry(projects.typical(), language=language)
    app.visit("connect")
    return app


def typed(app: Entry, key: str, address: str | None = None) -> None:
    if address is not None:
        app.widget("connect.address").set_value(address)
    app.widget("connect.token").set_value(key)
    app.click("connect.submit")


@pytest.mark.parametrize("language", ["ru", "en"])
def test_the_practice_account_is_one_click_away_and_marked(language: str) -> None:
    app = connecting(language=language)
    app.click("connect.practise")
    assert app.session.entering.connected
    assert app.session.entering.connected.practice
    assert app.said({"ru": "учебный аккаунт", "en": "practice account"}[language])
    app.click("connect.disconnect")
    assert app.session.entering.connected is None
    assert app.has("connect.submit")


def test_a_key_opens_the_account_and_is_nowhere_on_the_page(monkeypatch: pytest.MonkeyPatch) -> None:
    with serving(Sandbox(Variant(key=KEY), limited=False)) as address:
        monkeypatch.setenv(BASE_URL, address)
        app = connecting()
        assert not app.has("connect.address")
        assert app.said("Адрес задан на сервере")
        typed(app, f" Bearer {KEY}\n")
    connected = app.session.entering.connected
    assert connected
    assert not connected.practice
    assert app.said("Ключ выпустил администратор")
    assert app.said("Причины отказа включены")
    assert app.said("нужно ввести снова")
    assert KEY not in "".join(app.words()) + repr(app.session) + repr(app.at.session_state)
    assert [name for name, data in _exported(app.project) if KEY.encode() in data] == []
    app.click("connect.disconnect")
    assert app.widget("connect.token").value == ""


def _exported(project: Project) -> Iterator[tuple[str, bytes]]:
    """Every file that can be downloaded and is text; archives hold the same and what is drawn from it."""
    for each in (known for known in EXPORTERS if known.files is None):
        yield each.id, each.render(project, Options())


def test_what_the_account_lacks_is_said() -> None:
    app = connecting()
    app.connect(Variant(loss_reasons=LossReasons.OFF, admin=False))
    assert app.said("Причины отказа выключены")
    assert app.said("не администратор")


@pytest.mark.parametrize(
    ("address", "key", "said"),
    [
        ("me@example.com", KEY, "адрес почты"),
        ("https://evil.example/login", KEY, "не адрес amoCRM"),
        ("www.amocrm.ru", KEY, "общий сайт"),
        ("company", "", "Нужен ключ"),
        ("company", "ключ", "не похоже на ключ"),
    ],
)
def test_what_cannot_be_used_is_told_and_the_address_stays(address: str, key: str, said: str) -> None:
    app = connecting()
    typed(app, key, address)
    assert [said in error.value for error in app.at.error] == [True]
    assert (app.widget("connect.address").value, app.widget("connect.token").value) == (address, "")
    assert app.session.entering.connected is None


REFUSALS = {
    Kind.UNAUTHORIZED: "не приняла ключ",
    Kind.UNPAID: "Подписка",
    Kind.BLOCKED: "закрыла доступ",
    Kind.TOO_MANY: "реже",
    Kind.SERVER_ERROR: "сбой",
    Kind.TIMEOUT: "не отвечает",
    Kind.UNREACHABLE: "Соединиться",
    Kind.TRUNCATED: "не читается",
    Kind.REDIRECT: "Ключ туда не отправлен",
}


@pytest.mark.parametrize("kind", REFUSALS)
def test_every_refusal_is_a_sentence_and_leaves_the_form(kind: Kind) -> None:
    app = connecting()
    app.connect(STOCK, faults=(Fault(0, kind, times=9),))
    [error] = app.at.error
    assert REFUSALS[kind] in error.value
    assert app.session.entering.connected is None
    assert app.has("connect.submit")


def test_the_number_for_support_is_told() -> None:
    app = connecting()
    app.connect(STOCK, faults=(Fault(0, Kind.UNPAID),))
    assert "Номер запроса для поддержки" in app.at.error[0].value


def test_another_project_starts_without_the_practice_account() -> None:
    app = connecting()
    app.click("connect.practise")
    app.session.begin(projects.english())
    assert app.session.entering.connected is None
