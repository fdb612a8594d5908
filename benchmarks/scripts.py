"""The time of a script alone, without a server around it: a full rerun of the step of stages, and of the other apps."""

from __future__ import annotations

import time
from collections.abc import Callable
from itertools import count
from typing import Any

from streamlit.testing.v1 import AppTest

from benchmarks.apps import APPS, EMPTY, PLAIN, ROOT, WIZARD, App
from benchmarks.project import funnels
from benchmarks.table import Goal, Table
from wizard.model.project import Project, Step
from wizard.storage.project_file import dump

MOST = 15.0
_TIMEOUT = 60
_WARM_UP = 5
_FEW, _MANY = 7, 50

Click = Callable[[], None]


def scripts(table: Table, *, rounds: int, number: int) -> None:
    """A row for a project of seven funnels, one for 50."""
    for size in (_FEW, _MANY):
        pages = {EMPTY: _simple(EMPTY), PLAIN: _simple(PLAIN), WIZARD: _stages(funnels(size))}
        taken: dict[App, list[float]] = {app: [] for app in APPS}
        for click in pages.values():
            _times(click, _WARM_UP)
        for _ in range(rounds):
            for app, click in pages.items():
                taken[app] += _times(click, number)
        table.percentiles(f"stages: script of a full rerun, {size} funnels", taken, {50: Goal(MOST)})


def _times(click: Click, number: int) -> list[float]:
    taken = []
    for _ in range(number):
        began = time.perf_counter()
        click()
        taken.append(time.perf_counter() - began)
    return taken


def _simple(app: App) -> Click:
    page = AppTest.from_file(str(app.script), default_timeout=_TIMEOUT).run()
    return lambda: _sound(page.button(key="click").click().run())


def _stages(project: Project) -> Click:
    """The project is opened from its file, and the hub leads on; the columns of the board are chosen in turn."""
    page = AppTest.from_file(str(ROOT / "app.py"), default_timeout=_TIMEOUT).run()
    page.session_state["open"] = True
    page.run()
    file = ("project.yaml", dump(project.changed(ready=(Step.GOALS,))), "text/yaml")
    page.file_uploader(key="open.file").set_value(file).run()
    page.button(key="open.button").click().run()
    page.button(key="hub.continue").click().run()
    columns = [button.key for button in page.button if button.key and button.key.startswith("board.")]
    if not columns:
        raise LookupError("the wizard did not come to its stage step")
    turns = count()
    return lambda: _sound(page.button(key=columns[next(turns) % len(columns)]).click().run())


def _sound(page: Any) -> None:
    if page.exception:
        raise RuntimeError("a page failed at a click")
