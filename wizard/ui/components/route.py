"""A route: where a client goes, to which stage, and when."""

from __future__ import annotations

from typing import Protocol

import streamlit as st

from wizard.i18n.terms import opens_in_words
from wizard.model.fields import DATES
from wizard.model.pipeline import Pipeline
from wizard.model.project import Project
from wizard.model.routes import Destination, Route, Target, TransferMode
from wizard.model.terms import AT_ONCE, DateRule
from wizard.ui import inputs, shelves
from wizard.ui.inputs import Change
from wizard.ui.plain import safe
from wizard.ui.session import Session

_WAYS = ("at_once", "days", "field")


class SetRoute(Protocol):
    """An edit that puts a route in its place: a reason's, or one of a pipeline's two ends."""

    def __call__(self, project: Project, *, route: Route | None) -> Project: ...


def in_words(session: Session, route: Route | None) -> str:
    """Where and when, in one line."""
    tr, project = session.tr, session.project
    if route is None:
        return tr("route.nowhere")
    if route.to is None:
        return tr(f"route.{route.target}")
    pipeline = project.pipeline(route.to.pipeline)
    return f"{pipeline.name}, {opens_in_words(route.opens, project, tr=tr)}"


def render(session: Session, pipeline: Pipeline, route: Route | None, *, name: str, set_route: SetRoute) -> None:
    tr, project = session.tr, session.project
    others = [p.id for p in project.pipelines if p.subject is pipeline.subject]
    inputs.choice(
        tr("route.where"),
        _value(route),
        name=f"{name}.where",
        change=Change(_set_target, (set_route, route), to="where"),
        options=[*others, *(t for t in Target if t is not Target.PIPELINE)],
        words=lambda where: project.pipeline(where).name if where in others else tr(f"route.{where}"),
        placeholder=tr("route.nowhere"),
    )
    if route is None:
        return
    waits_for = _waits_for(session, route)
    if waits_for:
        st.html(f'<p class="v-over">{safe(tr("route.waits", name=waits_for))}</p>')
    if route.to is not None:
        _entered(session, route, route.to, name=name, set_route=set_route)
        _opens(session, route, name=name, set_route=set_route)
        inputs.toggle(
            tr("route.move"),
            on=route.mode is TransferMode.MOVE,
            name=f"{name}.mode",
            change=Change(_set_mode, (set_route, route), to="moved"),
            help=tr("route.move_help"),
        )
    else:
        inputs.text(
            tr("route.why"), route.why, name=f"{name}.why", change=Change(_set_part, (set_route, route), to="why")
        )


def _waits_for(session: Session, route: Route) -> str:
    """The funnel this route would rather lead to, by the name its template gives it."""
    if route.wanted is None or route.wanted.to is None:
        return ""
    wanted = next((f for f in shelves.shelf(session).funnels if f.id == route.wanted.to.pipeline), None)
    return wanted.name.in_(session.project.company.language) if wanted else route.why


def _value(route: Route | None) -> str | None:
    if route is None:
        return None
    return route.to.pipeline if route.to else route.target


def _entered(session: Session, route: Route, to: Destination, *, name: str, set_route: SetRoute) -> None:
    target = session.project.pipeline(to.pipeline)
    inputs.choice(
        session.tr("route.stage"),
        to.stage,
        name=f"{name}.stage",
        change=Change(_set_stage, (set_route, route), to="stage"),
        options=[s.id for s in target.stages],
        words=lambda stage: target.stage(stage).name,
        placeholder=session.tr("ask.choose"),
    )


def _opens(session: Session, route: Route, *, name: str, set_route: SetRoute) -> None:
    tr, rule = session.tr, route.opens
    way = "at_once" if rule.at_once else ("field" if rule.field else "days")
    dates = [f for f in session.project.fields if f.type in DATES]
    inputs.choice(
        tr("route.when"),
        way,
        name=f"{name}.way",
        change=Change(_set_way, (set_route, route), to="way"),
        options=[w for w in _WAYS if w != "field" or dates],
        words=lambda w: tr(f"route.way.{w}"),
    )
    if way == "days":
        days = Change(_set_rule, (set_route, route), to="days")
        inputs.number(tr("route.days"), rule.days, name=f"{name}.days", change=days)
    if way == "field":
        inputs.choice(
            tr("term.date_field"),
            rule.field,
            name=f"{name}.field",
            change=Change(_set_rule, (set_route, route), to="field"),
            options=[f.id for f in dates],
            words=lambda f: session.project.field(f).name,
        )
        inputs.number(
            tr("route.days_before"),
            -rule.shift if rule.shift < 0 else 0,
            name=f"{name}.before",
            change=Change(_set_rule, (set_route, route), to="before"),
        )


def _set_target(project: Project, set_route: SetRoute, route: Route | None, *, where: str | None) -> Project:
    """Lead elsewhere; a pipeline is entered at its first stage until another is chosen."""
    if where is None:
        return set_route(project, route=None)
    if where in {p.id for p in project.pipelines}:
        stages = project.pipeline(where).stages
        to = Destination(pipeline=where, stage=stages[0].id if stages else None)
        opens = route.opens if route else AT_ONCE
        return set_route(project, route=Route(target=Target.PIPELINE, to=to, opens=opens))
    return set_route(project, route=Route(target=Target(where)))


def _set_stage(project: Project, set_route: SetRoute, route: Route, *, stage: str) -> Project:
    to = route.to.changed(stage=stage) if route.to else None
    return set_route(project, route=route.changed(to=to))


def _set_way(project: Project, set_route: SetRoute, route: Route, *, way: str) -> Project:
    if way == "field":
        date = next(f.id for f in project.fields if f.type in DATES)
        return set_route(project, route=route.changed(opens=DateRule(field=date)))
    return set_route(project, route=route.changed(opens=DateRule(days=30) if way == "days" else AT_ONCE))


def _set_rule(
    project: Project,
    set_route: SetRoute,
    route: Route,
    *,
    days: float | None = None,
    field: str | None = None,
    before: float | None = None,
) -> Project:
    rule = route.opens
    if days is not None:
        rule = DateRule(days=int(days))
    if field is not None:
        rule = rule.changed(field=field)
    if before is not None:
        rule = rule.changed(shift=-int(before))
    return set_route(project, route=route.changed(opens=rule))


def _set_mode(project: Project, set_route: SetRoute, route: Route, *, moved: bool) -> Project:
    mode = TransferMode.MOVE if moved else TransferMode.NEW_DEAL
    return set_route(project, route=route.changed(mode=mode))


def _set_part(project: Project, set_route: SetRoute, route: Route, *, why: str) -> Project:
    return set_route(project, route=route.changed(why=why))
