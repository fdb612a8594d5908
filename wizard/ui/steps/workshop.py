"""The live workshop: opening it, the ways to it for phones and the projector, and what was decided."""

from __future__ import annotations

import streamlit as st

from wizard.storage.refused import DraftError
from wizard.ui import clock, frame, links, logos
from wizard.ui.browser import link as browser_link
from wizard.ui.components import files, folding, minutes, offers
from wizard.ui.plain import safe
from wizard.ui.session import Session
from wizard.ui.workshop import address, leading
from wizard.workshop import Host
from wizard.workshop.addresses import Reach
from wizard.workshop.firewall import firewall_help

ID = "workshop"
NEEDS_PROJECT = True
_HOW = ("workshop.how.phones", "workshop.how.room", "workshop.how.safe")


def render(session: Session) -> None:
    frame.title(session, ID)
    host = leading.host(session)
    if session.readonly:
        st.info(session.tr("workshop.readonly"))
        minutes.render(session)
    elif session.keeping is None or session.keeping.draft is None:
        st.info(session.tr("workshop.not_kept"))
    elif host is None:
        _begin(session)
    else:
        _going(session, host)


def _begin(session: Session) -> None:
    tr = session.tr
    st.html(f'<ul class="v-lead">{"".join(f"<li>{safe(tr(how))}</li>" for how in _HOW)}</ul>')
    if st.button(tr("workshop.open"), key="workshop.open", type="primary", icon=":material/groups:"):
        _open(session)
    frame.link(session, "hub", label=tr("frame.all_steps"), icon=":material/list:")


def _open(session: Session) -> None:
    try:
        leading.opened(session)
    except DraftError as error:
        links.tell(session, error)
    st.rerun()


def _going(session: Session, host: Host) -> None:
    tr = session.tr
    left, right = st.columns([4, 5], gap="large")
    with left:
        if host.look().workshop.open:
            _ways(session, host)
        else:
            st.info(tr("workshop.closed"), icon=":material/lock:")
            if st.button(tr("workshop.anew"), key="workshop.anew"):
                _open(session)
    with right:
        minutes.render(session)
        frame.go(session, "hub", label=tr("workshop.to_steps"), primary=True, key="workshop.steps")
    _protocol(session)


def _protocol(session: Session) -> None:
    """The paper of the meeting, once there is something in it."""
    held = session.project.workshop
    if session.project.pipelines and (held.decisions or held.rejected or held.tasks or held.notes):
        options = session.exporting.options(session.project, today=clock.today(), logo=logos.logo(session))
        files.show(session, offers.on_request("protocol", session.tr), options, place=ID)


def _ways(session: Session, host: Host) -> None:
    """The code, the link, the projector, and what to do when phones do not get through."""
    tr, found = session.tr, address.found()
    if found.trouble:
        st.warning(tr(found.trouble), icon=":material/wifi_off:")
        return
    chosen = _chosen(session, found)
    usual = session.project.company.language
    link = address.of_phones(chosen, host.token, language=session.language, usual=usual)
    typed = "".join(f"<span>{safe(part)}</span>" for part in address.typed(link))
    with st.container(border=True, key="workshop-code", gap="small"):
        st.html(f'<img class="v-code" src="{address.qr(link)}" alt="{safe(tr("workshop.scan"))}">')
        st.html(f'<p class="v-typed" translate="no">{typed}</p>')
        browser_link.copied_text(link, label=tr("workshop.join"), tr=tr, key="workshop.link")
        wall = address.of_wall(chosen, host.token, session.language)
        st.link_button(tr("workshop.wall_link"), wall, icon=":material/present_to_all:")
    if not found.hosted:
        _help(session)


def _chosen(session: Session, found: Reach) -> str:
    addresses = list(found.addresses)
    if len(addresses) == 1:
        return addresses[0]
    return str(
        st.selectbox(
            session.tr("workshop.which"),
            addresses,
            key="workshop.which",
            format_func=lambda each: str(each).partition("://")[2],
        )
    )


def _help(session: Session) -> None:
    tr, port = session.tr, st.get_option("server.port")
    with folding.fold(tr("workshop.help"), name="workshop.help", icon=":material/help:") as is_open:
        for said in firewall_help() if is_open else ():
            st.markdown(tr(said, port=port))
