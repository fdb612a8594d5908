"""What stands on every paper: the company's name and logo, the date, the version; and when the funnels start."""

from __future__ import annotations

import datetime as dt
from functools import partial

import streamlit as st

from exports.logo import PNG
from wizard.ui import choosing, inputs, logos
from wizard.ui.components import folding, upload
from wizard.ui.plain import plain
from wizard.ui.session import Session


def fold(session: Session, *, today: dt.date) -> None:
    tr = session.tr
    with folding.fold(tr("export.letterhead"), name="export.letterhead", icon=":material/edit_document:") as is_open:
        if not is_open:
            return
        _company(session)
        with st.container(horizontal=True, vertical_alignment="top"):
            _days(session, today=today)
        _logo(session)


def _company(session: Session) -> None:
    """The name is that of the project, and is changed where it was given."""
    name = session.project.company.name
    tr = session.tr
    st.markdown(tr("export.company", name=plain(name)) if name else tr("export.no_company"))


def _days(session: Session, *, today: dt.date) -> None:
    tr, exporting = session.tr, session.exporting
    choose = partial(partial, setattr, exporting)
    choosing.day(tr("export.date"), exporting.day or today, name="export.date", choose=choose("day"), width=200)
    said = {"placeholder": "1.0", "max_chars": 40, "width": 200}
    choosing.line(tr("export.version"), exporting.version, name="export.version", choose=choose("version"), **said)
    choosing.day(tr("export.launch"), exporting.launch, name="export.launch", choose=choose("launch"), width=200)


def _logo(session: Session) -> None:
    tr, exporting = session.tr, session.exporting
    picture = exporting.logo
    if picture:
        with st.container(horizontal=True, vertical_alignment="center", key="export-logo"):
            st.image(picture if picture.startswith(PNG) else picture.decode(), width=160, alt=tr("export.logo"))
            inputs.action(
                tr("export.logo_drop"), key="export.logo_drop", type="tertiary", on_click=logos.drop, args=(session,)
            )
    if session.readonly:
        st.caption(tr("export.logo_readonly"))
        return
    name = inputs.key("export.logo", str(exporting.uploads))
    upload.place(tr("export.logo"), name=name, types=("png", "svg"), tr=tr, on_change=logos.take, args=(session, name))
    st.caption(tr("export.logo_note"))
    if exporting.refused:
        st.error(plain(exporting.refused.message(tr)), icon=":material/error:")
