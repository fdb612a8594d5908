"""Opening a project: a saved file, or the example."""

from __future__ import annotations

import streamlit as st

from wizard.catalog.start import start
from wizard.model.diagnosis import Diagnosis
from wizard.model.project import Company, Language, Project, Step
from wizard.storage.errors import FileError
from wizard.storage.project_file import load
from wizard.ui import frame
from wizard.ui.components import folding, upload
from wizard.ui.components.diagnosis import usual_currency
from wizard.ui.plain import plain
from wizard.ui.session import Session

_EXAMPLE = ("first_sale", "customer_support", "refusal_warming", "repeat_sales")


def fold(session: Session) -> None:
    """The uploader, folded until it is wanted."""
    with folding.fold(session.tr("start.open"), name="open", icon=":material/folder_open:") as is_open:
        if is_open:
            uploader(session)


def uploader(session: Session) -> None:
    """A place for a project file; what cannot be used is said, and the open project stays as it was."""
    tr = session.tr
    st.caption(tr("open.caption"))
    uploaded = upload.place(tr("open.label"), name="open.file", types=("yaml", "yml"), tr=tr)
    if uploaded is None:
        return
    if st.button(tr("open.button", name=plain(uploaded.name)), key="open.button"):
        try:
            project = load(uploaded.getvalue())
        except FileError as error:
            st.error(plain(error.message(tr)), icon=":material/error:")
            return
        if session.begin(project):
            frame.turn_to(session, "hub")


def example_button(session: Session) -> None:
    """A furniture maker's project, as the wizard would have made it."""
    if st.button(session.tr("start.example"), key="start.example") and session.begin(example(session)):
        frame.turn_to(session, "hub")


def example(session: Session) -> Project:
    """The example project in the reader's language."""
    company = Company(
        name=session.tr("start.example_company"),
        industry="furniture",
        language=Language(session.language),
        currency=usual_currency(session),
    )
    project = start(_EXAMPLE, company=company, diagnosis=Diagnosis())
    return project.changed(started=(Step.GOALS,))
