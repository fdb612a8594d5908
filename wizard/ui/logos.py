"""The company's logo: kept with the draft, in this tab only where the project is kept nowhere."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from exports.logo import read_logo
from wizard.storage.errors import FileError
from wizard.storage.refused import DraftError
from wizard.ui import inputs
from wizard.ui.session import Session

if TYPE_CHECKING:
    from wizard.storage.attachments import Attachments

LOGO = "logo"


def logo(session: Session) -> bytes:
    """The one of the project; while the database is away, the one seen last."""
    exporting, keeping = session.exporting, session.keeping
    if keeping and keeping.draft:
        with suppress(DraftError):  # what stands in the way is told at the top of the page
            exporting.logo = _attachments(session).load(keeping.draft, LOGO)
    return exporting.logo


def take(session: Session, widget: str) -> None:
    """Callback of the uploader."""
    uploaded = inputs.typed(widget)
    if uploaded is None:
        return
    session.exporting.uploads += 1  # the next uploader is empty
    try:
        _keep(session, read_logo(uploaded.getvalue()))
    except (FileError, DraftError) as error:
        session.exporting.refused = error


def drop(session: Session) -> None:
    """Callback: papers without a logo."""
    try:
        _keep(session, b"")
    except DraftError as error:
        session.exporting.refused = error


def _keep(session: Session, picture: bytes) -> None:
    session.exporting.refused = None
    if session.keeping and session.keeping.draft:
        _attachments(session).keep(session.keeping.draft, LOGO, picture)
    session.exporting.logo = picture


def _attachments(session: Session) -> Attachments:
    # Importing a database takes a quarter of a second, and this page can be drawn without.
    from wizard.storage.attachments import Attachments  # noqa: PLC0415

    if session.keeping is None:
        raise LookupError("nothing is kept")
    return Attachments(session.keeping.connect().database)
