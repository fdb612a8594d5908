"""Templates of one's own on the desk: what there is, adding from a file, taking away, samples to begin with."""

from __future__ import annotations

from functools import partial

import streamlit as st

from wizard.catalog import reader
from wizard.catalog.templates import FunnelTemplate, Industry
from wizard.model.project import Language
from wizard.shelf.reading import read, written
from wizard.storage.errors import FileError
from wizard.storage.refused import DraftError
from wizard.ui import inputs, shelves
from wizard.ui.components import upload
from wizard.ui.plain import plain
from wizard.ui.session import Session

_SAMPLES = (("funnel", "funnels/refusal_warming.yaml"), ("industry", "industries/furniture.yaml"))


def show(session: Session) -> None:
    tr, own = session.tr, shelves.shelf(session)
    with st.container(border=True, gap="small", key="card-templates"):
        st.subheader(tr("desk.templates"), anchor=False)
        st.caption(tr("desk.templates_note"))
        if not session.is_open and not own.is_empty:
            st.info(tr("desk.templates_tab"), icon=":material/tab:")
        for funnel in own.own_funnels:
            _row(session, funnel, kind="funnel")
        for industry in own.own_industries:
            _row(session, industry, kind="industry")
        if not session.readonly:
            _adding(session)
        _files(session)


def _row(session: Session, template: FunnelTemplate | Industry, *, kind: str) -> None:
    tr = session.tr
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        st.markdown(f"**{plain(template.name.in_(Language(session.language)))}**", width="content")
        st.badge(f"{tr(f'desk.{kind}')}, {tr('desk.own')}", color="violet", icon=":material/bookmark:")
        inputs.action(
            tr("desk.remove"),
            key=inputs.key("desk", "remove", template.id),
            type="tertiary",
            on_click=_remove,
            args=(session, template.id),
        )


def _adding(session: Session) -> None:
    tr = session.tr
    uploaded = upload.place(tr("desk.upload"), name=f"desk.upload.{session.desk.uploads}", types=("yaml", "yml"), tr=tr)
    if uploaded:
        st.button(
            tr("desk.add", name=plain(uploaded.name)),
            key="desk.add",
            on_click=_add,
            args=(session, uploaded.getvalue()),
        )
    if session.desk.refused:
        st.error(plain(session.desk.refused), icon=":material/error:")


def _files(session: Session) -> None:
    tr, own = session.tr, shelves.shelf(session)
    with st.container(horizontal=True, vertical_alignment="center"):
        if not own.is_empty:
            _file(tr("desk.take_away"), "templates.yaml", "desk.take_away", partial(written, own))
        for kind, path in _SAMPLES:
            _file(tr(f"desk.sample.{kind}"), f"sample-{kind}.yaml", f"desk.sample.{kind}", partial(_sample, path))


def _file(label: str, name: str, key: str, data: partial[bytes]) -> None:
    st.download_button(
        label,
        data=data,
        file_name=name,
        mime="application/yaml",
        key=key,
        on_click="ignore",
        icon=":material/download:",
    )


def _sample(path: str) -> bytes:
    """A shipped template under an id that is free."""
    text = (reader.TEMPLATES / path).read_text("utf-8")
    return text.replace("\nid: ", "\nid: my_", 1).replace("id: furniture", "id: my_furniture", 1).encode()


def _add(session: Session, data: bytes) -> None:
    """Callback: what is wrong with a file is said, and what was there stays."""
    session.desk.refused = ""
    try:
        shelves.keep(session, shelves.shelf(session).with_(read(data)))
    except (FileError, DraftError) as error:
        session.desk.refused = error.message(session.tr)
        return
    session.desk.uploads += 1
    session.notice = "desk.added"


def _remove(session: Session, template_id: str) -> None:
    try:
        shelves.keep(session, shelves.shelf(session).without(template_id))
    except (FileError, DraftError) as error:
        session.desk.refused = error.message(session.tr)
