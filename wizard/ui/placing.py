"""How far the reader of a tab is, to be found again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wizard.model.diagnosis import Diagnosis
from wizard.model.project import Company
from wizard.storage.place import Place

if TYPE_CHECKING:
    from wizard.ui.session import Session


def place_of(session: Session) -> Place:
    asking = session.asking
    return Place(
        started=session.project.started,
        ready=session.project.ready,
        pipeline=session.chosen.get("pipeline", ""),
        asking=asking,
        question=session.question if asking else 0,
        company=session.company if asking else Company(),
        answers=session.answers if asking else Diagnosis(),
    )
