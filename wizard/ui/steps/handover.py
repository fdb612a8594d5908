"""For whoever sets amoCRM up: a link that only shows the project, files to attach, and a letter to copy."""

from __future__ import annotations

import streamlit as st

from wizard.i18n.catalogue import languages
from wizard.i18n.translator import translator
from wizard.model.project import Language, Project
from wizard.ui import clock, frame, logos
from wizard.ui.components import files, offers
from wizard.ui.session import Session

ID = "handover"
NEEDS_PROJECT = True
FILES = ("checklist-html", "amocrm-json")


def render(session: Session) -> None:
    tr = session.tr
    frame.title(session, ID)
    draft = session.keeping.draft if session.keeping else None
    if draft:
        with st.container(border=True, gap="small", key="card-view"):
            frame.copied_link(session, draft.view_token, key="handover.link")
            st.caption(tr("access.view_note"))
    st.subheader(tr("handover.files"), anchor=False)
    options = session.exporting.options(session.project, today=clock.today(), logo=logos.logo(session))
    for place, wanted in enumerate(FILES):
        files.show(session, offers.alone(wanted, tr, main=place == 0), options, place=ID)
    st.subheader(tr("handover.letter"), anchor=False)
    link = _address(draft.view_token, session.project.company.language) if draft else ""
    st.code(letter(session.project, link), language=None, wrap_lines=True)
    with st.container(horizontal=True, vertical_alignment="center", key="foot"):
        frame.go(session, "export", label=tr("frame.back"), key="nav.back")
        frame.go(session, "verify", label=tr("page.verify"))
        frame.link(session, "hub", label=tr("frame.all_steps"), icon=":material/list:")


def letter(project: Project, link: str) -> str:
    """In the language of the project, for it is read by whoever works with the company."""
    tr = translator(project.company.language)
    pipelines = project.launched() or project.pipelines
    names = ", ".join(tr("manual.quoted", name=pipeline.name) for pipeline in pipelines)
    parts = (
        tr("handover.subject", company=project.company.name),
        tr("handover.what", names=names) if names else "",
        tr("handover.where", link=link) if link else "",
        tr("handover.attached"),
        tr("handover.keep"),
        tr("handover.answer"),
    )
    return "\n\n".join(part for part in parts if part)


def _address(token: str, language: Language) -> str:
    """Where the link leads, as far as the browser tells where this page is; there the page speaks as the letter."""
    here = (st.context.url or "").partition("?")[0]
    said = "" if language == languages()[0] else f"&lang={language}"
    return f"{here.removesuffix('/').removesuffix(f'/{ID}')}/?p={token}{said}" if here else ""
