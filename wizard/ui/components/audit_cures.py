"""The two cures of an audit: keep the stages under better names, or rebuild on base funnels and say where deals go."""

from __future__ import annotations

from functools import partial

import streamlit as st

from wizard.audit import wording
from wizard.audit.guess import TEMPLATES
from wizard.audit.mapping import proposed, replaced
from wizard.audit.rebuilding import designed, rebuilt
from wizard.audit.renaming import renamed
from wizard.catalog import reader
from wizard.catalog.start import wording_of
from wizard.model.moves import DealMove
from wizard.model.pipeline import Pipeline, Stage
from wizard.model.project import Project, Step
from wizard.ui import frame, inputs
from wizard.ui.audited import Audited
from wizard.ui.components import diagnosis, folding
from wizard.ui.plain import plain
from wizard.ui.session import Session

KEEP = "keep"
_SHOWN = 12
# New names for more stages than these take seconds to find: they are looked for when asked for.
_FORESEEN = 300


def show(session: Session, audited: Audited) -> None:
    tr = session.tr
    st.subheader(tr("audit.cures"), anchor=False)
    left, right = st.columns([5, 6], gap="large")
    with left, st.container(border=True, gap="small"):
        st.markdown(f"**{tr('audit.rename_title')}**")
        _rename(session, audited)
    with right, st.container(border=True, gap="small"):
        st.markdown(f"**{tr('audit.rebuild_title')}**")
        _rebuild(session, audited)


def _rename(session: Session, audited: Audited) -> None:
    tr = session.tr
    many = sum(len(pipeline.stages) for pipeline in audited.project.pipelines) > _FORESEEN
    changes = [] if many else _changes(audited.project, _renamed(audited))
    st.caption(tr("audit.rename_note" if many or changes else "audit.rename_nothing"))
    lines = [f"- {plain(old)} \u2192 **{plain(new)}**" for old, new in changes[:_SHOWN]]
    if len(changes) > _SHOWN:
        lines.append(f"- {tr.plural('audit.renames_more', len(changes) - _SHOWN)}")
    st.markdown("\n".join(lines))
    label = tr("audit.rename_button" if many or changes else "audit.open_button")
    if st.button(label, key="audit.rename"):
        _open(session, _renamed(audited))


def _renamed(audited: Audited) -> Project:
    after: Project = audited.once("renamed", lambda: renamed(audited.project))
    return after


def _changes(before: Project, after: Project) -> list[tuple[str, str]]:
    """Old and new names of the stages that get another one."""
    pairs = (
        (old.name, new.name)
        for was, now in zip(before.pipelines, after.pipelines, strict=True)
        for old, new in zip(was.stages, now.stages, strict=True)
    )
    return [(old, new) for old, new in pairs if old != new]


def _rebuild(session: Session, audited: Audited) -> None:
    tr = session.tr
    st.caption(tr("audit.rebuild_note"))
    ids = [industry.id for industry in reader.industries()]
    industry = st.selectbox(
        tr("ask.industry"),
        ids,
        index=ids.index("general"),
        format_func=partial(diagnosis.industry_name, tr=tr),
        key="audit.industry",
        placeholder=tr("ask.choose"),
    )
    plan = _plan(session, audited)
    if not plan:
        return
    key = (industry, *plan.items())
    after: Project = audited.once(key, lambda: designed(audited.project, plan, industry=industry))
    moves: tuple[DealMove, ...] = audited.once(("moves", *key), lambda: proposed(audited.project, after, plan))
    moves = _moves(session, audited, after, plan=plan, moves=moves)
    if st.button(tr("audit.rebuild_button"), key="audit.rebuild", type="primary"):
        _open(session, rebuilt(audited.project, plan, industry=industry, moves=moves))


def _plan(session: Session, audited: Audited) -> dict[str, str]:
    """Which base funnel takes the place of which; the guess is offered, the reader decides."""
    tr = session.tr
    wording = wording_of(audited.project)
    names = {template.id: wording(template.name) for template in reader.funnels()}
    plan = {}
    for pipeline in audited.project.pipelines:
        options = [*names, KEEP]
        guess = TEMPLATES[pipeline.goal_type] if pipeline.goal_type else KEEP
        chosen = st.selectbox(
            tr("audit.plan", name=plain(pipeline.name)),
            options,
            index=options.index(guess),
            format_func=lambda option: names.get(option) or tr("audit.plan_keep"),
            key=inputs.key("audit", "plan", pipeline.id),
            placeholder=tr("ask.choose"),
        )
        if chosen != KEEP:
            plan[pipeline.id] = chosen
    return plan


def _moves(
    session: Session, audited: Audited, after: Project, *, plan: dict[str, str], moves: tuple[DealMove, ...]
) -> tuple[DealMove, ...]:
    """The table of the deals' move, a part for each funnel; what is folded stays as proposed."""
    tr = session.tr
    lines = list(zip(replaced(audited.project, plan), moves, strict=True))
    decided: list[DealMove] = []
    st.caption(tr("audit.moves_note"))
    for pipeline in (p for p in audited.project.pipelines if p.id in plan):
        own = [(stage, move) for (old, stage), move in lines if old.id == pipeline.id]
        label = tr("audit.moves", name=plain(pipeline.name))
        name = inputs.key("audit", "moves", pipeline.id)
        with folding.fold(label, name=name, expanded=len(plan) == 1) as is_open:
            for stage, move in own:
                decided.append(_move(session, pipeline, stage, move=move, after=after) if is_open else move)
    return tuple(decided)


def _move(session: Session, pipeline: Pipeline, stage: Stage, *, move: DealMove, after: Project) -> DealMove:
    """A row of the table: the stage as it was, and where its deals go."""
    tr, new = session.tr, after.pipeline(move.pipeline)
    names = wording.aims(new, tr)
    options = list(names)
    left, right = st.columns([4, 5], gap="small", vertical_alignment="center")
    left.markdown(plain(stage.name) or "\u2014")
    chosen = right.selectbox(
        tr("audit.move", name=plain(stage.name)),
        options,
        index=options.index(wording.aim_of(move)),
        format_func=inputs.told_apart(options, lambda option: names.get(option, option)),
        key=inputs.key("audit", "move", pipeline.id, stage.id, new.id),
        placeholder=tr("ask.choose"),
        label_visibility="collapsed",
    )
    return wording.aimed(move, chosen)


def _open(session: Session, project: Project) -> None:
    if session.begin(project.changed(started=(Step.GOALS, Step.STAGES))):
        frame.turn_to(session, "hub")
