"""What a meeting leaves behind, written down once, and brought together when two wrote."""

from __future__ import annotations

from tests.small import PROJECT
from wizard.model.edits.workshop import (
    add_task,
    change_decision,
    change_rejected,
    change_task,
    delete_note,
    delete_task,
    record_decision,
    record_meeting,
    record_note,
    record_rejected,
)
from wizard.model.merge import merged
from wizard.model.project import Project
from wizard.model.workshop import Decision, Kind, Meeting, Note, Rejected, Task, Workshop

FREE = Decision(id="free", text="Замер платный", why="Едем далеко")
LATER = Note(id="later", text="Нужна ли воронка дилеров?")
THINKS = Rejected(id="thinks", text="Думает", why="Это не результат", kind=Kind.STAGE)
MET = Meeting(id="met", on="2026-11-25", people=("Анна",))


def _workshop(**values: object) -> Project:
    return PROJECT.changed(workshop=Workshop(**values))


def test_what_is_written_down_twice_is_there_once() -> None:
    for record, item, where in (
        (record_decision, FREE, "decisions"),
        (record_rejected, THINKS, "rejected"),
        (record_note, LATER, "notes"),
        (record_meeting, MET, "meetings"),
    ):
        once = record(PROJECT, item)  # type: ignore[arg-type]
        assert once == _workshop(**{where: (item,)})
        assert record(once, item) == once  # type: ignore[arg-type]


def test_what_is_decided_no_longer_waits() -> None:
    waiting = record_note(record_rejected(PROJECT, THINKS.changed(id="free")), LATER.changed(id="free"))
    assert waiting == _workshop(notes=(LATER.changed(id="free"),))
    assert record_rejected(waiting, THINKS.changed(id="free")) == _workshop(rejected=(THINKS.changed(id="free"),))
    assert record_decision(waiting, FREE) == _workshop(decisions=(FREE,))


def test_decisions_and_tasks_are_changed_and_taken_away() -> None:
    against = change_decision(_workshop(decisions=(FREE,)), "free", against="Пётр", review_on="2026-12-09")
    assert against == _workshop(decisions=(FREE.changed(against="Пётр", review_on="2026-12-09"),))
    told = change_rejected(_workshop(rejected=(THINKS,)), "thinks", why="Это надежда")
    assert told == _workshop(rejected=(THINKS.changed(why="Это надежда"),))
    task = Task(id="zapisat_nomera", text="Записать номера", who="Анна", due="2026-12-05")
    added = add_task(PROJECT, "Записать номера", who="Анна", due="2026-12-05")
    assert added == _workshop(tasks=(task,))
    assert change_task(added, task.id, done=True) == _workshop(tasks=(task.changed(done=True),))
    assert delete_task(added, task.id) == delete_note(_workshop(notes=(LATER,)), "later") == PROJECT


def test_two_writers_at_a_meeting_are_brought_together() -> None:
    mine, theirs = record_decision(PROJECT, FREE), add_task(record_note(PROJECT, LATER), "Записать номера")
    both = add_task(record_note(mine, LATER), "Записать номера")
    assert merged(PROJECT, mine, theirs) == both == merged(PROJECT, theirs, mine)
    base = record_decision(PROJECT, FREE)
    otherwise = (change_decision(base, "free", why=why) for why in ("Дорого", "Долго"))
    assert merged(base, *otherwise) is None


def test_what_earlier_programs_wrote_down_is_read() -> None:
    written = {
        "decisions": [{"id": "free", "text": "Замер платный", "why": "Едем далеко", "against": "", "review_on": ""}],
        "tasks": [{"id": "t", "text": "Записать номера", "who": "Анна", "due": "2026-12-05", "done": False}],
        "notes": [{"id": "later", "text": "Нужна ли воронка дилеров?", "path": ""}],
    }
    task = Task(id="t", text="Записать номера", who="Анна", due="2026-12-05")
    assert Project.model_validate({"workshop": written}) == Project(
        workshop=Workshop(decisions=(FREE,), tasks=(task,), notes=(LATER,))
    )
