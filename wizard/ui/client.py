"""The page of a client who answers before the meeting: opened by a link of its own, it knows nothing of the project."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import streamlit as st

from wizard.storage.questionnaire import Form
from wizard.storage.refused import DraftError, UnavailableError
from wizard.ui import frame, style
from wizard.ui.browser.page import Screen, follow
from wizard.ui.components import client_questions
from wizard.ui.plain import safe
from wizard.ui.session import Session

if TYPE_CHECKING:
    from wizard.storage.questionnaires import Questionnaires

NAME = "q"
RETRY = 3.0  # seconds between two attempts


def asked() -> str | None:
    """The secret in the address, if that is the link of a questionnaire."""
    found: str | None = st.query_params.get(NAME)
    return found.strip() if found is not None else None


def run(session: Session, token: str) -> None:
    """Draw the page; whatever else the address says opens nothing."""
    tr = session.tr
    st.set_page_config(
        page_title=f"{tr('client.title')} \u00b7 {tr('frame.product')}", initial_sidebar_state="collapsed"
    )
    style.apply()
    follow(
        language=session.language,
        token=None,
        readonly=False,
        name="",
        screen=Screen("client"),
    )
    _top(session)
    try:
        sheet = _kept(session, token)
    except UnavailableError:
        _away(session)
        return
    except DraftError as error:
        st.warning(error.message(tr), icon=":material/link_off:")
        return
    with st.container(key="client"):
        if sheet.sent_at:
            client_questions.sent(session, sheet)
        else:
            client_questions.ask(session, sheet, Filling(session, token))
    if session.notice:
        st.toast(tr(session.notice))
        session.notice = ""


class Filling:
    """What a client does with a questionnaire; what cannot be kept now is kept as soon as it can."""

    def __init__(self, session: Session, token: str) -> None:
        self.session, self.token = session, token

    def answer(self, name: str, value: Any) -> None:
        """Callback of a question: keep its answer."""
        desk = self.session.desk
        desk.unsaved[name] = value
        desk.refused = ""
        self.save()

    def save(self) -> bool:
        """Keep what is not kept yet; whether all of it is."""
        desk = self.session.desk
        for name, value in list(desk.unsaved.items()):
            try:
                sheets(self.session).answer(self.token, **{name: value})
            except UnavailableError:
                return False
            except DraftError as error:
                self._refused(name, value, error)
            else:
                self.session.drafts.pop(name, None)
            del desk.unsaved[name]
        return True

    def _refused(self, name: str, value: Any, error: DraftError) -> None:
        """An answer that is none stays in its box with the reason below; anything else is about the whole sheet."""
        if error.key == client_questions.WRONG:
            self.session.drafts[name] = value
        else:
            self.session.desk.refused = error.message(self.session.tr)

    def send(self) -> None:
        """Callback: all is answered."""
        if not self.save():
            return
        if self.session.drafts:
            self.session.desk.refused = self.session.tr("client.refused.unkept")
            return
        try:
            sheets(self.session).send(self.token)
        except DraftError as error:
            self.session.desk.refused = error.message(self.session.tr)


def sheets(session: Session) -> Questionnaires:
    # Importing a database takes a quarter of a second.
    from wizard.storage.questionnaires import Questionnaires  # noqa: PLC0415

    if session.keeping is None:
        raise UnavailableError
    return Questionnaires(session.keeping.connect().database)


def _kept(session: Session, token: str) -> Form:
    """The answers as they stand, with those of this tab that wait to be kept."""
    if session.desk.unsaved:
        Filling(session, token).save()
    return sheets(session).read(token)


def _top(session: Session) -> None:
    with st.container(key="top", horizontal=True, vertical_alignment="center"):
        st.html(f'<p class="v-over">{safe(session.tr("frame.product"))}</p>', width="content")
        frame.language_buttons(session, _speak)


def _speak(session: Session, language: str) -> None:
    session.language = language
    st.query_params["lang"] = language


@st.fragment(run_every=RETRY)
def _away(session: Session) -> None:
    """The database does not answer: say so, and go on as soon as it does."""
    st.error(session.tr("client.away"), icon=":material/cloud_off:")
    try:
        if session.keeping:
            session.keeping.connect().database.answers()
            st.rerun()
    except DraftError:
        pass
