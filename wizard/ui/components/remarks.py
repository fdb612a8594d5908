"""Comments on a page: a form for readers, a list for the owner with what may become of each."""

from __future__ import annotations

from collections.abc import Iterable

import streamlit as st

from wizard.model.pipeline import Pipeline, Stage
from wizard.storage.comment import COMMENT_LIMITS, Comment, CommentState
from wizard.ui import comments, inputs
from wizard.ui.browser import device
from wizard.ui.clock import local
from wizard.ui.plain import plain, safe
from wizard.ui.session import Session
from wizard.ui.style import Colour

_BADGES: dict[CommentState, tuple[Colour, str]] = {
    CommentState.NEW: ("blue", ":material/chat:"),
    CommentState.RESOLVED: ("green", ":material/check:"),
    CommentState.NOTED: ("violet", ":material/bookmark:"),
}
_STAGE, _FUNNEL = "stage", "funnel"


def at_stage(session: Session, pipeline: Pipeline, stage: Stage | None) -> None:
    """At step 2: what was said about this stage or its funnel, and for a reader the place to say something."""
    if session.keeping is None or session.keeping.draft is None:
        return
    if session.readonly:
        device.follow(session.desk)
    said = [each for each in comments.seen(session) if each.pipeline == pipeline.id]
    here = [each for each in said if each.stage in ("", stage.id if stage else "")]
    waiting = [each for each in here if each.state is CommentState.NEW or session.readonly]
    if session.readonly:
        _form(session, pipeline, stage)
    listed(session, waiting, place="stage")


def listed(session: Session, said: Iterable[Comment], *, place: str) -> None:
    for each in said:
        _one(session, each, place=place)


def _form(session: Session, pipeline: Pipeline, stage: Stage | None) -> None:
    tr = session.tr
    with st.container(border=True, gap="small", key="card-comment"):
        st.subheader(tr("comment.leave"), anchor=False)
        st.caption(tr("comment.leave_note"))
        options = [_STAGE, _FUNNEL] if stage else [_FUNNEL]
        names = {_STAGE: stage.name if stage else "", _FUNNEL: pipeline.name}
        st.radio(
            tr("comment.about"),
            options,
            key=inputs.key("comment", "about", pipeline.id),
            format_func=lambda each: plain(tr(f"comment.about.{each}", name=names[each])),
            horizontal=True,
        )
        st.text_area(tr("comment.text"), key="comment.text", height=90, max_chars=COMMENT_LIMITS.text)
        st.text_input(tr("comment.name"), key="comment.name", max_chars=COMMENT_LIMITS.name, width=360)
        if session.desk.refused:
            st.error(plain(session.desk.refused), icon=":material/error:")
        st.button(
            tr("comment.send"),
            key="comment.send",
            on_click=_send,
            args=(session, pipeline.id, stage.id if stage else ""),
        )


def _send(session: Session, pipeline: str, stage: str) -> None:
    """Callback: what was typed stays where it cannot be taken."""
    about = inputs.typed(inputs.key("comment", "about", pipeline), _FUNNEL)
    text, name = (str(inputs.typed(f"comment.{each}", "") or "") for each in ("text", "name"))
    if comments.leave(session, pipeline=pipeline, stage=stage if about == _STAGE else "", text=text, name=name):
        inputs.clear("comment.text")
        session.notice = "comment.left"


def _one(session: Session, comment: Comment, *, place: str) -> None:
    tr, name = session.tr, inputs.key("comment", place, str(comment.id))
    with st.container(border=True, gap="xsmall", key=inputs.key("card", name)):
        colour, icon = _BADGES[comment.state]
        with st.container(horizontal=True, vertical_alignment="center", gap="small"):
            st.badge(tr(f"comment.state.{comment.state}"), color=colour, icon=icon)
            st.caption(plain(", ".join(part for part in _about(session, comment) if part)))
        st.html(f'<p class="v-remark">{safe(comment.text)}</p>')
        if comment.state is CommentState.NEW and not session.readonly:
            with st.container(horizontal=True, vertical_alignment="center", gap="small"):
                for state in (CommentState.RESOLVED, CommentState.NOTED):
                    inputs.action(
                        tr(f"comment.{state}"),
                        key=inputs.key(name, state),
                        icon=_BADGES[state][1],
                        on_click=comments.settle,
                        args=(session, comment, state),
                    )


def _about(session: Session, comment: Comment) -> tuple[str, ...]:
    """Who said it, when, and about what; what is gone since is not named."""
    tr = session.tr
    pipeline = next((each for each in session.project.pipelines if each.id == comment.pipeline), None)
    stages = pipeline.stages if pipeline else ()
    stage = next((each.name for each in stages if each.id == comment.stage), "")
    day = tr.date(local(comment.made_at).date())
    return (comment.name or tr("comment.unnamed"), day, pipeline.name if pipeline else "", stage)
