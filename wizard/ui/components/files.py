"""A file to take away: what it is for, a look at it, and the buttons that make it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

import streamlit as st

import exports
from exports.exporter import Exporter, Options, file_name
from exports.press import Job
from wizard.ui import inputs, pressing
from wizard.ui.components import making, preview
from wizard.ui.plain import safe
from wizard.ui.session import Session


@dataclass(frozen=True)
class Offer:
    """A document as it is offered: its formats with the word on the button of each; the first can be looked at."""

    id: str
    title: str
    what: str
    formats: tuple[tuple[str, str], ...]
    main: bool = False
    looks: bool = False


def show(session: Session, offer: Offer, options: Options, *, place: str = "export") -> None:
    spot = inputs.key(place, offer.id)
    with st.container(border=True, gap="small", key=inputs.key("card-file", spot)):
        _row(session, offer, options, place=place)
        if offer.looks and session.exporting.looked_at == offer.id:
            job = session.exporting.job(offer.formats[0][0], session.project, options, preview=True)
            preview.show(session, job, title=offer.title, place=inputs.key(spot, "look"))


# A run of the whole page lets go of files yet to be made, and a run that ends elsewhere meanwhile takes them away:
# the browser, which asks for its file after the click, would be told that there is none.
@st.fragment
def _row(session: Session, offer: Offer, options: Options, *, place: str) -> None:
    """What the file is for, and its buttons or how far it is; a click draws this again and nothing else."""
    spot = inputs.key(place, offer.id)
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        st.html(f'<p class="v-said"><b>{safe(offer.title)}</b></p><p class="v-said v-over">{safe(offer.what)}</p>')
        if not making.follow(session, spot):
            if offer.looks:
                _look_button(session, offer, place)
            for wanted, label in offer.formats:
                _take_button(session, exports.exporter(wanted), options, label=label, spot=spot, main=offer.main)
    making.trouble(session, spot)


def _look_button(session: Session, offer: Offer, place: str) -> None:
    tr = session.tr
    is_open = session.exporting.looked_at == offer.id
    pressed = st.button(
        tr("export.hide" if is_open else "export.look"),
        key=inputs.key(place, offer.id, "look"),
        type="tertiary",
        icon=":material/visibility_off:" if is_open else ":material/visibility:",
        on_click=_look,
        args=(session, place, "" if is_open else offer.id),
    )
    if pressed:
        st.rerun()  # other documents show their look too


def _look(session: Session, place: str, wanted: str) -> None:
    """Callback: what was looked at until now is not made any more."""
    preview.close(session, inputs.key(place, session.exporting.looked_at, "look"))
    session.exporting.look_at(wanted)


def _take_button(session: Session, exporter: Exporter, options: Options, *, label: str, spot: str, main: bool) -> None:
    job = session.exporting.job(exporter.id, session.project, options)
    data = partial(exporter.render, session.project, options) if exporter.light else pressing.file(session, job)
    at_hand = exporter.light or isinstance(data, bytes)
    st.download_button(
        label,
        data=data,
        file_name=file_name(session.project, exporter),
        mime=exporter.media_type,
        key=inputs.key(spot.partition(".")[0], exporter.id),
        on_click="ignore" if at_hand else partial(_ask, session, spot, job),
        type="primary" if main else "secondary",
        icon=":material/download:",
    )


def _ask(session: Session, spot: str, job: Job) -> None:
    """Callback: so that the page tells how far it is."""
    pressing.ask(session, spot, job)
