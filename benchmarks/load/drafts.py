"""The projects that are loaded: made before, each with a link of its own, and looked at again afterwards."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager

from benchmarks.project import project
from wizard.model.edits.stages import StageRef, change_stage
from wizard.model.history import LIMIT, History
from wizard.model.project import Project
from wizard.storage.database import Database, address
from wizard.storage.drafts import Drafts


@contextmanager
def drafts(database: str) -> Iterator[Drafts]:
    """The drafts of a database that is named as an operator names it."""
    opened = Database(address({**os.environ, "VORONKA_DATABASE_URL": database}))
    try:
        yield Drafts(opened)
    finally:
        opened.close()


def prepare(database: str, count: int, *, edits: int = 0, of: Project | None = None) -> tuple[str, ...]:
    """The links of as many projects, the fixed one or another, every one with a history of as many edits."""
    history = _history(of or project(), edits)
    with drafts(database) as made:
        return tuple(made.create(history).token for _ in range(count))


def lost(database: str, tokens: Sequence[str], acknowledged: Mapping[int, Sequence[str]]) -> list[str]:
    """Edits that were confirmed to a client, by its number, and are not in the database.

    The last one must be what stands there now; of the others only the latest are kept for ever long.
    """
    missing: list[str] = []
    with drafts(database) as kept:
        for number, names in acknowledged.items():
            opened = kept.opened(tokens[number])
            if names and _name(opened.project) != names[-1]:
                missing.append(f"{names[-1]} is not what stands there")
            found = {_name(kept.load(opened.draft, state.number)) for state in kept.revisions(opened.draft)}
            missing += [name for name in names[-LIMIT + 1 :] if name not in found]
    return missing


def _history(begun: Project, edits: int) -> History:
    history = History(begun)
    at = _first_stage(history.present)
    for edit in range(edits):
        history = history.commit(change_stage(history.present, at, name=f"Stage {edit}"))
    return history


def _first_stage(found: Project) -> StageRef:
    """The stage that a project's stage step opens with."""
    pipeline = found.main_sale()
    if pipeline is None:
        raise LookupError("the project has no funnel that sells")
    return StageRef(pipeline.id, pipeline.stages[0].id)


def _name(found: Project) -> str:
    at = _first_stage(found)
    return found.pipeline(at.pipeline).stage(at.stage).name
