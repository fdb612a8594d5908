"""Review: every finding, every answer, each with a way to change it."""

from __future__ import annotations

from collections.abc import Iterable

import streamlit as st

from wizard.audit import wording
from wizard.i18n.terms import term_in_words
from wizard.lint.rule import Severity
from wizard.model.pipeline import Launch, Pipeline
from wizard.model.project import Step
from wizard.ui import frame, inputs
from wizard.ui.components import charts, diagnosis, endings, findings, folding, paging, route
from wizard.ui.plain import plain
from wizard.ui.session import Session

ID = "review"
NEEDS_PROJECT = True


def render(session: Session) -> None:
    tr = session.tr
    frame.title(session, ID)
    if session.project.pipelines:
        _decided(session)
    else:
        frame.no_stages(session, None)
    with st.container(horizontal=True, vertical_alignment="center", key="foot"):
        frame.go(session, "others", label=tr("frame.back"), key="nav.back")
        frame.link(session, "hub", label=tr("frame.all_steps"), icon=":material/list:")


def _decided(session: Session) -> None:
    """What there is, and how it gets into amoCRM."""
    tr = session.tr
    _verdict(session)
    left, right = st.columns([6, 5], gap="large")
    with left:
        findings.show(session, session.report.open, place="review")
        if any(f.kept for f in session.report.findings):
            with st.expander(tr("review.kept")):
                findings.show_kept(session)
        _answers(session)
        for pipeline in paging.part(session, session.project.pipelines, page=ID):
            _pipeline(session, pipeline)
        if session.project.moves:
            _moves(session)
    with right:
        charts.route_map(session)
    endings.show(session)


def _verdict(session: Session) -> None:
    tr, report = session.tr, session.report
    bad = {f.step for f in report.open if f.severity is not Severity.HINT}
    words = tr.plural("review.in_order", len(Step) - len(bad), total=len(Step))
    if report.progress:
        words = f"{words} {tr.plural('hub.empty', len(report.progress)).capitalize()}."
    if report.blocking:
        st.error(f"{words} {tr('review.blocked')}", icon=":material/error:")
    elif bad:
        st.warning(words, icon=":material/warning:")
    else:
        st.success(words, icon=":material/check_circle:")


def _answers(session: Session) -> None:
    """What was answered at the start; what was not reads so."""
    tr, project = session.tr, session.project
    with folding.fold(tr("review.answers"), name="review.answers") as is_open:
        if not is_open:
            return
        lines = [
            f"{tr('ask.company')} {plain(project.company.name) or tr('review.not_given')}",
            f"{tr('ask.industry')} {diagnosis.industry_name(project.company.industry, tr=tr)}",
        ]
        for question in diagnosis.QUESTIONS:
            value = getattr(project.diagnosis, question.id)
            given = value if isinstance(value, tuple) else ((value,) if value else ())
            words = ", ".join(tr(f"answer.{question.id}.{v}") for v in given) or tr("review.not_given")
            lines.append(f"{tr(f'ask.{question.id}')} {words}")
        _list(lines)
        frame.go(session, "goals", label=tr("review.change"), key="review.goals")


def _pipeline(session: Session, pipeline: Pipeline) -> None:
    tr = session.tr
    when = tr("launch.now") if pipeline.launch is Launch.NOW else tr("launch.later")
    label = f"{plain(pipeline.name) or tr('goals.unnamed')} \u00b7 {when}"
    with folding.fold(label, name=inputs.key("review", pipeline.id, "fold")) as is_open:
        if not is_open:
            return
        _stages(session, pipeline)
        _questions(session, pipeline)
        _losses(session, pipeline)


def _moves(session: Session) -> None:
    """Where the deals of the account's former stages go."""
    tr, project = session.tr, session.project
    with folding.fold(tr("review.moves"), name="review.moves") as is_open:
        if not is_open:
            return
        lines = []
        for move in project.moves:
            pipeline = project.pipeline(move.pipeline)
            aim = wording.aims(pipeline, tr)[wording.aim_of(move)]
            start = " \u2192 ".join(plain(name) for name in (move.from_pipeline, move.from_stage) if name)
            lines.append(f"{start}: **{plain(aim)}**")
        _list(lines)


def _list(lines: Iterable[str]) -> None:
    """One element however long it is."""
    st.markdown("\n".join(f"- {line}" for line in lines))


def _change(session: Session, pipeline: Pipeline, page: str) -> None:
    key = inputs.key("review", pipeline.id, page)
    label = session.tr("review.change_page", page=session.tr(f"page.{page}"))
    if st.button(label, key=key, type="tertiary", icon=":material/edit:"):
        session.choose("pipeline", pipeline.id)
        frame.turn_to(session, page)


def _stages(session: Session, pipeline: Pipeline) -> None:
    tr = session.tr
    _change(session, pipeline, "stages")
    lines = []
    for stage in pipeline.stages:
        star = "\u2605 " if stage.id == pipeline.key_stage else ""
        term = term_in_words(stage.term, session.project, tr=tr) if stage.term else tr("review.not_given")
        fact = pipeline.proof_after(stage.id) or tr("review.not_given")
        lines.append(
            f"**{star}{plain(stage.name)}**. {tr('stages.moves_on')} {plain(fact)}. "
            f"{tr('stages.step')}: {plain(stage.step or tr('review.not_given'))}. {tr('term.limit')}: {plain(term)}."
        )
    _list(lines)


def _questions(session: Session, pipeline: Pipeline) -> None:
    _change(session, pipeline, "qualification")
    _list(plain(question.text) for question in pipeline.questions)


def _losses(session: Session, pipeline: Pipeline) -> None:
    _change(session, pipeline, "losses")
    names = ((session.project.reason(use.reason).name, pipeline.route_of(use)) for use in pipeline.losses)
    _list(f"{plain(name)} \u2192 {plain(route.in_words(session, where))}" for name, where in names)
