"""A journal survives the process, and what others did meanwhile does not slip through."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from tests.amocrm.practice import practice
from tests.catalog.composed import composed
from wizard.amocrm.apply import Entry, Event, JournalFile, PlanError, apply
from wizard.amocrm.plan import Choices, PipelineChoice
from wizard.amocrm.refused import AccountError
from wizard.amocrm.sandbox import Contents, Fault, Kind, Variant
from wizard.model.project import Language

PROJECT = composed("for-silent", "general", Language.RU)


def test_a_line_cut_off_by_a_crash_is_passed_over(tmp_path: Path) -> None:
    file = tmp_path / "journal"
    journal = JournalFile(file)
    assert journal.entries() == ()
    first, second = Entry(plan="1", event=Event.SENDING, about=("поле",)), Entry(plan="1", event=Event.DONE)
    journal.write(first)
    with file.open("ab") as torn:
        torn.write(b'{"plan": "1", "ev')
    journal.write(second)
    assert JournalFile(file).entries() == (first, second)


def test_every_request_that_changes_something_is_noted_before_and_after(tmp_path: Path) -> None:
    account = practice()
    journal = JournalFile(tmp_path / "journal")
    apply(account.plan(PROJECT), account.client(), journal)
    events = [entry.event for entry in journal.entries()]
    assert events == [Event.BEGUN, *[Event.SENDING, Event.DONE] * account.writes, Event.FINISHED]


def test_the_account_as_it_was_is_kept_before_the_first_change() -> None:
    account = practice(Variant(contents=Contents.DEALS))
    plan = account.plan(PROJECT)
    before = account.read(PROJECT)
    account.apply(plan)
    assert account.journal.entries()[0].before == before


def test_a_stopped_entry_does_not_go_on_over_somebody_else_s_change() -> None:
    account = practice(Variant(contents=Contents.DEALS), faults=(Fault(20, Kind.UNPAID),))
    stock = account.sandbox.account.pipelines[0]
    choices = Choices(pipelines=(PipelineChoice(pipeline="first_sale", remote=stock.id),))
    plan = account.plan(PROJECT, choices)
    with pytest.raises(AccountError):
        account.apply(plan)
    pipeline = account.sandbox.account.pipelines[0]
    stolen = replace(pipeline, name="Чужое имя")
    account.sandbox.account = account.sandbox.account.with_pipeline(stolen)
    writes = account.writes
    with pytest.raises(PlanError) as refused:
        account.apply(plan)
    assert [since.name for since in refused.value.since] == [PROJECT.pipeline("first_sale").name]
    assert account.writes == writes
