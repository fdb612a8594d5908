"""The time limit of a stage: so many minutes, hours or days, or until a date in the card."""

from __future__ import annotations

import streamlit as st

from wizard.i18n.terms import term_in_words
from wizard.model.edits.stages import StageRef, change_stage
from wizard.model.fields import DATES
from wizard.model.pipeline import Stage
from wizard.model.project import Project
from wizard.model.terms import Duration, Term, Unit
from wizard.ui import inputs
from wizard.ui.inputs import Change
from wizard.ui.plain import plain
from wizard.ui.session import Session

_DATE = "date"
_UNITS = ("m", "wm", "h", "d", "wd", _DATE)


def render(session: Session, at: StageRef, stage: Stage) -> None:
    tr, term = session.tr, stage.term
    name = inputs.key("stage", at.pipeline, at.stage, "term")
    dates = [f for f in session.project.fields if f.type in DATES]
    with st.container(horizontal=True, key="stage-term"):
        if term and term.until_field:
            shown = term.until_plus_days
            inputs.number(tr("term.plus_days"), shown, name=f"{name}.plus", change=Change(_set_plus, (at,), to="days"))
        else:
            shown_limit = term.limit.amount if term and term.limit else None
            inputs.number(
                tr("term.limit"), shown_limit, name=f"{name}.amount", change=Change(_set_amount, (at,), to="amount")
            )
        inputs.choice(
            tr("term.unit"),
            _unit(term),
            name=f"{name}.unit",
            change=Change(_set_unit, (at,), to="unit"),
            options=[u for u in _UNITS if u != _DATE or dates],
            words=lambda u: tr(f"term.unit.{u}"),
            placeholder=tr("ask.choose"),
        )
    _said(session, term)
    if term and term.until_field:
        inputs.choice(
            tr("term.date_field"),
            term.until_field,
            name=f"{name}.field",
            change=Change(_set_field, (at,), to="field"),
            options=[f.id for f in dates],
            words=lambda f: session.project.field(f).name,
        )


def _said(session: Session, term: Term | None) -> None:
    """A first action has no inputs of its own: say the whole limit in words."""
    if term is not None and term.first is not None:
        st.caption(plain(term_in_words(term, session.project, tr=session.tr)))


def _unit(term: Term | None) -> str | None:
    if term is None:
        return None
    if term.limit is None:
        return _DATE
    return f"{'w' if term.limit.working else ''}{term.limit.unit}"


def _stage(project: Project, at: StageRef) -> Stage:
    return project.pipeline(at.pipeline).stage(at.stage)


def _set_amount(project: Project, at: StageRef, *, amount: float | None) -> Project:
    """Set how many; nothing takes the term away."""
    term = _stage(project, at).term
    if not amount:
        return change_stage(project, at, term=None)
    old = term.limit if term and term.limit else Duration(amount=1, unit=Unit.DAYS)
    return change_stage(
        project, at, term=Term(limit=old.changed(amount=int(amount)), first=term.first if term else None)
    )


def _set_unit(project: Project, at: StageRef, *, unit: str | None) -> Project:
    """Set what is counted; a date takes the first date field there is."""
    term = _stage(project, at).term
    first = term.first if term else None
    if unit is None:
        return change_stage(project, at, term=None)
    if unit == _DATE:
        date = next(f.id for f in project.fields if f.type in DATES)
        return change_stage(project, at, term=Term(until_field=date, first=first))
    amount = term.limit.amount if term and term.limit else 1
    limit = Duration(amount=amount, unit=Unit(unit[-1]), working=unit.startswith("w"))
    return change_stage(project, at, term=Term(limit=limit, first=first))


def _set_plus(project: Project, at: StageRef, *, days: float | None) -> Project:
    term = _stage(project, at).term
    return change_stage(project, at, term=term.changed(until_plus_days=int(days or 0)) if term else None)


def _set_field(project: Project, at: StageRef, *, field: str) -> Project:
    term = _stage(project, at).term
    return change_stage(project, at, term=Term(until_field=field, first=term.first if term else None))
