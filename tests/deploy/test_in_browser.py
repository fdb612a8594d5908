"""The wizard through nginx in a real browser, also after its replica died and came back."""

from __future__ import annotations

import time
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser

from tests.browser import tab
from tests.browser.serving import Server, running
from tests.browser.tab import Tab
from tests.deploy.asking import COOKIE, ask
from tests.deploy.replicas import Pair
from tests.ui import projects
from wizard.storage.project_file import dump, load

pytestmark = [pytest.mark.browser, pytest.mark.nginx]


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with tab.browser() as started:
        yield started


def _upload(opened: Tab, data: bytes) -> None:
    opened.unfold("open")
    opened.at("open.file").locator("input[type=file]").set_input_files(
        {"name": "project.yaml", "mimeType": "application/yaml", "buffer": data}
    )
    opened.at("open.button").wait_for()
    opened.click("open.button")
    opened.at("hub.continue").wait_for()


def _cookie(opened: Tab) -> str:
    [value] = [cookie["value"] for cookie in opened.context.cookies() if cookie["name"] == COOKIE]
    return f"{COOKIE}={value}"


def _home(pair: Pair, cookie: str, path: str) -> Server:
    """The replica to which nginx sends this browser now."""
    ask(pair.address, path, headers={"Cookie": cookie})
    port = pair.lines(path)[-1].replicas[-1]
    return next(replica for replica in pair.replicas if replica.port == port)


def test_from_start_to_the_hub(shared: Pair, browser: Browser) -> None:
    opened = Tab(browser, shared.address)
    opened.visit()
    opened.click("start.example")
    opened.at("hub.continue").wait_for()
    opened.is_sound()
    opened.close()


def test_a_file_goes_up_and_comes_down(shared: Pair, browser: Browser) -> None:
    opened = Tab(browser, shared.address)
    opened.visit()
    _upload(opened, dump(projects.typical()))
    assert load(opened.download("hub.save")) == projects.typical()
    opened.close()


def test_a_browser_whose_replica_died_and_came_back_can_do_everything(own: Pair, browser: Browser) -> None:
    """Its session is with the other replica now, its cookie leads to the first one again."""
    opened = Tab(browser, own.address)
    opened.visit()
    cookie = _cookie(opened)
    first = _home(own, cookie, "/before")
    first.kill()
    opened.visit()
    with running(port=first.port):
        _wait_until_home(own, cookie, first)
        _upload(opened, dump(projects.typical()))
        assert load(opened.download("hub.save")) == projects.typical()
    opened.close()
    up, down = own.lines("/_stcore/upload_file/")[0], own.lines("/media/")[0]
    assert (up.answers, down.answers) == (("400", "204"), ("404", "200")), "the first replica did not know the session"
    assert up.replicas == down.replicas == (first.port, own.other(first).port)


def _wait_until_home(pair: Pair, cookie: str, first: Server) -> None:
    """A dead replica is tried again after some seconds."""
    began = time.monotonic()
    while _home(pair, cookie, f"/again-{time.monotonic_ns()}").port != first.port:
        assert time.monotonic() - began < 20
        time.sleep(0.5)
