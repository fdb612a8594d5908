"""A file to take away: what it is for, and the button that makes it."""

from __future__ import annotations

from functools import partial

import streamlit as st

from exports.exporter import Exporter, Options, file_name
from wizard.model.project import Project
from wizard.ui.session import Session


def card(session: Session, exporter: Exporter, options: Options, *, first: bool, place: str = "export") -> None:
    """`first` is the page's main one."""
    tr = session.tr
    with st.container(border=True, horizontal=True, vertical_alignment="center", horizontal_alignment="distribute"):
        with st.container(width=640, gap="xsmall"):
            st.markdown(f"**{tr(f'export.{exporter.id}.title')}**")
            st.caption(tr(f"export.{exporter.id}.what"))
        st.download_button(
            tr(f"export.{exporter.id}.button"),
            data=partial(_rendered, exporter, session.project, options),
            file_name=file_name(session.project, exporter),
            mime=exporter.media_type,
            key=f"{place}.{exporter.id}",
            on_click="ignore",
            type="primary" if first else "secondary",
            icon=":material/download:",
        )


def _rendered(exporter: Exporter, project: Project, options: Options) -> bytes:
    return exporter.render(project, options)
