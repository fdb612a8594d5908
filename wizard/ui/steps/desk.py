"""The desk: projects opened in this browser, a new one modelled on an earlier one, templates of one's own."""

from __future__ import annotations

import re
from typing import Any

import streamlit as st

from wizard.catalog.shelf import Shelf
from wizard.model.edits.anew import as_model
from wizard.model.project import Project
from wizard.storage.errors import FileError
from wizard.storage.project_file import load
from wizard.storage.refused import DraftError
from wizard.ui import choosing, frame, inputs, shelves
from wizard.ui.browser import recent
from wizard.ui.components import own_templates, upload
from wizard.ui.plain import plain
from wizard.ui.session import Session

ID = "desk"
NEEDS_PROJECT = False

# A secret by itself, or in the address a link was copied with.
_TOKEN = re.compile(r"(?:^|[?&]p=)([A-Za-z0-9_-]{32})(?=&|#|$)")


def render(session: Session) -> None:
    frame.title(session, ID)
    chosen = recent.desk(tr=session.tr)
    if chosen:
        session.desk.model, session.desk.model_name = chosen
    with st.container(border=True, gap="small", key="card-new"):
        _new(session)
    own_templates.show(session)
    with st.container(horizontal=True, vertical_alignment="center", key="foot"):
        label = session.tr("frame.all_steps" if session.is_open else "audit.to_start")
        frame.link(session, "hub", label=label, icon=":material/list:" if session.is_open else ":material/home:")


def _new(session: Session) -> None:
    tr = session.tr
    st.subheader(tr("desk.new"), anchor=False)
    st.caption(tr("desk.new_note"))
    uploaded = _model(session)
    st.text_input(tr("desk.client"), key="desk.client", max_chars=200, width=480)
    if not st.button(tr("desk.create"), key="desk.create", type="primary"):
        return
    try:
        model, carried = (load(uploaded.getvalue()), Shelf()) if uploaded else _linked(session)
    except (FileError, DraftError) as error:
        st.error(plain(error.message(tr)), icon=":material/error:")
        return
    _begin(session, model, carried)


def _model(session: Session) -> Any:
    """The project chosen from the list, or where to name another; the file of one, if there is one."""
    tr, desk = session.tr, session.desk
    if desk.model_name:
        st.info(plain(tr("desk.chosen", name=desk.model_name)), icon=":material/content_copy:")
        st.button(tr("desk.other"), key="desk.other", type="tertiary", on_click=_choose, args=(session, ""))
        return None
    choosing.line(tr("desk.link"), desk.model, name="desk.model", choose=lambda said: _choose(session, said))
    return upload.place(tr("desk.file"), name="desk.file", types=("yaml", "yml"), tr=tr)


def _choose(session: Session, said: str) -> None:
    session.desk.model, session.desk.model_name = said.strip(), ""


def _linked(session: Session) -> tuple[Project, Shelf]:
    """The project a link leads to, and the templates kept with it; `DraftError` where it leads nowhere."""
    found = _TOKEN.search(session.desk.model)
    if found is None or session.keeping is None:
        raise DraftError("desk.no_model")
    opened = session.keeping.connect().opened(found[1])
    return opened.project, shelves.of(session, opened.draft)


def _begin(session: Session, model: Project, carried: Shelf) -> None:
    company = str(inputs.typed("desk.client", "") or "").strip()
    carried = shelves.shelf(session).with_(carried)
    if session.begin(as_model(model, company=company)):
        shelves.carry_on(session, carried)
        _choose(session, "")
        frame.turn_to(session, "hub")
