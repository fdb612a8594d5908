"""What is said of speed: a row for each figure, and by how much a goal is missed."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser

from benchmarks.apps import EMPTY, PLAIN, WIZARD
from benchmarks.browsing import Clicks, visit
from benchmarks.load.report import Report
from benchmarks.table import Goal, Table, percentile, times, verdict
from tests.browser import tab

# A page that answers a click after 200 ms, first by what only moves and then by a text.
PAGE = """<div data-testid="stApp" data-test-script-state="notRunning"><div data-testid="stMain">
<button>Click</button><p>0</p></div></div><script>
document.querySelector("button").addEventListener("click", () => {
  setTimeout(() => { document.querySelector("p").textContent += "1" }, 200)
  setTimeout(() => { document.querySelector("p").className = "seen" }, 300)
})</script>"""


def test_a_row_has_each_app_the_goal_and_whether_it_is_reached() -> None:
    report = Report()
    table = Table(report)
    head = report.markdown
    table.row("hub", {EMPTY: 26.04, PLAIN: 57.3, WIZARD: 30.0}, times(1.5, 26.04, "empty"))
    assert table.met
    table.row("review", {WIZARD: 128.8}, Goal(100))
    table.row("pack", {WIZARD: 0.251})
    assert not table.met
    assert report.markdown.removeprefix(head) == (
        "| hub | 26.0 | 57.3 | 30.0 | 39.1 (1.5 × empty) | met |\n"
        "| review |  |  | 129 | 100 | missed by 29% |\n"
        "| pack |  |  | 0.25 |  |  |\n"
    )


def test_percentiles_are_of_seconds_and_told_in_milliseconds() -> None:
    report = Report()
    table = Table(report)
    head = report.markdown
    table.percentiles("script", {WIZARD: [n / 1000 for n in range(1, 102)]}, {50: Goal(51), 95: Goal(48)})
    assert report.markdown.removeprefix(head) == (
        "| script, p50 |  |  | 51.0 | 51.0 | met |\n| script, p95 |  |  | 96.0 | 48.0 | missed by 100% |\n"
    )


def test_what_is_as_much_as_the_goal_reaches_it() -> None:
    assert [verdict(figure, 15.0) for figure in (15.0, 16.5)] == ["met", "missed by 10%"]
    assert percentile([1.0, 2.0, 3.0], 50) == 2.0


@pytest.fixture
def opened() -> Iterator[Browser]:
    with tab.browser() as started:
        yield started


@pytest.mark.browser
def test_a_click_takes_until_the_last_change_that_is_seen(opened: Browser) -> None:
    with visit(opened) as page:
        page.set_content(PAGE)
        clicks = Clicks(page, "button")
        taken = [clicks.click() for _ in range(3)]
    assert all(0.2 <= seconds < 0.3 for seconds in taken), taken
