"""Step 6. Loss reasons: the account's one list, its use here, and where clients go next."""

from __future__ import annotations

from functools import partial
from typing import Any

import streamlit as st

from wizard.model.edits.losses import add_reason, change_reason, drop_use, set_route, use_reason
from wizard.model.edits.pipelines import change_pipeline
from wizard.model.losses import LossGroup, LossUse
from wizard.model.pipeline import Pipeline
from wizard.model.project import Project, Step
from wizard.model.routes import Route
from wizard.ui import frame, inputs
from wizard.ui.components import findings, folding, gain, listing, lost, route
from wizard.ui.inputs import Change
from wizard.ui.plain import plain
from wizard.ui.session import Session

ID = "losses"
NEEDS_PROJECT = True
# Chosen like a reason; a dot keeps them apart from any reason's id.
_WON, _LOST = "end.won_route", "end.lost_route"


def render(session: Session) -> None:
    frame.step_title(session, Step.LOSSES)
    pipeline = session.pipeline
    if pipeline is None:
        frame.no_stages(session, pipeline)
        return
    chosen = session.chosen.setdefault("reason", next((use.reason for use in pipeline.losses), _WON))
    left, right = st.columns([6, 5], gap="large")
    with left:
        with st.container(horizontal=True, key="losses-more"):
            _add(session, pipeline)
            lost.render(session, pipeline)
        _list(session, pipeline)
    with right:
        use = next((u for u in pipeline.losses if u.reason == chosen), None)
        if chosen in (_WON, _LOST):
            _end(session, pipeline, chosen)
        elif use is not None:
            _editor(session, pipeline, use)
        findings.show(session, findings.of_step(session, Step.LOSSES, pipeline=pipeline.id), place="losses")
    frame.foot(session, Step.LOSSES, back="qualification", onward="others", gain=gain.of_losses(session, pipeline))


def _list(session: Session, pipeline: Pipeline) -> None:
    tr, project = session.tr, session.project
    with st.container(key="reasons"):
        _row(session, _WON, f"{tr('losses.won_route')}: {pipeline.won.name}", pipeline.won_route)
        for use in pipeline.losses:
            reason = project.reason(use.reason)
            comment = f" \u00b7 {tr('losses.comment_short')}" if reason.comment_required else ""
            _row(session, use.reason, f"{reason.name}{comment}", pipeline.route_of(use))
        if pipeline.lost_route or any(use.route is None for use in pipeline.losses):
            _row(session, _LOST, tr("losses.lost_route"), pipeline.lost_route)


def _row(session: Session, reason: str, name: str, where: Route | None) -> None:
    listing.item(
        session,
        f"**{plain(name)}** \u2192 {plain(route.in_words(session, where))}",
        name=inputs.key("reason.row", reason),
        choice=("reason", reason),
        chosen=session.chosen.get("reason") == reason,
    )


def _editor(session: Session, pipeline: Pipeline, use: LossUse) -> None:
    tr, reason = session.tr, session.project.reason(use.reason)
    name = inputs.key("loss", pipeline.id, reason.id)

    def to(attribute: str) -> Change:
        return Change(change_reason, (reason.id,), to=attribute)

    with st.container(border=True, horizontal=True, key="reason"):
        inputs.text(tr("losses.name"), reason.name, name=f"{name}.name", change=to("name"), help=tr("losses.shared"))
        inputs.choice(
            tr("losses.group"),
            reason.group,
            name=f"{name}.group",
            change=to("group"),
            options=list(LossGroup),
            words=lambda group: tr(f"group.{group}"),
            placeholder=tr("ask.choose"),
        )
        inputs.toggle(
            tr("losses.comment"), on=reason.comment_required, name=f"{name}.comment", change=to("comment_required")
        )
        put = partial(_set_reason_route, pipeline.id, reason.id)
        route.render(session, pipeline, use.route, name=f"{name}.route", set_route=put)
        inputs.action(
            tr("losses.drop"),
            key=f"{name}.drop",
            icon=":material/close:",
            on_click=session.apply,
            args=(drop_use, pipeline.id),
            kwargs={"reason": reason.id},
        )


def _set_reason_route(pipeline_id: str, reason: str, project: Project, *, route: Route | None) -> Project:
    return set_route(project, pipeline_id, reason=reason, route=route)


def _end(session: Session, pipeline: Pipeline, chosen: str) -> None:
    """Where a won client goes, or one lost for a reason without a route of its own."""
    end = chosen.removeprefix("end.")
    with st.container(border=True, horizontal=True, key="reason"):
        st.markdown(f"**{session.tr(f'losses.{end}')}**")
        put = partial(_set_end, pipeline.id, end)
        name = inputs.key("loss", pipeline.id, end)
        route.render(session, pipeline, getattr(pipeline, end), name=name, set_route=put)


def _set_end(pipeline_id: str, end: str, project: Project, *, route: Route | None) -> Project:
    values: dict[str, Any] = {end: route}
    return change_pipeline(project, pipeline_id, **values)


def _add(session: Session, pipeline: Pipeline) -> None:
    tr = session.tr
    used = {use.reason for use in pipeline.losses}
    spare = [r for r in session.project.loss_reasons if r.id not in used and r.field is None]
    with folding.menu(
        tr("losses.add"), name="reason.add_menu", icon=":material/add:", disabled=session.readonly
    ) as is_open:
        if not is_open:
            return
        if spare:
            st.caption(tr("losses.from_list"))
        for reason in spare:
            inputs.action(
                plain(reason.name),
                key=inputs.key("reason.use", reason.id),
                on_click=session.apply,
                args=(use_reason, pipeline.id),
                kwargs={"reason": reason.id},
                type="tertiary",
            )
        st.text_input(tr("losses.new"), key="reason.new")
        inputs.action(tr("losses.add_button"), key="reason.add", on_click=_add_reason, args=(session, pipeline.id))


def _add_reason(session: Session, pipeline_id: str) -> None:
    name = str(inputs.typed("reason.new", "")).strip()
    if name and session.commit(add_reason, name, use_in=pipeline_id):
        session.choose("reason", session.project.loss_reasons[-1].id)
    inputs.clear("reason.new")
    inputs.close("reason.add_menu")
