"""Step 1. Number and goals of funnels: the diagnosis, then the funnels and where they lead."""

from __future__ import annotations

import streamlit as st

from wizard.catalog.shelf import Shelf
from wizard.catalog.start import add_funnel, missing
from wizard.model.edits.pipelines import (
    add_empty_pipeline,
    change_pipeline,
    delete_pipeline,
    duplicate_pipeline,
    move_pipeline,
    waiting_routes,
)
from wizard.model.edits.project import change_company
from wizard.model.pipeline import GoalType, Launch, Pipeline, Subject
from wizard.model.project import Project, Step
from wizard.ui import frame, inputs, shelves
from wizard.ui.components import charts, diagnosis, findings, folding, gain, paging, recommendation
from wizard.ui.inputs import Change
from wizard.ui.plain import plain, safe
from wizard.ui.session import Session
from wizard.ui.style import ROW

ID = "goals"
NEEDS_PROJECT = False


def render(session: Session) -> None:
    if session.is_open and not session.asking:
        frame.step_title(session, Step.GOALS)
        _funnels(session)
    elif diagnosis.done(session):
        frame.title(session, ID)
        recommendation.render(session)
    else:
        frame.title(session, ID)
        diagnosis.render(session)


def _funnels(session: Session) -> None:
    left, right = st.columns([5, 6], gap="large")
    with left:
        findings.show(session, findings.of_step(session, Step.GOALS), place="goals")
        for pipeline in paging.part(session, session.project.pipelines, page=ID):
            _row(session, pipeline)
        _add(session)
        _company(session)
    with right:
        charts.route_map(session)
    frame.foot(session, Step.GOALS, back="hub", onward="stages", gain=gain.of_funnels(session))


def _row(session: Session, pipeline: Pipeline) -> None:
    tr = session.tr
    name = inputs.key("goals", pipeline.id)
    with st.container(border=True, horizontal=True, vertical_alignment="center", gap="xsmall", key=f"card-{name}"):
        said = f"<b>{safe(pipeline.name or tr('goals.unnamed'))}</b><br>{safe(pipeline.goal)}"
        st.html(f'<p class="v-said">{said}</p>', width=ROW)
        inputs.segments(
            f"{tr('advice.when')}: {plain(pipeline.name)}",
            pipeline.launch,
            name=f"{name}.launch",
            change=Change(change_pipeline, (pipeline.id,), to="launch"),
            options=[Launch.NOW, Launch.LATER],
            words=lambda option: tr(f"launch.{option}"),
            label_visibility="collapsed",
        )
        with folding.menu(tr("goals.change"), name=f"{name}.more", icon=":material/edit:") as is_open:
            if is_open:
                _details(session, pipeline, name)
        if st.button(tr("goals.stages"), key=f"{name}.stages"):
            session.choose("pipeline", pipeline.id)
            frame.turn_to(session, "stages")


def _details(session: Session, pipeline: Pipeline, name: str) -> None:
    tr = session.tr

    def to(attribute: str) -> Change:
        return Change(change_pipeline, (pipeline.id,), to=attribute)

    inputs.text(tr("goals.name"), pipeline.name, name=f"{name}.name", change=to("name"))
    inputs.choice(
        tr("goals.goal_type"),
        pipeline.goal_type,
        name=f"{name}.goal_type",
        change=to("goal_type"),
        options=list(GoalType),
        words=lambda option: tr(f"goal.{option}"),
        placeholder=tr("ask.choose"),
    )
    inputs.text(tr("goals.goal"), pipeline.goal, name=f"{name}.goal", change=to("goal"))
    inputs.segments(
        tr("goals.subject"),
        pipeline.subject,
        name=f"{name}.subject",
        change=to("subject"),
        options=list(Subject),
        words=lambda option: tr(f"subject.{option}"),
    )
    with st.expander(tr("goals.more")):
        inputs.text(tr("goals.entry"), pipeline.entry, name=f"{name}.entry", change=to("entry"), area=True)
        inputs.text(tr("goals.deal_is"), pipeline.deal_is, name=f"{name}.deal_is", change=to("deal_is"))
        inputs.text(
            tr("goals.sources"),
            "\n".join(pipeline.sources),
            name=f"{name}.sources",
            change=Change(_set_sources, (pipeline.id,), to="lines"),
            area=True,
        )
        inputs.toggle(tr("goals.unsorted"), on=pipeline.unsorted, name=f"{name}.unsorted", change=to("unsorted"))
        main = session.project.main_pipeline == pipeline.id
        inputs.toggle(
            tr("goals.main"), on=main, name=f"{name}.main", change=Change(_set_main, (pipeline.id,), to="main")
        )
    st.text_input(tr("goals.product"), key=f"{name}.product", placeholder=tr("goals.product_example"))
    inputs.action(
        tr("goals.duplicate"), key=f"{name}.duplicate", on_click=_duplicate, args=(session, pipeline.id, name)
    )
    with st.container(horizontal=True):
        for by, icon in ((-1, ":material/arrow_upward:"), (1, ":material/arrow_downward:")):
            inputs.action(
                tr("goals.up") if by < 0 else tr("goals.down"),
                key=f"{name}.move{by}",
                icon=icon,
                on_click=_move,
                args=(session, pipeline.id),
                kwargs={"by": by},
            )
        inputs.action(
            tr("goals.delete"),
            key=f"{name}.delete",
            icon=":material/delete:",
            on_click=_delete,
            args=(session, pipeline),
        )


