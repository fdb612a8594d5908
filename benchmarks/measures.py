"""What is measured: starts, first pages and clicks of an app; checks and exports of a project. All in seconds."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from typing import Any

from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

from benchmarks.apps import App
from benchmarks.project import project
from benchmarks.serving import serving
from exports import EXPORTERS
from exports.exporter import Options
from tests import chromium
from wizard.lint import runner

TIMEOUT = 60_000
PATIENCE = 30.0
WARM_UP = 5


@contextmanager
def browser() -> Iterator[Any]:
    """A real browser; every page opened from it is a new visitor's."""
    from playwright.sync_api import sync_playwright  # noqa: PLC0415 - only these measures need it

    path = chromium.find()
    if path is None:
        raise RuntimeError("no Chromium or Chrome was found; name one by CHROMIUM=path")
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=path, args=list(chromium.FLAGS))
        yield opened
        opened.close()


def start_and_first_page(app: App, visitor: Any) -> tuple[float, float]:
    """From the start of a process to healthy, and from navigation to the useful text for its very first visitor."""
    with serving(app) as served:
        context = visitor.new_context(locale="ru-RU")
        page = context.new_page()
        began = time.perf_counter()
        page.goto(served.url, wait_until="commit")
        page.get_by_text(app.text, exact=True).first.wait_for(timeout=TIMEOUT)
        taken = time.perf_counter() - began
        context.close()
    return served.healthy_after, taken


def clicks_in_test_frame(app: App, page: Any, times: int) -> list[float]:
    """Time of the script's runs alone, without a server around them."""
    taken = []
    for number in range(times):
        button = app.button(page, number)
        began = time.perf_counter()
        button.click().run()
        taken.append(time.perf_counter() - began)
        if page.exception:
            raise RuntimeError(f"{app.name} failed at a click")
    return taken


def clicks_on_server(app: App, visitor: Any, times: int) -> tuple[list[float], float]:
    """From the click's message to "script finished", as a browser's websocket sees them; and the server's mean work.

    The browser draws on the same cores meanwhile; the processor time of the server is free of that.
    """
    with serving(app) as served:
        context = visitor.new_context(locale="ru-RU")
        page = context.new_page()
        wire = _Wire(page)
        page.goto(served.url)
        page.get_by_text(app.text, exact=True).first.wait_for(timeout=TIMEOUT)
        selector = app.walk(page)
        page.wait_for_timeout(1_000)  # what the page still loads by itself
        buttons = page.locator(selector)
        for number in range(WARM_UP):
            wire.time_of(buttons, number)
        before = served.processor_time()
        taken = [wire.time_of(buttons, number) for number in range(times)]
        work = (served.processor_time() - before) / times
        context.close()
    return taken, work


class _Wire:
    """Listens to a page's websocket."""

    def __init__(self, page: Any) -> None:
        self._page = page
        self._sent = self._finished = 0.0
        page.on("websocket", self._listen)

    def _listen(self, socket: Any) -> None:
        socket.on("framesent", self._on_sent)
        socket.on("framereceived", self._on_received)

    def _on_sent(self, _payload: Any) -> None:
        self._sent = self._sent or time.perf_counter()

    def _on_received(self, payload: Any) -> None:
        if isinstance(payload, bytes) and ForwardMsg.FromString(payload).WhichOneof("type") == "script_finished":
            self._finished = time.perf_counter()

    def time_of(self, buttons: Any, number: int) -> float:
        """Click the buttons in turn; the time of one click."""
        self._sent = self._finished = 0.0
        buttons.nth(number % buttons.count()).click()
        began = time.perf_counter()
        while not self._finished:
            if time.perf_counter() - began > PATIENCE:
                raise RuntimeError("a click was never answered")
            self._page.wait_for_timeout(5)
        taken = self._finished - self._sent
        self._page.wait_for_timeout(150)  # the page draws the answer
        return taken


def check() -> float:
    return _time(lambda: runner.run(project()))


def exports() -> dict[str, float]:
    """The time of every exporter, all funnels included."""
    options = Options(all_pipelines=True)
    return {exporter.id: _time(partial(exporter.render, project(), options)) for exporter in EXPORTERS}


def _time(work: Callable[[], object]) -> float:
    began = time.perf_counter()
    work()
    return time.perf_counter() - began
