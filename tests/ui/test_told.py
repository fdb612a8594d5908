"""What was put into boxes and a browser may not know: put there again, and not taken for the reader's."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import pytest
from streamlit.runtime.scriptrunner import RerunException
from streamlit.runtime.scriptrunner_utils.script_requests import RerunData

from tests.ui.app import opened
from tests.ui.projects import typical
from wizard.ui.told import UNKNOWN, Told, unbroken

NAME = "stage.first_sale.request_received.name"
BOX, OTHER = "company.name", "company.notes"


@dataclass
class Clock:
    now: float = 100.0

    def __call__(self) -> float:
        return self.now


@dataclass
class Runs:
    """A tab's runs, and what they have put into a box."""

    clock: Clock = field(default_factory=Clock)

    def __post_init__(self) -> None:
        self.told = Told(clock=self.clock)

    def run(self, *, puts: dict[str, Any] | None = None, cut_short: bool = False) -> None:
        self.told.begin()
        for name, before in (puts or {}).items():
            self.told.put(name, before)
        if not cut_short:
            self.told.end()

    def after(self, seconds: float) -> Told:
        self.clock.now += seconds
        return self.told


def test_what_a_run_put_in_that_was_cut_short_is_put_in_again_however_late() -> None:
    runs = Runs()
    runs.run(puts={BOX: "old"}, cut_short=True)
    runs.after(60).begin()
    assert (runs.told.is_lost(BOX), runs.told.is_lost(OTHER)) == (True, False)


def test_it_is_put_in_again_while_the_last_messages_may_be_waiting_and_not_later() -> None:
    lost = []
    for seconds in (0.1, 2.0):
        runs = Runs()
        runs.run(puts={BOX: "old"})
        runs.after(seconds).begin()
        lost.append(runs.told.is_lost(BOX))
    assert lost == [True, False]


def test_the_old_content_is_stale_until_the_browser_has_surely_the_new_one() -> None:
    runs = Runs()
    runs.run(puts={BOX: "old"})
    at_once = runs.after(0.2)
    assert (at_once.is_stale(BOX, "old"), at_once.is_stale(BOX, "typed"), at_once.is_stale(OTHER, "old")) == (
        True,
        False,
        False,
    )
    assert not runs.after(1.0).is_stale(BOX, "old")


def test_once_the_reader_has_said_something_else_the_old_content_is_the_reader_s_too() -> None:
    runs = Runs()
    runs.run(puts={BOX: None})
    assert [runs.after(0.1).is_stale(BOX, said) for said in (None, 50, None)] == [True, False, False]


def test_what_was_not_there_before_is_equal_to_nothing_a_browser_says() -> None:
    runs = Runs()
    runs.run(puts={BOX: UNKNOWN})
    assert not runs.told.is_stale(BOX, None)


def test_a_callback_that_the_next_click_cuts_short_is_carried_out_before_that_click() -> None:
    calls: list[str] = []

    @unbroken
    def commit(name: str) -> None:
        calls.append(name)
        if len(calls) == 1:
            raise RerunException(RerunData())

    with pytest.raises(RerunException):
        commit(BOX)
    assert calls == [BOX, BOX]


def test_old_content_that_comes_with_a_quick_click_brings_nothing_back_and_typed_later_it_counts() -> None:
    app, clock = opened(typical(), "stages"), Clock()
    app.at.session_state["voronka.told"].clock = clock
    app.put(NAME, "Заявка пришла")
    app.click("undo")
    app.put(NAME, "Заявка пришла")  # as a browser says that has not got the old name again
    quick = app.project.pipelines[0].stages[0].name, app.widget(NAME).value
    clock.now += 10
    app.put(NAME, "Заявка пришла")
    assert (*quick, app.project.pipelines[0].stages[0].name) == ("Заявка получена", "Заявка получена", "Заявка пришла")
