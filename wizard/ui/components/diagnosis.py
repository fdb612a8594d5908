"""The diagnosis: one question at a time; most are answered by one click."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from functools import partial

import streamlit as st

from wizard.catalog.shelf import SHIPPED, Shelf
from wizard.i18n.translator import Translator
from wizard.model import diagnosis as answers
from wizard.model.project import Company, Language, Project
from wizard.ui import inputs, shelves
from wizard.ui.plain import safe
from wizard.ui.session import Session

INDUSTRY = "industry"
_WIDTH = 480


@dataclass(frozen=True)
class Question:
    """A question of the diagnosis: which attribute it fills and the answers there are."""

    id: str
    options: type[StrEnum]
    several: bool = False


QUESTIONS: tuple[Question, ...] = (
    Question("sources", answers.Source, several=True),
    Question("first_reply", answers.FirstReply),
    Question("payment", answers.Payment),
    Question("after_payment", answers.AfterPayment),
    Question("repeat", answers.Repeat),
    Question("team", answers.Team, several=True),
    Question("account", answers.Account),
    Question("sellers", answers.Sellers),
)
TOTAL = len(QUESTIONS) + 1


def done(session: Session) -> bool:
    return session.question >= TOTAL


def render(session: Session) -> None:
    """The question the reader has come to."""
    tr = session.tr
    st.progress(session.question / TOTAL, text=tr("diagnosis.progress", n=session.question + 1, total=TOTAL))
    if session.question == 0:
        _company(session)
    else:
        _question(session, QUESTIONS[session.question - 1])


def _company(session: Session) -> None:
    tr = session.tr
    st.subheader(tr("ask.industry"), anchor=False)
    chosen = session.company.industry
    own = shelves.shelf(session)
    ids = [industry.id for industry in own.industries]
    st.selectbox(
        tr("ask.industry_list"),
        ids,
        index=ids.index(chosen) if chosen in ids and chosen != "general" else None,
        format_func=partial(industry_name, tr=tr, shelf=own),
        key="company.industry",
        placeholder=tr("ask.choose"),
        width=_WIDTH,
    )
    st.text_input(tr("ask.company"), value=session.company.name, key="company.name", max_chars=200, width=_WIDTH)
    st.button(tr("frame.next"), key="diagnosis.next", type="primary", on_click=_keep_company, args=(session,))


def industry_name(industry_id: str, *, tr: Translator, shelf: Shelf = SHIPPED) -> str:
    if industry_id == "general":
        return tr("ask.other_industry")
    industry = shelf.industry_or_general(industry_id)
    name = industry.name.in_(Language(tr.language))
    return name if shelf.is_shipped(industry) else tr("desk.own_named", name=name)


def usual_currency(session: Session) -> str:
    return "RUB" if session.language == "ru" else "USD"


def _keep_company(session: Session) -> None:
    session.company = Company(
        name=inputs.typed("company.name", ""),
        industry=inputs.typed("company.industry") or "general",
        language=session.language,
        currency=session.company.currency if session.asking else usual_currency(session),
    )
    if not session.is_open:
        # From here on a reload goes on with the same question.
        own = shelves.shelf(session)
        session.begin(Project(company=session.company))
        shelves.carry_on(session, own)
    session.question, session.asking = 1, True


def _question(session: Session, question: Question) -> None:
    tr = session.tr
    st.subheader(tr(f"ask.{question.id}"), anchor=False)
    if tr.has(f"ask.{question.id}.why"):
        st.html(f'<p class="v-said v-mute">{safe(tr(f"ask.{question.id}.why"))}</p>')
    words: Callable[[str], str] = lambda option: tr(f"answer.{question.id}.{option}")  # noqa: E731 - read at once
    if question.several:
        given = [str(a) for a in getattr(session.answers, question.id)]
        picked = st.pills(
            tr(f"ask.{question.id}"),
            [str(o) for o in question.options],
            selection_mode="multi",
            default=given,
            format_func=words,
            key=inputs.key("diagnosis", question.id),
            label_visibility="collapsed",
        )
        if question.id == "sources" and len(picked) > 1:
            _main_source(session, picked, words)
    else:
        for option in question.options:
            _option(session, question, option=option, label=words(str(option)))
    with st.container(horizontal=True):
        if question.several:
            st.button(
                tr("frame.next"), key="diagnosis.next", type="primary", on_click=_keep_several, args=(session, question)
            )
        st.button(tr("frame.back"), key="diagnosis.back", on_click=_back, args=(session,))
        st.button(
            tr("ask.dont_know"), key="diagnosis.unknown", type="tertiary", on_click=_answer, args=(session, question)
        )
        if question is not QUESTIONS[-1]:
            st.button(tr("diagnosis.skip"), key="diagnosis.skip", type="tertiary", on_click=_skip, args=(session,))


def _main_source(session: Session, picked: list[str], words: Callable[[str], str]) -> None:
    """Which of several sources brings most clients: it decides which funnel comes first."""
    known = session.answers.main_source
    st.segmented_control(
        session.tr("ask.main_source"),
        picked,
        default=known if known in picked else picked[0],
        format_func=words,
        key="diagnosis.main",
        required=True,
    )


def _option(session: Session, question: Question, *, option: StrEnum, label: str) -> None:
    chosen = getattr(session.answers, question.id) == option
    st.button(
        label,
        key=inputs.key("diagnosis", question.id, option),
        type="primary" if chosen else "secondary",
        on_click=_answer,
        args=(session, question, option),
        width=_WIDTH,
    )


def _answer(session: Session, question: Question, option: StrEnum | None = None) -> None:
    value = () if question.several else option
    session.answers = session.answers.changed(**{question.id: value})
    session.question += 1


def _keep_several(session: Session, question: Question) -> None:
    picked = tuple(question.options(p) for p in inputs.typed(inputs.key("diagnosis", question.id)) or [])
    if answers.Team.NEITHER in picked:
        picked = (answers.Team.NEITHER,)
    main = inputs.typed("diagnosis.main") if question.id == "sources" else session.answers.main_source
    values = {question.id: picked, "main_source": main if main in picked else session.answers.main_source}
    session.answers = session.answers.changed(**values)
    session.question += 1


def _skip(session: Session) -> None:
    session.question = TOTAL


def _back(session: Session) -> None:
    session.question = max(0, session.question - 1)
