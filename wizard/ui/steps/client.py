"""The client's questionnaire for its owner: a link to send, and the answers to compare and take in."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Literal

import streamlit as st

from wizard.audit import readers
from wizard.i18n.translator import Translator
from wizard.model.questionnaire import ClientAnswers
from wizard.storage.draft import Draft
from wizard.storage.errors import FileError
from wizard.storage.questionnaire import FormState, Questionnaire
from wizard.storage.refused import DraftError
from wizard.ui import answers, frame, inputs, links
from wizard.ui.audited import audited
from wizard.ui.browser import link
from wizard.ui.client import NAME, sheets
from wizard.ui.clock import local
from wizard.ui.components import diagnosis, folding
from wizard.ui.plain import safe
from wizard.ui.session import Session
from wizard.ui.style import Colour

if TYPE_CHECKING:
    from wizard.storage.questionnaires import Questionnaires

ID = "client"
NEEDS_PROJECT = True

_BADGES: dict[FormState, tuple[Colour, str]] = {
    FormState.WAITING: ("gray", ":material/schedule:"),
    FormState.STARTED: ("blue", ":material/edit:"),
    FormState.SENT: ("green", ":material/mark_email_read:"),
    FormState.TAKEN: ("gray", ":material/check_circle:"),
    FormState.CLOSED: ("gray", ":material/link_off:"),
}


def render(session: Session) -> None:
    tr, draft = session.tr, session.keeping.draft if session.keeping else None
    frame.title(session, ID)
    if draft is None or session.readonly:
        st.info(tr("client.readonly" if session.readonly else "client.not_kept"))
        return
    try:
        known = sheets(session).of(draft)
    except DraftError as error:
        st.error(error.message(tr), icon=":material/cloud_off:")
        return
    # Once there is a link, the way on is to send it, then to take the answers.
    kind: Literal["primary", "secondary"] = "secondary" if known else "primary"
    st.button(
        tr("client.make"),
        key="client.make",
        type=kind,
        icon=":material/add_link:",
        on_click=_act,
        args=(session, lambda kept, draft: kept.make(draft)),
    )
    if not known:
        st.caption(tr("client.none"))
    for each in known:
        _card(session, each)
    with st.container(horizontal=True, vertical_alignment="center", key="foot"):
        frame.link(session, "hub", label=tr("frame.all_steps"), icon=":material/list:")


def _card(session: Session, sheet: Questionnaire) -> None:
    tr, name = session.tr, inputs.key("client", str(sheet.id))
    with st.container(border=True, gap="small", key=inputs.key("card", name)):
        with st.container(horizontal=True, vertical_alignment="center", horizontal_alignment="distribute"):
            st.markdown(tr("client.made", when=tr.date(local(sheet.made_at).date())))
            colour, icon = _BADGES[sheet.state]
            st.badge(state(sheet, tr), color=colour, icon=icon)
        if sheet.state in (FormState.WAITING, FormState.STARTED):
            link.copied(token=sheet.token, tr=tr, key=f"{name}.link", name=NAME, label=tr("client.link"))
        if sheet.sent_at:
            _compared(session, sheet.answers)
            _taking(session, sheet, name)
        with st.container(horizontal=True, vertical_alignment="center"):
            if sheet.state in (FormState.WAITING, FormState.STARTED):
                st.button(
                    tr("client.withdraw"),
                    key=f"{name}.withdraw",
                    icon=":material/link_off:",
                    on_click=_act,
                    args=(session, lambda kept, draft: kept.withdraw(draft, sheet.id)),
                )
            with folding.menu(tr("client.forget"), name=f"{name}.forget_menu", quiet=True) as is_open:
                if is_open:
                    st.markdown(tr("client.forget_note"))
                    st.button(
                        tr("client.forget"),
                        key=f"{name}.forget",
                        on_click=_act,
                        args=(session, lambda kept, draft: kept.forget(draft, sheet.id), f"{name}.forget_menu"),
                    )


def state(sheet: Questionnaire, tr: Translator) -> str:
    """How far it is, in words."""
    moment = sheet.taken_at or sheet.sent_at or sheet.changed_at
    when = tr.date(local(moment).date()) if moment else ""
    return tr(f"client.state.{sheet.state}", when=when, n=len(sheet.answers.told()), of=len(answers.ASKED))


def _compared(session: Session, given: ClientAnswers) -> None:
    """What was answered beside what the project says; where they differ is said, not only coloured."""
    tr, present = session.tr, answers.of_project(session.project)
    rows = []
    for name in (each for each in answers.ASKED if answers.in_words(given, each, tr)):
        said, known = answers.in_words(given, name, tr), answers.in_words(present, name, tr)
        held = known or (tr("client.noted") if answers.is_noted(session.project, given, name) else "\u2014")
        differs = f' <small class="v-differs">{safe(tr("client.differs"))}</small>' if known and known != said else ""
        cells = (safe(answers.question(name, tr)), safe(said) + differs, safe(held))
        rows.append("".join(f"<td>{cell}</td>" for cell in cells))
    heads = "".join(f"<th>{safe(tr(f'client.col.{each}'))}</th>" for each in ("question", "answer", "project"))
    body = "".join(f"<tr>{row}</tr>" for row in rows)
    by = f'<p class="v-over">{safe(given.by)}</p>' if given.by else ""
    st.html(f'{by}<table class="v-pairs"><thead><tr>{heads}</tr></thead><tbody>{body}</tbody></table>')


def _taking(session: Session, sheet: Questionnaire, name: str) -> None:
    tr, again = session.tr, sheet.state is FormState.TAKEN
    with st.container(horizontal=True, vertical_alignment="center"):
        inputs.action(
            tr("client.take_again" if again else "client.take"),
            key=f"{name}.take",
            type="secondary" if again else "primary",
            icon=":material/move_to_inbox:",
            on_click=_take,
            args=(session, sheet),
        )
        if sheet.answers.stages and st.button(
            tr("client.audit"),
            key=f"{name}.audit",
            icon=":material/fact_check:",
            on_click=_audit,
            args=(session, sheet),
        ):
            frame.turn_to(session, "audit")
    if not again:
        st.caption(tr("client.take_note"))


def _act(session: Session, what: Callable[[Questionnaires, Draft], object], menu: str = "") -> None:
    """Callback of a button that changes a questionnaire; the menu it stands in is closed."""
    if menu:
        inputs.close(menu)
    if session.keeping and session.keeping.draft:
        try:
            what(sheets(session), session.keeping.draft)
        except DraftError as error:
            links.tell(session, error)


def _take(session: Session, sheet: Questionnaire) -> None:
    """Callback: one edit; a project without funnels goes on with what they recommend."""
    if not session.commit(answers.taken, sheet.answers):
        return
    session.notice = "client.taken"
    if not session.project.pipelines:
        session.company, session.answers = session.project.company, session.project.diagnosis
        session.question, session.asking = diagnosis.TOTAL, True
        session.keep()
    _act(session, lambda kept, draft: kept.taken(draft, sheet.id))


def _audit(session: Session, sheet: Questionnaire) -> None:
    """Callback: the pasted stages, judged as on the audit's page."""
    inputs.fill("audit.text", sheet.answers.stages)
    data = sheet.answers.stages.encode("utf-8", "ignore")
    try:
        session.audited = audited(readers.read("", data), currency=session.project.company.currency)
    except FileError as error:
        session.audited = error
