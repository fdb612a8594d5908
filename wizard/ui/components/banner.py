"""What a reader must know about the project before anything else: it is not saved, changed elsewhere, only shown."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import streamlit as st

from exports import project_yaml
from exports.exporter import Options, file_name
from wizard.i18n.changes import changes_in_words
from wizard.model.changes import changes
from wizard.storage.refused import TooBigError
from wizard.ui import links
from wizard.ui.plain import plain
from wizard.ui.session import Session

RETRY = 3.0  # seconds between two attempts to save


def show(session: Session) -> None:
    """The one thing that stands in the way, if any, with the ways out."""
    keeping = session.keeping
    if keeping is None or not session.is_open:
        return
    if keeping.gone:
        _gone(session)
    elif keeping.newer:
        _changed_elsewhere(session)
    elif keeping.trouble:
        _not_saved(session)
    elif keeping.readonly:
        _only_shown(session)


def _not_saved(session: Session) -> None:
    tr, trouble = session.tr, session.keeping.trouble if session.keeping else None
    if trouble is None:
        return
    with st.container(border=True, key="not-saved"):
        st.error(trouble.message(tr), icon=":material/cloud_off:")
        if not isinstance(trouble, TooBigError):
            st.caption(tr("saving.again"))
            _try_again(session)
        with st.container(horizontal=True, vertical_alignment="center"):
            download(session, key="saving.download")


@st.fragment(run_every=RETRY)
def _try_again(session: Session) -> None:
    """Save as soon as it can be done, without a click; somebody else may have saved meanwhile."""
    session.keep()
    if session.held:
        st.rerun()
    if session.keeping and session.keeping.trouble is None:
        session.notice = "notice.saved"
        st.rerun()


def download(session: Session, *, key: str) -> None:
    """The project as a file, whatever else fails."""
    st.download_button(
        session.tr("export.project-yaml.button"),
        data=partial(project_yaml.EXPORTER.render, session.project, Options()),
        file_name=file_name(session.project, project_yaml.EXPORTER),
        mime=project_yaml.EXPORTER.media_type,
        key=key,
        on_click="ignore",
        icon=":material/download:",
    )


def _changed_elsewhere(session: Session) -> None:
    tr, keeping = session.tr, session.keeping
    if keeping is None or keeping.newer is None or keeping.draft is None:
        return
    base, together = keeping.draft.saved, links.both(session)
    theirs, mine = (changes(base, project) for project in (keeping.newer.project, session.project))
    with st.container(border=True, key="changed-elsewhere"):
        st.warning(tr("drafts.changed_elsewhere"), icon=":material/sync_problem:")
        st.markdown(f"**{tr('writers.theirs')}** {plain(changes_in_words(theirs, tr) or tr('writers.nothing'))}")
        st.markdown(f"**{tr('writers.mine')}** {plain(changes_in_words(mine, tr) or tr('writers.nothing'))}")
        with st.container(horizontal=True, vertical_alignment="center"):
            if together:
                _choice(session, "merge", links.merge, primary=True)
            _choice(session, "show_theirs", links.show_theirs, primary=not together)
            _choice(session, "copy", links.copy)
        st.caption(tr("writers.merge_note" if together else "writers.choose_note"))


def _choice(session: Session, name: str, choose: Callable[[Session], None], *, primary: bool = False) -> None:
    st.button(
        session.tr(f"writers.{name}"),
        key=f"writers.{name}",
        type="primary" if primary else "secondary",
        on_click=choose,
        args=(session,),
    )


def _gone(session: Session) -> None:
    with st.container(border=True, key="link-gone"):
        st.error(session.tr("drafts.gone"), icon=":material/link_off:")
        with st.container(horizontal=True, vertical_alignment="center"):
            _choice(session, "copy", links.copy, primary=True)
            download(session, key="gone.download")
            _choice(session, "close", links.leave)


def _only_shown(session: Session) -> None:
    tr = session.tr
    with st.container(horizontal=True, vertical_alignment="center", key="only-shown"):
        st.info(tr("readonly.note"), icon=":material/visibility:", width=620)
        st.button(tr("readonly.copy"), key="readonly.copy", on_click=links.copy, args=(session,))
