"""Around a meeting, as browsers show it: a client's phone, a reader's comment, the list of projects on the desk."""

from __future__ import annotations

import json

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Opens
from tests.browser.tab import Tab

pytestmark = pytest.mark.browser

# What another tab would have kept here.
_ADD = """entry => {
  const kept = JSON.parse(localStorage.getItem("voronka.projects"))
  localStorage.setItem("voronka.projects", JSON.stringify([...kept, entry]))
  dispatchEvent(new StorageEvent("storage", { key: "voronka.projects" }))
}"""


def test_before_and_after_a_meeting(opens: Opens) -> None:
    """A client answers on a phone and reloads; a reader's comment is the browser's; the desk finds and models."""
    owner, phone, reader = opens(), opens(width=390), opens(width=390)
    owner.visit()
    owner.click("start.example")
    owner.at("hub.continue").wait_for()
    owner.follow("client")
    owner.click("client.make")
    _answered(owner, phone)
    owner.page.reload()
    owner.page.get_by_role("button", name="Взять в проект").click()
    expect(owner.at("top")).to_contain_text("Дом и сад")
    owner.is_sound()
    owner.at("top").get_by_role("link").first.click()
    owner.follow("comments")
    _commented(owner, reader)
    owner.at("top").get_by_role("link").first.click()
    owner.at("hub.continue").wait_for()
    owner.follow("desk")
    _modelled(owner)


def _answered(owner: Tab, phone: Tab) -> None:
    phone.page.goto(owner.page.get_by_label("Ссылка на анкету").input_value())
    phone.type("client.company", "Дом и сад")
    phone.at("client.payment").get_by_text("После работы").click()
    phone.settle()
    phone.page.reload()
    expect(phone.at("client.company").locator("input")).to_have_value("Дом и сад")
    expect(phone.at("client.payment").locator('[data-selected="true"]')).to_have_text("После работы")
    assert phone.page.evaluate("localStorage.getItem('voronka.projects')") is None
    phone.click("client.send")
    expect(phone.at("client").locator("h2")).to_have_text("Ответы отправлены")
    phone.is_sound()


def _commented(owner: Tab, reader: Tab) -> None:
    reader.page.goto(owner.page.get_by_label("Ссылка на проект").input_value())
    reader.at("hub.continue").wait_for()
    reader.follow("stages")
    reader.type("comment.name", "Анна")
    reader.at("comment.text").locator("textarea").fill("Почему так?")
    reader.click("comment.send")
    expect(reader.page.locator(".v-remark")).to_have_text("Почему так?")
    reader.page.reload()  # another session: the browser tells who it is
    expect(reader.page.locator(".v-remark")).to_have_text("Почему так?")
    reader.is_sound()


def _modelled(owner: Tab) -> None:
    rows = owner.at("desk-projects").locator("li")
    expect(rows).to_have_count(1)
    owner.page.evaluate(_ADD, {"token": "z" * 32, "name": "Астра", "at": "2020-12-31T10:00:00.000Z", "readonly": False})
    expect(rows.locator("b")).to_have_text(["Дом и сад", "Астра"])
    owner.at("desk-projects").locator("select").select_option("name")
    expect(rows.locator("b")).to_have_text(["Астра", "Дом и сад"])
    owner.at("desk-projects").locator("input").fill("дом")
    expect(rows.locator("b")).to_have_text(["Дом и сад"])
    rows.get_by_text("Взять за образец").click()
    expect(owner.at("card-new")).to_contain_text("Образец: Дом и сад")
    owner.type("desk.client", "Новый клиент")
    owner.click("desk.create")
    expect(owner.page.locator("h1")).to_have_text("Воронки: Новый клиент")
    kept = json.loads(owner.page.evaluate("localStorage.getItem('voronka.projects')"))
    assert [each["name"] for each in kept] == ["Новый клиент", "Дом и сад", "Астра"]
    owner.is_sound()
