"""A small room of raw clients: every proposal and vote that was confirmed is kept once, and the host sees them."""

from __future__ import annotations

from pathlib import Path

from benchmarks.load import workshop
from benchmarks.load.room import Room


def test_what_phones_were_told_is_what_is_kept(tmp_path: Path) -> None:
    database = f"sqlite:///{tmp_path / 'drafts.sqlite3'}"
    told, wrong = workshop.turn(database, Room(phones=4, seconds=5.0, every=1.0), servers=1)
    assert wrong == []
    assert len(told.proposed) >= 4
    assert told.votes
    assert len(told.late) == len(told.proposed)
