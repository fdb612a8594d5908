"""Comments as a tab sees them: its owner all of them, a reader those of this browser."""

from __future__ import annotations

import secrets
from typing import TYPE_CHECKING

from wizard.model.edits.workshop import record_note
from wizard.model.project import Project
from wizard.model.workshop import Note
from wizard.storage.comment import Comment, CommentState, Remark
from wizard.storage.refused import DraftError
from wizard.ui import links
from wizard.ui.session import Session

if TYPE_CHECKING:
    from wizard.storage.comments import Comments


def known(session: Session) -> tuple[Comment, ...]:
    """Newest first; while the database is away, those seen last."""
    desk, draft = session.desk, session.keeping.draft if session.keeping else None
    if draft is None:
        return ()
    try:
        kept = _kept(session)
        desk.comments = kept.by(draft, desk.device) if draft.readonly else kept.of(draft)
    except DraftError:
        pass  # what stands in the way is told at the top of the page
    return desk.comments


def seen(session: Session) -> tuple[Comment, ...]:
    """Those looked at last, without asking for newer ones: for pages on which every click counts."""
    token = session.token or ""
    if session.desk.of != token:
        session.desk.of = token
        return known(session)
    return session.desk.comments


def leave(session: Session, *, pipeline: str, stage: str, text: str, name: str) -> bool:
    """Say something by the link that shows; whether it was taken, and if not, the reason is on the desk."""
    desk, draft = session.desk, session.keeping.draft if session.keeping else None
    if draft is None:
        return False
    try:
        _kept(session).leave(draft, desk.device, Remark(desk.key, pipeline, stage, text, name))
    except DraftError as error:
        desk.refused = error.message(session.tr)
        return False
    desk.refused, desk.key = "", secrets.token_hex(8)
    known(session)
    return True


def settle(session: Session, comment: Comment, state: CommentState) -> None:
    """Callback: say what became of a comment; one to come back to is put among the questions for later first."""
    draft = session.keeping.draft if session.keeping else None
    if draft is None or (state is CommentState.NOTED and not session.commit(noted, comment)):
        return
    try:
        _kept(session).settle(draft, comment.id, state)
    except DraftError as error:
        links.tell(session, error)
        return
    known(session)


def noted(project: Project, comment: Comment) -> Project:
    """An edit: a comment as a question for later; taken twice it is there once."""
    place = f"pipelines/{comment.pipeline}" + (f"/stages/{comment.stage}" if comment.stage else "")
    note = Note(id=f"comment-{comment.id}", text=comment.text, path=place, by=comment.name)
    return record_note(project, note)


def _kept(session: Session) -> Comments:
    from wizard.storage.comments import Comments  # noqa: PLC0415 - importing a database takes a quarter of a second

    if session.keeping is None:
        raise DraftError
    return Comments(session.keeping.connect().database)
