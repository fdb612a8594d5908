"""The questionnaire itself: each answer is kept as it is given, none has to be, and at the end all are sent."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum
from functools import partial
from typing import TYPE_CHECKING, Any

import streamlit as st

from wizard.catalog import reader
from wizard.i18n.translator import Translator
from wizard.storage.questionnaire import Form
from wizard.ui import answers, choosing, inputs
from wizard.ui.clock import local
from wizard.ui.components.diagnosis import QUESTIONS, Question, industry_name
from wizard.ui.plain import plain, safe
from wizard.ui.session import Session

if TYPE_CHECKING:
    from wizard.ui.client import Filling

# Why an answer is not kept.
WRONG = "client.refused.value"


def ask(session: Session, sheet: Form, filling: Filling) -> None:
    """All questions on one page, which a person may leave and come back to."""
    tr = session.tr
    _title(tr("client.title"), tr("client.lead"))
    _trouble(session)
    _progress(session, sheet)
    with st.container(border=True, key="card-business"):
        st.subheader(tr("client.business"), anchor=False)
        _line(session, sheet, filling, name="by")
        _line(session, sheet, filling, name="company")
        _industry(session, sheet, filling)
        for question in QUESTIONS:
            _choice(session, sheet, filling, question)
    with st.container(border=True, key="card-now"):
        st.subheader(tr("client.now"), anchor=False)
        for name in ("requests", "deals", "average_check"):
            _count(session, sheet, filling, name=name)
        for name in ("stages", "hurts", "wishes"):
            _area(session, sheet, filling, name=name)
    _trouble(session)
    with st.container(horizontal=True, vertical_alignment="center", key="foot"):
        st.button(tr("client.send"), key="client.send", type="primary", on_click=filling.send)
        st.caption(tr("client.send_note"))


def sent(session: Session, sheet: Form) -> None:
    """What was sent, to read again."""
    tr = session.tr
    _title(tr("client.sent"))
    when = tr.date(local(sheet.sent_at).date()) if sheet.sent_at else ""
    st.success(tr("client.sent_note", when=when), icon=":material/check_circle:")
    for name in answers.ASKED:
        said = answers.in_words(sheet.answers, name, tr)
        if said:
            st.html(
                f'<div class="v-said"><p class="v-over">{safe(answers.question(name, tr))}</p><p>{safe(said)}</p></div>'
            )


def _title(text: str, lead: str = "") -> None:
    below = f'<p class="v-lead v-mute">{safe(lead)}</p>' if lead else ""
    st.html(f'<div class="v-title"><h2>{safe(text)}</h2>{below}</div>')


def _trouble(session: Session) -> None:
    if session.desk.unsaved:
        st.warning(session.tr("client.not_saved"), icon=":material/cloud_off:")
    elif session.desk.refused:
        st.error(plain(session.desk.refused), icon=":material/error:")


def _progress(session: Session, sheet: Form) -> None:
    told, of = len(sheet.answers.told()), len(answers.ASKED)
    st.progress(told / of, text=session.tr("client.progress", n=told, of=of))


def _line(session: Session, sheet: Form, filling: Filling, *, name: str) -> None:
    choosing.line(
        answers.question(name, session.tr),
        _held(session, name, getattr(sheet.answers, name)),
        name=inputs.key("client", name),
        choose=partial(filling.answer, name),
    )
    _why_not(session, name)


def _area(session: Session, sheet: Form, filling: Filling, *, name: str) -> None:
    tr = session.tr
    choosing.loose(
        st.text_area,
        answers.question(name, tr),
        _held(session, name, getattr(sheet.answers, name)),
        name=inputs.key("client", name),
        choose=partial(filling.answer, name),
        placeholder=tr("client.stages_example") if name == "stages" else None,
        height=150 if name == "stages" else 100,
    )
    _why_not(session, name)


def _count(session: Session, sheet: Form, filling: Filling, *, name: str) -> None:
    held = _held(session, name, getattr(sheet.answers, name))
    # Without `value=None` a box that is emptied would hold the smallest number instead of nothing.
    choosing.loose(
        partial(st.number_input, value=None, min_value=0, step=1),
        answers.question(name, session.tr),
        None if held is None else round(held),
        name=inputs.key("client", name),
        choose=partial(filling.answer, name),
        width=360,
    )
    _why_not(session, name)


def _industry(session: Session, sheet: Form, filling: Filling) -> None:
    tr = session.tr
    choosing.pick(
        tr("ask.industry"),
        _held(session, "industry", sheet.answers.industry),
        name="client.industry",
        options=[industry.id for industry in reader.industries()],
        words=partial(industry_name, tr=tr),
        choose=partial(filling.answer, "industry"),
        placeholder=tr("ask.choose"),
        index=None,
    )


def _choice(session: Session, sheet: Form, filling: Filling, question: Question) -> None:
    """One or several of a few, all in sight; none is an answer too."""
    tr, given = session.tr, _held(session, question.id, getattr(sheet.answers.diagnosis, question.id))
    asked = tr(f"ask.{question.id}")
    choosing.loose(
        st.pills,
        tr("client.several", question=asked) if question.several else asked,
        [str(each) for each in given] if question.several else given and str(given),
        name=inputs.key("client", question.id),
        options=[str(option) for option in question.options],
        format_func=_words(question, tr),
        choose=partial(_chosen, filling, question),
        selection_mode="multi" if question.several else "single",
    )
    if question.id == "sources" and len(given) > 1:
        main = _held(session, "main_source", sheet.answers.diagnosis.main_source)
        choosing.loose(
            st.pills,
            tr("ask.main_source"),
            str(main) if main in given else None,
            name="client.main_source",
            options=[str(each) for each in given],
            format_func=_words(question, tr),
            choose=partial(filling.answer, "main_source"),
        )


def _words(question: Question, tr: Translator) -> Callable[[str], str]:
    return lambda option: tr(f"answer.{question.id}.{option}")


def _chosen(filling: Filling, question: Question, value: Any) -> None:
    options: type[StrEnum] = question.options
    filling.answer(question.id, tuple(options(each) for each in value) if question.several else value)


def _held(session: Session, name: str, kept: Any) -> Any:
    """The answer, or what waits to be kept in its place, or could not be."""
    return session.desk.unsaved.get(name, session.drafts.get(name, kept))


def _why_not(session: Session, name: str) -> None:
    """Below an answer that could not be kept. Boxes take any length: what is pasted beyond one would vanish."""
    if name in session.drafts:
        st.error(session.tr(WRONG), icon=":material/error:")
