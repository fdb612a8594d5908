"""Files are made beside the server: the same bytes, told as they come, left when nobody wants them."""

from __future__ import annotations

import datetime as dt
import time
from collections.abc import Iterator

import pytest

import exports
from exports.exporter import Options
from exports.press import BusyError, Job, LeftError, Press, State, read
from tests.samples import english, russian
from wizard.model.project import Project

OPTIONS = Options(all_pipelines=True, date=dt.date(2026, 12, 1), version="2 «ё»", logo=b"")
PATIENCE = 60.0


def job(wanted: str, project: Project | None = None, *, preview: bool = False) -> Job:
    return Job(wanted, project or russian(), OPTIONS, preview=preview)


@pytest.fixture(scope="module")
def press() -> Iterator[Press]:
    """One for all tests here: its process takes a second to come."""
    made = Press(idle=1.0, waiting=2, remembered=2)
    yield made
    _wait_until_idle(made)


def _wait_until_idle(press: Press) -> None:
    until = time.monotonic() + PATIENCE
    while not press.is_idle and time.monotonic() < until:
        time.sleep(0.05)
    assert press.is_idle


def test_a_file_made_beside_is_the_file_made_here(press: Press) -> None:
    for wanted in ("checklist-html", "checklist-xlsx", "memo-docx"):
        assert press.result(job(wanted), "me") == exports.exporter(wanted).render(russian(), OPTIONS)


def test_a_pack_tells_what_is_ready(press: Press) -> None:
    work = press.ask(job("pack", english()), "me")
    assert work.over.wait(PATIENCE)
    assert (work.state, work.ready, work.last) == (State.MADE, 6, "Settings for amoCRM.json")
    assert work.result == exports.exporter("pack").render(english(), OPTIONS)
    assert press.ask(job("pack", english()), "another") is work


def test_what_a_file_looks_like_can_be_seen_before_it_is_taken(press: Press) -> None:
    pages = read(press.result(job("memo-pdf", preview=True), "me"))
    assert [page[1:4] for page in pages.pages] == [b"PNG"] * 3
    html = read(press.result(job("checklist-html", preview=True), "me"))
    assert html.html.encode() == press.result(job("checklist-html"), "me")
    sheets = read(press.result(job("checklist-xlsx", preview=True), "me"))
    assert ("Этапы" in [s.name for s in sheets.sheets], sheets.cut) == (True, False)


def test_what_cannot_be_made_is_no_file_and_the_next_one_is(press: Press) -> None:
    with pytest.raises(LeftError):
        press.result(job("nothing of the kind"), "me")
    assert press.result(job("checklist-html"), "me").startswith(b"<!doctype html>")


def test_what_nobody_wants_any_more_is_left_in_the_middle(press: Press) -> None:
    wanted = job("pack-full")
    work = press.ask(wanted, "me")
    press.ask(wanted, "another")
    while work.state is State.WAITING:
        time.sleep(0.01)
    press.leave(wanted, "me")
    assert work.is_going
    press.leave(wanted, "another")
    assert (work.state, work.over.is_set()) == (State.LEFT, True)
    assert press.result(job("checklist-html", english()), "me").startswith(b"<!doctype html>")


def test_jobs_wait_their_turn_and_some_are_too_many(press: Press) -> None:
    first = press.ask(job("pack-full"), "me")
    while first.state is State.WAITING:
        time.sleep(0.01)
    second, third = (press.ask(job(wanted), "me") for wanted in ("what_if-pdf", "protocol-pdf"))
    assert [press.before(work) for work in (second, third)] == [0, 1]
    with pytest.raises(BusyError):
        press.ask(job("launch_order-pdf"), "me")
    press.leave(second.job, "me")
    assert (press.before(third), second.state) == (0, State.LEFT)
    for work in (first, third):
        press.leave(work.job, "me")


def test_only_so_much_is_remembered(press: Press) -> None:
    first, second = (press.ask(job(wanted), "me") for wanted in ("owner_numbers-docx", "launch_order-docx"))
    assert press.result(second.job, "me") == second.result
    assert press.ask(second.job, "me") is second
    assert press.ask(first.job, "me") is not first
    press.leave(first.job, "me")


def test_when_there_is_nothing_to_do_no_process_is_left(press: Press) -> None:
    press.result(job("checklist-html"), "me")
    _wait_until_idle(press)
    assert press.result(job("project-yaml"), "me").startswith(b"format: 1")
