"""A project compared with an account, as a list to tick off: there, missing, or to be seen by people only."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

import streamlit as st

from exports.checklist_html import EXPORTER, ticked
from exports.exporter import Options, file_name
from wizard.amocrm import manual
from wizard.amocrm.plan import Action, Kind, Plan
from wizard.amocrm.verifying import Verification
from wizard.model.project import Project
from wizard.ui.components import folding, plan_list
from wizard.ui.components.plan_list import Signs
from wizard.ui.plain import plain, safe
from wizard.ui.session import Session

SIGNS: Signs = {
    Action.CREATE: ("\u2717", "verify.missing_here"),
    Action.UPDATE: ("\u2260", "verify.differs"),
    Action.MANUAL: ("\u2260", "verify.differs"),
    Action.UNCHANGED: ("\u2713", "verify.entered"),
}


Left = Sequence[tuple[str, str]]


def headline(session: Session, found: Verification) -> None:
    """Whether the account equals the project, and what does not."""
    tr = session.tr
    words = plain(found.headline(tr))
    if found.equal:
        st.success(words, icon=":material/check_circle:")
    else:
        st.warning(words, icon=":material/rule:")
        plan_list.rows(found.differing, tr, signs=SIGNS)


def details(session: Session, found: Verification, *, by_hand: Left, everything: bool) -> None:
    """What is there; `by_hand` is what people have to look at, each with where that is."""
    tr = session.tr
    if found.entered:
        label = f"**{tr('verify.list.entered')}** \u00b7 {tr.number(len(found.entered))}"
        with folding.fold(label, name="verify.list.entered") as is_open:
            if is_open:
                plan_list.rows(found.entered, tr, signs=SIGNS)
    _by_hand(session, by_hand)
    st.download_button(
        tr("verify.checklist"),
        data=partial(ticked, session.project, Options(all_pipelines=everything), found),
        file_name=file_name(session.project, EXPORTER),
        mime=EXPORTER.media_type,
        key="verify.checklist",
        type="primary" if found.equal and by_hand else "secondary",
        on_click="ignore",
        icon=":material/download:",
    )


def left_by(plan: Plan) -> Left:
    """What no program does in this account."""
    left = (c for c in plan.changes if c.action is Action.MANUAL and not c.local)
    return [(change.name, change.details[0].new if change.details else "") for change in left]


def left_in(project: Project, found: Verification, *, everything: bool) -> Left:
    """What no program does in any account, but for names the comparison tells of itself."""
    told = {"end_names"} if any(c.kind == Kind.END for c in (*found.entered, *found.differing)) else set()
    lines = manual.lines(project, project.pipelines if everything else project.launched())
    return [(line.text, line.place.path) for line in lines if line.kind not in told]


def _by_hand(session: Session, left: Left) -> None:
    """What no API shows has to be looked at."""
    tr = session.tr
    label = f"**{tr('verify.list.by_hand')}** \u00b7 {tr.number(len(left))}"
    with folding.fold(label, name="verify.list.by_hand") as is_open:
        if is_open:
            rows = plan_list.placed((f"<li><span>\u25cb</span><div>{safe(text)}</div></li>", at) for text, at in left)
            note = f'<p class="v-over">{safe(tr("plan.may_differ"))}</p>'
            st.html(f'<ul class="v-plan">{"".join(rows)}</ul>{note}')
