"""Files in a real browser: made while the page stays alive, looked at before they are taken, and with a logo."""

from __future__ import annotations

from io import BytesIO
from zipfile import ZipFile

import pytest
from playwright.sync_api import FilePayload

from tests.browser.conftest import Opens
from tests.exports.test_logo import svg

pytestmark = pytest.mark.browser


def test_a_pack_is_made_papers_are_looked_at_and_wear_the_logo(opens: Opens) -> None:
    tab = opens(width=390)
    tab.visit()
    tab.click("start.example")
    tab.at("hub.continue").wait_for()
    tab.follow("export")
    with ZipFile(BytesIO(tab.download("export.pack"))) as pack:
        assert {name.rpartition(".")[2] for name in pack.namelist()} == {"pdf", "html", "xlsx", "yaml", "json"}
    tab.at("export.pack").wait_for()
    tab.click("export.memo.look")
    tab.at("paper-export.memo.look").wait_for()
    tab.click("export.memo.look.next")
    tab.page.get_by_alt_text("Памятка менеджера. Страница 2 из 3").wait_for()
    tab.click("export.checklist.look")
    tab.page.frame_locator("iframe").get_by_role("heading", name="Прежде чем начать").wait_for()
    tab.unfold("export.letterhead")
    tab.at("export.logo.0").get_by_role("button", name="Выбрать файл").wait_for()
    chosen = FilePayload(name="logo.svg", mimeType="image/svg+xml", buffer=svg())
    tab.at("export.logo.0").locator("input[type=file]").set_input_files(chosen)
    tab.at("export-logo").get_by_alt_text("Логотип компании").wait_for()
    assert tab.download("export.checklist-html").startswith(b"<!doctype html>")
    tab.is_sound()