def _move(session: Session, pipeline_id: str, *, by: int) -> None:
    session.commit(move_pipeline, pipeline_id, by=by)
    paging.show(session, pipeline_id)


def _set_sources(project: Project, pipeline_id: str, *, lines: str) -> Project:
    sources = tuple(line.strip() for line in lines.splitlines() if line.strip())
    return change_pipeline(project, pipeline_id, sources=sources)


def _set_main(project: Project, pipeline_id: str, *, main: bool) -> Project:
    return project.changed(main_pipeline=pipeline_id if main else None)


def _duplicate(session: Session, pipeline_id: str, name: str) -> None:
    product = str(inputs.typed(f"{name}.product", "")).strip()
    before = session.project
    original = before.pipeline(pipeline_id).name
    session.commit(duplicate_pipeline, pipeline_id, name=product or session.tr("goals.copy_of", name=original))
    paging.show_new(session, before)
    inputs.clear(f"{name}.product")


def _delete(session: Session, pipeline: Pipeline) -> None:
    if session.commit(delete_pipeline, pipeline.id):
        session.notice = session.tr("goals.deleted", name=plain(pipeline.name))


def _add(session: Session) -> None:
    tr = session.tr
    with folding.fold(tr("goals.add"), name="goals.add", icon=":material/add:") as is_open:
        if not is_open:
            return
        own = shelves.shelf(session)
        for template in missing(session.project, own):
            name = template.name.in_(session.project.company.language)
            waiting = waiting_routes(session.project, template.id)
            hint = tr.plural("goals.waiting", waiting) if waiting else ""
            name = name if own.is_shipped(template) else tr("desk.own_named", name=name)
            inputs.action(
                f"{plain(name)} {hint}",
                key=inputs.key("goals", "add", template.id),
                on_click=_add_known,
                args=(session, template.id),
                kwargs={"shelf": own},
                help=template.for_whom.in_(session.project.company.language),
                icon=":material/add:",
                type="tertiary",
            )
        st.text_input(tr("goals.empty_name"), key="goals.empty")
        inputs.action(tr("goals.add_empty"), key="goals.add_empty", on_click=_add_empty, args=(session,))


def _add_known(session: Session, template: str, *, shelf: Shelf) -> None:
    before = session.project
    session.commit(add_funnel, template, shelf=shelf)
    paging.show_new(session, before)


def _add_empty(session: Session) -> None:
    before = session.project
    name = str(inputs.typed("goals.empty", "")).strip()
    session.commit(add_empty_pipeline, name or session.tr("goals.new_funnel"))
    paging.show_new(session, before)
    inputs.clear("goals.empty")


def _company(session: Session) -> None:
    tr, company = session.tr, session.project.company
    with folding.fold(tr("goals.company"), name="goals.company", icon=":material/storefront:") as is_open:
        if not is_open:
            return
        inputs.text(tr("ask.company"), company.name, name="company.rename", change=Change(change_company, to="name"))
        inputs.choice(
            tr("goals.currency"),
            company.currency,
            name="company.currency",
            change=Change(change_company, to="currency"),
            options=sorted({"RUB", "KZT", "BYN", "UZS", "USD", "EUR", company.currency}),
            words=str,
        )
        st.caption(tr("goals.again_note"))
        inputs.action(tr("goals.again"), key="goals.again", on_click=_again, args=(session,))


def _again(session: Session) -> None:
    """Answer the questions anew, with the old answers in them; the project stays until new funnels are made."""
    session.company, session.answers = session.project.company, session.project.diagnosis
    session.question, session.asking = 0, True
