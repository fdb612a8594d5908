"""Which project the browser's address names: opening it, putting it back, and what becomes of the link."""

from __future__ import annotations

import streamlit as st

from wizard.model.edits.project import replace_project
from wizard.model.merge import merged
from wizard.model.project import Project
from wizard.storage.draft import Draft
from wizard.storage.refused import DraftError, UnavailableError
from wizard.ui.session import Session

NAME = "p"


def follow(session: Session) -> None:
    """At the start of a run: open what the address names anew, else take in what somebody else has saved."""
    link, asked = session.link, st.query_params.get(NAME, "").strip()  # messengers add spaces
    again = isinstance(link.refused, UnavailableError) and not session.is_open
    if asked and (asked != link.seen or again) and asked not in (session.token, *link.former):
        _open(session, asked)
    else:
        session.keep()
        catch_up(session)
    link.seen = asked


def _open(session: Session, asked: str) -> None:
    if session.keeping is None or not session.may_leave():
        return
    session.link.refused = None
    try:
        opened = session.keeping.connect().opened(asked)
    except DraftError as error:
        if session.is_open and isinstance(error, UnavailableError):
            tell(session, error)
            return
        session.close()
        session.link.refused = error
        return
    session.adopt(opened)


def open_again(session: Session) -> bool:
    """Try once more to open what the address names; whether there is an answer now."""
    _open(session, session.link.seen)
    return session.is_open or not isinstance(session.link.refused, UnavailableError)


def catch_up(session: Session) -> None:
    if session.keeping and session.history:
        newer = session.keeping.refreshed(session.history)
        if newer:
            session.take_in(newer)
            session.notice = "notice.refreshed"


def tell(session: Session, error: DraftError) -> None:
    """Say once why something that was asked for could not be done."""
    away = isinstance(error, UnavailableError)
    session.notice = "notice.not_done" if away else error.message(session.tr)


def put_back(session: Session) -> None:
    """Put the project and the language into the address where they are not.

    Written from here it is one more entry in the browser's history. So a link that is new in this run is left to the
    page's own script, which replaces the entry; from the next run on this agrees with it.
    """
    link, said = session.link, st.query_params.to_dict()
    is_new = session.token not in (None, link.token)
    link.token = session.token
    if link.refused:
        return
    wanted = {name: value for name, value in said.items() if name not in ("lang", NAME)} | session.address
    if wanted != said and not is_new:
        st.query_params.from_dict(wanted)
        link.seen = wanted.get(NAME, "")


def leave(session: Session) -> None:
    """Close the project and forget what the address said; the next page drawn is Start."""
    session.close()
    session.link.refused = None


def renew(session: Session) -> None:
    """Give the project new links; this tab goes on with it."""
    keeping, draft = session.keeping, _draft(session)
    if keeping and draft:
        try:
            keeping.draft = keeping.connect().renew(draft)
        except DraftError as error:
            tell(session, error)
            return
        session.link.former = (*session.link.former, draft.token, draft.view_token)
        session.notice = "notice.renewed"


def delete(session: Session) -> bool:
    """Delete the project and all its revisions and close it; False when that cannot be done now."""
    keeping, draft = session.keeping, _draft(session)
    if keeping is None or draft is None:
        return False
    try:
        keeping.connect().delete(draft)
    except DraftError as error:
        tell(session, error)
        return False
    session.link.former = (*session.link.former, draft.token, draft.view_token)
    leave(session)
    session.notice = "notice.deleted"
    return True


def copy(session: Session) -> None:
    """Go on with the project as it stands here, kept as another one."""
    mine = session.project
    if session.keeping:
        session.keeping = session.keeping.anew()
    session.begin(mine)


def show_theirs(session: Session) -> None:
    """Leave the change that was not saved, for the newer state."""
    if session.keeping and session.keeping.newer:
        session.take_in(session.keeping.newer)


def both(session: Session) -> Project | None:
    """This tab's change and the newer state together; None when they touch the same thing."""
    keeping = session.keeping
    if keeping is None or keeping.newer is None or keeping.draft is None:
        return None
    return merged(keeping.draft.saved, session.project, keeping.newer.project)


def merge(session: Session) -> None:
    """Take both."""
    together = both(session)
    if together and session.keeping and session.keeping.newer:
        session.take_in(session.keeping.newer)
        session.commit(replace_project, together)


def restore(session: Session, number: int) -> None:
    """Go on from a version that was saved, as a new one."""
    if session.keeping is None:
        return
    try:
        project = session.keeping.load(number)
    except DraftError as error:
        tell(session, error)
        return
    now = session.project
    if session.commit(replace_project, project.changed(started=now.started, ready=now.ready)):
        session.notice = "notice.restored"


def _draft(session: Session) -> Draft | None:
    return session.keeping.draft if session.keeping and not session.readonly else None
