"""What the diagnosis recommends: which funnels, which to launch now, and why; the reader decides."""

from __future__ import annotations

import streamlit as st

from wizard.catalog import reader
from wizard.catalog.recommend import Recommendation, recommend
from wizard.catalog.start import start, wording_of
from wizard.model.edits.project import replace_project
from wizard.model.pipeline import Launch
from wizard.model.project import Project, Step
from wizard.ui import inputs, shelves
from wizard.ui.plain import plain
from wizard.ui.session import Session

NOT = "not"


def render(session: Session) -> None:
    tr = session.tr
    own = shelves.shelf(session)
    advised = recommend(session.answers, industry=session.company.industry, shelf=own)
    recommended = {r.funnel: r for r in advised}
    now = sum(r.launch is Launch.NOW for r in recommended.values())
    st.subheader(tr("advice.title"), anchor=False)
    st.markdown(tr.plural("advice.now", now))
    for template in reader.funnels():
        if template.id in recommended:
            _row(session, template.id, recommended[template.id])
    for template in own.own_funnels:
        _row(session, template.id, None)
    with st.expander(tr("advice.more")):
        for template in reader.funnels():
            if template.id not in recommended:
                _row(session, template.id, None)
    with st.container(horizontal=True):
        st.button(tr("advice.create"), key="advice.create", type="primary", on_click=_create, args=(session,))
        st.button(tr("frame.back"), key="advice.back", on_click=_again, args=(session,))
    st.caption(tr("start.honesty"))


def _row(session: Session, funnel: str, advice: Recommendation | None) -> None:
    tr = session.tr
    own = shelves.shelf(session)
    template = own.funnel(funnel)
    wording = wording_of(Project(company=session.company, diagnosis=session.answers), own)
    name, goal = wording(template.name), wording(template.goal)
    with st.container(border=True, horizontal=True, vertical_alignment="center", horizontal_alignment="distribute"):
        mark = "" if own.is_shipped(template) else f" :violet-badge[{tr('desk.own')}]"
        why = tr(f"advice.{funnel}.{advice.why}") if advice else goal
        st.markdown(f"**{plain(name)}**{mark}\\\n:small[{plain(why)}]", width=620)
        st.segmented_control(
            f"{tr('advice.when')}: {plain(name)}",
            [Launch.NOW, Launch.LATER, NOT],
            default=advice.launch if advice else NOT,
            format_func=lambda option: tr(f"launch.{option}"),
            key=inputs.key("advice", funnel),
            required=True,
            label_visibility="collapsed",
        )


def _create(session: Session) -> None:
    own = shelves.shelf(session)
    picked = {t.id: inputs.typed(inputs.key("advice", t.id), NOT) for t in own.funnels}
    recommended = recommend(session.answers, industry=session.company.industry, shelf=own)
    usual = {r.funnel: str(r.launch) for r in recommended}
    # Rows in a folded part may not have been drawn: they stay as recommended.
    picked = {funnel: (value or usual.get(funnel, NOT)) for funnel, value in picked.items()}
    project = _project(session, picked)
    if session.project.pipelines:
        session.commit(replace_project, project)
    else:
        session.restart(project)
    session.asking = False


def _project(session: Session, picked: dict[str, str]) -> Project:
    chosen = tuple(funnel for funnel, when in picked.items() if when != NOT)
    now = tuple(funnel for funnel, when in picked.items() if when == Launch.NOW)
    project = start(chosen, company=session.company, diagnosis=session.answers, now=now, shelf=shelves.shelf(session))
    # What people said is no answer of the diagnosis: it stays.
    return project.changed(started=(Step.GOALS,), workshop=session.project.workshop)


def _again(session: Session) -> None:
    session.question -= 1
