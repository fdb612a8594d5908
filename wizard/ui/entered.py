"""How the last entry of a kept project stands, told without what speaks HTTP: for pages everybody sees."""

from __future__ import annotations

from wizard.storage.refused import DraftError
from wizard.storage.run import State
from wizard.ui.session import Session


def state(session: Session) -> State | None:
    """None where nothing was entered from this project, or where that cannot be said now."""
    keeping = session.keeping
    if keeping is None or keeping.draft is None:
        return None
    from wizard.storage.runs import Runs  # noqa: PLC0415 - importing a database takes a quarter of a second

    try:
        run = Runs(keeping.connect().database).latest(keeping.draft)
    except DraftError:
        return None
    return run.state if run else None
