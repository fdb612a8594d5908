"""Links that lead nowhere, links to two projects in one tab, and the browser's own buttons between them."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from tests.browser.serving import Server
from tests.faults import hands
from tests.faults.conftest import Opens
from tests.faults.place import Place
from tests.faults.watched import Watched as Tab
from tests.ui import projects

pytestmark = pytest.mark.browser


@pytest.fixture
def place(shared: Place) -> Place:
    return shared


MALFORMED = ("x", "A" * 31, "A" * 33, "A" * 5000, "%00", "<script>", "%F0%9F%98%80", "../../etc", "'; DROP TABLE draft")
NO_PROJECT = "По этой ссылке проекта нет."


def _dead_links(place: Place) -> dict[str, str]:
    """Links of every kind that open nothing."""
    with place.drafts() as drafts:
        deleted, replaced = drafts.opened(place.begin()).draft, drafts.opened(place.begin()).draft
        drafts.delete(deleted)
        drafts.renew(replaced)
    real = {"deleted": deleted, "replaced": replaced}
    dead = {name: draft.token for name, draft in real.items()}
    dead |= {f"{name}, only shown": draft.view_token for name, draft in real.items()}
    return {"unknown": "A" * 32, **dead, **{f"malformed {text[:8]}": text for text in MALFORMED}}


def _words(tab: Tab) -> str:
    return tab.page.get_by_role("main").inner_text()


def test_a_link_that_leads_nowhere_says_so_and_never_why(
    opens: Opens, place: Place, server: Server, subtests: pytest.Subtests
) -> None:
    dead = _dead_links(place)
    before = place.count()
    tab = opens(server.address)
    hands.open_link(tab, dead.pop("unknown"), page="")
    expect(tab.page.get_by_test_id("stAlert")).to_contain_text(NO_PROJECT)
    words = _words(tab)
    for name, token in dead.items():
        with subtests.test(name):
            hands.open_link(tab, token, page="")
            assert _words(tab) == words
    assert place.count() == before
    tab.click("link.start")
    tab.at("start.example").wait_for()
    assert (hands.token_of(tab), place.count()) == ("", before)
    tab.is_sound()


@pytest.mark.parametrize("width", [390, pytest.param(1280, marks=pytest.mark.long)])
def test_its_page_is_sound_on_every_step(opens: Opens, server: Server, width: int) -> None:
    tab = opens(server.address, width=width)
    for page in ("stages", "versions", "export"):
        hands.open_link(tab, "A" * 32, page=page, lang="en")
        expect(tab.page.get_by_test_id("stAlert")).to_contain_text("There is no project under this link.")
        tab.is_sound()


def _is(tab: Tab, company: str, *, page: str, token: str) -> None:
    """The tab shows this project on this page."""
    tab.page.wait_for_url(re.compile(rf"/{page}\?p={token}$"))
    expect(tab.at("top")).to_contain_text(company)
    tab.settle()


def test_back_and_forward_lead_from_project_to_project(opens: Opens, place: Place, server: Server) -> None:
    ours, theirs = place.begin(), place.begin(projects.english())
    tab = opens(server.address, mixed=True)
    hands.open_link(tab, ours, page="")
    tab.follow("stages")
    _is(tab, "Мебель", page="stages", token=ours)
    hands.open_link(tab, theirs, page="stages")  # in the same tab
    tab.click("nav.back")
    _is(tab, "Oak", page="goals", token=theirs)
    shown = [("Мебель", "", ours), ("Мебель", "stages", ours), ("Oak", "stages", theirs), ("Oak", "goals", theirs)]
    for company, page, token in reversed(shown[:-1]):
        tab.page.go_back()
        _is(tab, company, page=page, token=token)
    for company, page, token in shown[1:]:
        tab.page.go_forward()
        _is(tab, company, page=page, token=token)
    tab.is_sound()
    assert (place.project(ours), place.project(theirs)) == (projects.typical(), projects.english())


def test_a_project_begun_after_another_has_its_own_link_and_back_leads_to_the_first(
    opens: Opens, place: Place, server: Server
) -> None:
    before, first = place.count(), place.begin(projects.english())
    tab = opens(server.address)
    hands.open_link(tab, first, page="")
    tab.click("hub.leave")
    tab.at("start.example").wait_for()
    assert hands.token_of(tab) == ""
    tab.click("start.example")
    tab.until(lambda: hands.token_of(tab) not in ("", first), "a link of its own")
    second = hands.token_of(tab)
    assert place.project(second).pipelines == projects.typical().pipelines
    while hands.token_of(tab) == second:
        tab.page.go_back()
        tab.settle()
    _is(tab, "Oak", page="", token=first)
    assert (place.project(first), place.count()) == (projects.english(), before + 2)


def test_spaces_around_a_link_do_no_harm(opens: Opens, place: Place, server: Server) -> None:
    token = place.begin()
    tab = opens(server.address)
    hands.open_link(tab, f"%20{token}%20")
    hands.shows(tab, "Заявка получена")
    tab.until(lambda: hands.token_of(tab) == token, "the link put right")
