"""Templates of one's own as a tab has them: kept with the project, in this tab only while none is open."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from wizard.catalog.shelf import Shelf
from wizard.shelf.reading import must_be_few, read, written
from wizard.storage.draft import Draft
from wizard.storage.errors import FileError
from wizard.storage.refused import DraftError
from wizard.ui.session import Session

if TYPE_CHECKING:
    from wizard.storage.attachments import Attachments

NAME = "templates"


def shelf(session: Session) -> Shelf:
    """Those of the open project, read once; else those this tab had last, for the project that is started next."""
    desk, draft = session.desk, session.keeping.draft if session.keeping else None
    if draft and desk.shelf_of != draft.id:
        # It is asked again on the next page; a template that an older program took is no reason to stop.
        with suppress(DraftError, FileError):
            desk.shelf, desk.shelf_of = of(session, draft), draft.id
    return desk.shelf


def of(session: Session, draft: Draft) -> Shelf:
    """Those kept with a draft."""
    content = _attachments(session).load(draft, NAME)
    return read(content) if content else Shelf()


def keep(session: Session, wanted: Shelf) -> None:
    """Keep these in place of those before; `FileError` and `DraftError` say why they are not."""
    must_be_few(wanted)
    draft = session.keeping.draft if session.keeping else None
    if draft:
        _attachments(session).keep(draft, NAME, written(wanted))
    session.desk.shelf, session.desk.shelf_of = wanted, draft.id if draft else None


def carry_on(session: Session, carried: Shelf) -> None:
    """Keep with a project that was just started what it was started from."""
    if carried.is_empty:
        return
    try:
        keep(session, carried)
    except (DraftError, FileError) as error:
        session.desk.refused = error.message(session.tr)


def _attachments(session: Session) -> Attachments:
    from wizard.storage.attachments import Attachments  # noqa: PLC0415 - importing a database takes a quarter of a second

    if session.keeping is None:
        raise DraftError
    return Attachments(session.keeping.connect().database)
