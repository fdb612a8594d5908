"""What takes long is written down as it was measured, and nothing else on the pages is touched."""

from __future__ import annotations

import xml.etree.ElementTree as ET

import pytest

from benchmarks.load.report import Report
from tests.endurance import faults
from tests.endurance.page import PAGES, replaced

RESULTS = """\
<testsuites><testsuite>
<testcase classname="tests.faults.test_kills" name="test_what_was_shown_as_done_is_there[50-sqlite]" time="251.7">
<properties><property name="kills" value="50"/><property name="lost" value="0"/></properties></testcase>
<testcase classname="tests.faults.test_links" name="test_a_link" time="3.2"><failure/></testcase>
</testsuite></testsuites>
"""


@pytest.mark.parametrize("part", PAGES)
def test_every_page_has_a_place_for_what_is_measured(part: str) -> None:
    text = PAGES[part].read_text("utf-8")
    written = replaced(text, part, measured="Measured.\n")
    assert "\n\nMeasured.\n\n" in written
    assert replaced(written, part, measured="Again.\n") == written.replace("Measured.", "Again.")
    assert written.partition("<!-- beginning of what is measured")[0] in text


def test_a_page_without_a_place_is_not_written() -> None:
    with pytest.raises(LookupError):
        replaced("# Load\n", "load", measured="Measured.\n")


def test_a_test_is_a_row_with_what_it_counted() -> None:
    assert list(faults.rows(ET.fromstring(RESULTS))) == [  # noqa: S314 - our own
        ("kills: what was shown as done is there", "50, sqlite", "passed", "252", "kills: 50, lost: 0"),
        ("links: a link", "", "FAILED", "3", ""),
    ]


def test_a_goal_that_is_missed_is_told_and_remembered() -> None:
    report = Report()
    report.table("People", ("place", "p95 ms"))
    report.row(("wizard", "700"))
    report.verdict("nothing is lost", met=True)
    assert report.met
    report.verdict("within 500 ms", met=False)
    assert not report.met
    assert report.markdown.split("\n", 1)[1] == (
        "\nPeople:\n\n| place | p95 ms |\n| --- | --- |\n| wizard | 700 |\n"
        "\n- nothing is lost: met\n- within 500 ms: **missed**\n"
    )
