"""What every page has around its question: the top row, the heading, the way on and back."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

import streamlit as st

from wizard.i18n.catalogue import languages
from wizard.i18n.translator import translator
from wizard.model.edits.project import mark_ready, start_step
from wizard.model.pipeline import Pipeline
from wizard.model.project import Step
from wizard.storage.refused import DraftError, UnavailableError
from wizard.ui import inputs, links
from wizard.ui.browser import link as browser_link
from wizard.ui.browser import recent
from wizard.ui.browser.page import Screen, follow
from wizard.ui.components.returning import returning
from wizard.ui.plain import plain, safe
from wizard.ui.session import Session
from wizard.ui.style import ROW

RETRY = 3.0  # seconds between two attempts to open
NUMBERS = {step: number for number, step in enumerate(Step, start=1)}


def browser_title(page: str, session: Session) -> str:
    """The tab's title; for a step it begins with how far one is."""
    tr = session.tr
    if page in set(Step):
        return f"{tr('frame.step_of', n=NUMBERS[Step(page)])}: {tr(f'page.{page}')}"
    return f"{tr(f'page.{page}')} \u00b7 {tr('frame.product')}"


def head(session: Session) -> None:
    """The top row: whose project this is, undo and redo, the language."""
    tr = session.tr
    company = session.project.company.name if session.is_open else ""
    asks = session.page == Step.GOALS and (session.asking or not session.is_open)
    session.narrow = follow(
        language=session.language,
        token=session.token,
        readonly=session.readonly,
        name=company,
        forget=session.link.former,
        screen=Screen(f"{session.page} {session.is_open} {session.question if asks else ''}", asks, session.narrow),
    )
    returning(session)
    with st.container(key="top", horizontal=True, vertical_alignment="center", gap="small"):
        link(session, "hub", label=plain(company) if company else tr("frame.product"), icon=":material/filter_alt:")
        if session.history:
            _history_buttons(session)
        language_buttons(session, _switch_language)


def language_buttons(session: Session, switch: Callable[[Session, str], None]) -> None:
    """The languages that are not spoken now; `switch` is told the chosen one."""
    for code in languages():
        if code != session.language:
            st.button(
                translator(code)("language.name"),
                key=f"language.{code}",
                type="tertiary",
                icon=":material/language:",
                on_click=switch,
                args=(session, code),
            )


def _history_buttons(session: Session) -> None:
    tr, history = session.tr, session.history
    st.button(
        tr("frame.undo"),
        key="undo",
        icon=":material/undo:",
        type="tertiary",
        on_click=session.undo,
        disabled=session.readonly or not (history and history.past),
    )
    st.button(
        tr("frame.redo"),
        key="redo",
        icon=":material/redo:",
        type="tertiary",
        on_click=session.redo,
        disabled=session.readonly or not (history and history.future),
    )


def _switch_language(session: Session, code: str) -> None:
    session.language = code


def title(session: Session, page: str) -> None:
    """The page's heading with why it is asked; a step also says its number."""
    tr = session.tr
    over = (
        f'<span class="v-over">{safe(tr("frame.step_of", n=NUMBERS[Step(page)]))}</span> ' if page in set(Step) else ""
    )
    parts = [f"<h2>{over}{safe(tr(f'page.{page}'))}</h2>"]
    if tr.has(f"why.{page}"):
        parts.append(f'<p class="v-lead v-mute">{safe(tr(f"why.{page}"))}</p>')
    if session.is_open and session.project.company.language != session.language:
        parts.append(f'<p class="v-over">{safe(tr("frame.other_language"))}</p>')
    st.html(f'<div class="v-title">{"".join(parts)}</div>')


def step_title(session: Session, step: Step) -> None:
    """The heading of a step, and which funnel it is about."""
    title(session, step)
    names = {p.id: p.name for p in session.project.pipelines}
    chosen = session.pipeline
    if len(names) > 1 and chosen and step is not Step.GOALS:
        st.selectbox(
            session.tr("frame.funnel"),
            list(names),
            index=list(names).index(chosen.id),
            format_func=inputs.told_apart(list(names), names.__getitem__),
            key="choose.pipeline",
            placeholder=session.tr("ask.choose"),
            on_change=_choose_pipeline,
            args=(session,),
            width=420,
        )


