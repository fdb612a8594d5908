"""How long saving an edit takes: a project of 200 KB, after each edit, in a database of its own."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.project import project
from tests import postgresql
from wizard.model.edits.pipelines import duplicate_pipeline
from wizard.model.edits.stages import StageRef, change_stage
from wizard.model.history import History
from wizard.model.project import Project
from wizard.storage.database import Database, address
from wizard.storage.drafts import Drafts

SIZE = 200_000  # bytes of JSON before they are compressed
# Where the wizard's own drafts are: a temporary directory may be in memory, where nothing waits for a disk.
_DATA = Path(__file__).parents[1] / "data"


def saves(database: str, times: int) -> list[float]:
    """Seconds from an edit's project to its revision, one after another; there are 200 revisions from the start."""
    with _database(database) as settings, closing(Database(address(settings))) as kept:
        drafts, history = Drafts(kept), History(_big())
        opened = drafts.create(history)
        draft, history = opened.draft, opened.history
        pipeline = history.present.pipelines[0]
        at, taken = StageRef(pipeline.id, pipeline.stages[0].id), []
        for number in range(200 + times):
            history = history.commit(change_stage(history.present, at, name=f"Stage {number}"))
            began = time.perf_counter()
            draft, history = drafts.save(draft, history)
            taken.append(time.perf_counter() - began)
        return taken[200:]


@contextmanager
def _database(kind: str) -> Iterator[dict[str, str]]:
    if kind == "sqlite":
        _DATA.mkdir(exist_ok=True)
        with TemporaryDirectory(dir=_DATA) as folder:
            yield {"VORONKA_DATA": folder}
    else:
        with postgresql.cluster() as server:
            yield {"VORONKA_DATABASE_URL": server.url}


@cache
def _big() -> Project:
    """Funnels are copied until the project is as big as wanted."""
    found = project()
    for number, pipeline in enumerate(found.pipelines * 4):
        if len(found.model_dump_json(exclude_defaults=True).encode()) >= SIZE:
            break
        found = duplicate_pipeline(found, pipeline.id, name=f"Copy {number}")
    return found
