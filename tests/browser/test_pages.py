"""Every page in a real browser: its width, its language, odd names, files opened, the browser's own buttons."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Opens
from tests.browser.tab import Tab
from tests.browser.walk import screens
from tests.ui import projects
from wizard.model.project import Project, Step
from wizard.storage.project_file import dump, load

pytestmark = pytest.mark.browser

PAGES = (*Step, "others", "review", "export")


def _upload(tab: Tab, data: bytes) -> None:
    if not tab.at("open.file").count():
        tab.unfold("open")
    tab.at("open.file").locator("input[type=file]").set_input_files(
        {"name": "project.yaml", "mimeType": "application/yaml", "buffer": data}
    )
    tab.at("open.button").wait_for()
    tab.click("open.button")


def _opened(tab: Tab, project: Project) -> None:
    tab.visit()
    _upload(tab, dump(project))
    tab.at("hub.continue").wait_for()


def _saved(tab: Tab) -> Project:
    tab.follow("export")
    tab.unfold("export.experts")
    return load(tab.download("export.project-yaml"))


def test_every_screen_fits_a_phone_and_speaks_its_language(opens: Opens) -> None:
    tab, language, other = opens(width=390), "en", "ru"  # in Russian every screen is looked at by test_access
    for screen in screens(tab, language=language):
        tab.is_sound()
        assert tab.page.evaluate("document.documentElement.lang") == language, screen
    tab.click(f"language.{other}")
    expect(tab.page.locator("html")).to_have_attribute("lang", other)
    assert "lang=" not in tab.page.url


@pytest.mark.parametrize("width", [390, 1280])
def test_odd_names_are_shown_as_they_are(opens: Opens, width: int) -> None:
    tab = opens(width=width, mixed=True)
    _opened(tab, projects.broken())
    for page in PAGES:
        tab.follow(page)
        for key in {"stages": ("stage.hints", "stage.more"), "goals": ("goals.first_sale.more",)}.get(page, ()):
            tab.unfold(key)
        tab.is_sound()
        assert tab.page.evaluate("window.hacked") is None, page
        assert tab.page.locator("img[src='x'], img[src*='example.com'], a[href^='javascript:']").count() == 0, page
        tab.page.go_back()
        tab.at("hub.continue").wait_for()
    assert "<script>" in tab.page.locator("h1").inner_text()


def test_a_downloaded_project_opens_again(opens: Opens) -> None:
    tab = opens()
    _opened(tab, projects.typical())
    assert _saved(tab) == projects.typical()


@pytest.mark.parametrize("language", ["ru", "en"])
def test_a_bad_file_is_told_about_and_changes_nothing(opens: Opens, language: str) -> None:
    tab = opens(mixed=True)
    _opened(tab, projects.english())
    if language == "en":
        tab.click("language.en")
    _upload(tab, b"format: 1\npipelines: [{id: '<script>'}]\n")
    alert = tab.page.get_by_test_id("stAlert")
    alert.wait_for()
    assert alert.count() == 1
    assert "Traceback" not in alert.inner_text()
    tab.is_sound()
    assert _saved(tab) == projects.english()


def test_the_browser_s_own_buttons_keep_the_project(opens: Opens) -> None:
    tab = opens()
    _opened(tab, projects.typical())
    tab.follow("stages")
    tab.type("stage.first_sale.request_received.name", "Заявка пришла")
    tab.click("nav.next")
    tab.at("key.first_sale").wait_for()
    tab.page.go_back()
    tab.at("stage.delete").wait_for()
    tab.settle()
    assert tab.at("stage.first_sale.request_received.name").locator("input").input_value() == "Заявка пришла"
    tab.page.go_forward()
    tab.at("key.first_sale").wait_for()
    tab.at("top").get_by_role("link").click()
    tab.at("hub.continue").wait_for()
    saved = _saved(tab)
    assert saved.pipeline("first_sale").stage("request_received").name == "Заявка пришла"
    assert saved.ready == (Step.STAGES,)


def test_a_number_that_is_cleared_is_no_number(opens: Opens) -> None:
    tab = opens()
    _opened(tab, projects.typical())
    tab.follow("shape")
    tab.type("shape.first_sale.entries", "50")
    tab.type("shape.first_sale.entries", "")
    tab.page.go_back()
    tab.at("hub.continue").wait_for()
    assert _saved(tab) == projects.typical()


def test_the_steps_of_a_usual_project_fit_a_laptop_and_menus_open_where_there_is_room(opens: Opens) -> None:
    tab = opens()
    tab.page.set_viewport_size({"width": 1280, "height": 800})
    _opened(tab, projects.typical())
    beyond = {}
    for step in Step:
        tab.follow(step)
        tab.at("foot").wait_for()
        main = tab.page.locator(".stMain")
        beyond[step] = main.evaluate("main => main.scrollHeight - main.clientHeight")
        tab.at("top").get_by_role("link").click()
        tab.at("hub.continue").wait_for()
    assert beyond == dict.fromkeys(Step, 0)
    tab.follow("goals")
    tab.unfold("goals.company")
    onward = tab.at("nav.next").bounding_box()
    assert onward is not None
    assert onward["y"] + onward["height"] <= 800
    tab.unfold("goals.repeat_sales.more")
    tab.at("goals.repeat_sales.duplicate").wait_for()
    menu = tab.page.get_by_test_id("stPopoverBody").bounding_box()
    assert menu is not None
    assert (menu["y"] >= 0, menu["y"] + menu["height"] <= 800, menu["height"] > 400) == (True, True, True)