def _choose_pipeline(session: Session) -> None:
    kept = {what: value for what, value in session.chosen.items() if what == "view"}
    session.chosen = {**kept, "pipeline": inputs.typed("choose.pipeline")}


def foot(session: Session, step: Step, *, back: str, onward: str, gain: str = "") -> None:
    """What the step gave, and the way on: ready and next, later, back, all steps."""
    tr, kind = session.tr, main_button(session)
    with st.container(key="foot", horizontal=True, vertical_alignment="center"):
        if gain:
            st.html(f'<p class="v-gain">{safe(gain)}</p>', width=ROW)
        if st.button(tr("frame.next"), key="nav.next", type=kind, on_click=session.note, args=(mark_ready, step)):
            turn_to(session, onward)
        if st.button(tr("frame.back"), key="nav.back"):
            turn_to(session, back)
        if st.button(
            tr("frame.later"), key="nav.later", type="tertiary", on_click=session.note, args=(start_step, step)
        ):
            turn_to(session, onward)
        link(session, "hub", label=tr("frame.all_steps"), icon=":material/list:")


def main_button(session: Session) -> Literal["primary", "secondary"]:
    """How the way on looks: in the guided example the strip at the top has the main button."""
    return "secondary" if session.guided else "primary"


def turn_to(session: Session, page: str) -> None:
    """Go to a page at once, with the language in the address from the start."""
    # Put there afterwards it would be a second entry in the browser's history, and Back would lead to the same page.
    st.switch_page(session.pages[page], query_params=session.address)


def link(session: Session, page: str, *, label: str, icon: str | None = None) -> None:
    """A link to a page; see `turn_to`."""
    st.page_link(session.pages[page], label=label, icon=icon, query_params=session.address)


def row(session: Session, page: str, *, label: str, icon: str | None = None, said: str = "") -> None:
    """A link to a page as wide as its list, with what is said of that page at its end, in Markdown."""
    # One element instead of a frame, a link and a text: what a click costs grows with their number.
    st.page_link(
        session.pages[page],
        label=f"{label} {said}".rstrip(),
        icon=icon,
        width="stretch",
        query_params=session.address,
    )


def copied_link(session: Session, token: str, *, key: str) -> None:
    """A link to the project, to copy."""
    browser_link.copied(token=token, tr=session.tr, key=key)


def go(session: Session, page: str, *, label: str, primary: bool = False, key: str | None = None) -> None:
    """A button that leads to a page."""
    if st.button(label, key=key or f"go.{page}", type="primary" if primary else "secondary"):
        turn_to(session, page)


def notices(session: Session) -> None:
    """Say once what an action had to tell."""
    if session.notice:
        st.toast(session.notice if " " in session.notice else session.tr(session.notice))
        session.notice = ""


def no_stages(session: Session, pipeline: Pipeline | None) -> None:
    """A step about stages where there are none: say so and offer the step that makes them."""
    missing, page = ("stages.no_funnel", "goals") if pipeline is None else ("stages.no_stages", "stages")
    st.info(session.tr(missing))
    go(session, page, label=session.tr(f"task.{page}"), primary=True)


def refused_link(session: Session, error: DraftError) -> None:
    """The address names a project that cannot be opened: say so and offer the start, or to try again."""
    tr = session.tr
    if isinstance(error, UnavailableError):
        st.error(tr("drafts.cannot_open"), icon=":material/cloud_off:")
        st.button(tr("frame.again"), key="link.again", type="primary")
        _open_again(session)
        return
    st.warning(error.message(tr), icon=":material/link_off:")
    if st.button(tr("frame.to_start"), key="link.start", type="primary"):
        links.leave(session)
        turn_to(session, "hub")
    recent.projects(tr=tr)


@st.fragment(run_every=RETRY)
def _open_again(session: Session) -> None:
    """Open the project as soon as it can be done, without a click."""
    if links.open_again(session):
        st.rerun()


def no_project(session: Session) -> None:
    """A page that needs a project, without one: say so and offer the start."""
    st.info(session.tr("frame.no_project"))
    go(session, "hub", label=session.tr("frame.to_start"), primary=True)
