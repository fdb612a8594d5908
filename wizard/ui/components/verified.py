"""A project compared with an account, as a list to tick off: there, missing, or to be seen by people only."""

from __future__ import annotations

from functools import partial

import streamlit as st

from exports.checklist_html import EXPORTER, ticked
from exports.exporter import Options, file_name
from wizard.amocrm import manual
from wizard.amocrm.plan import Action
from wizard.amocrm.verifying import Verification
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


def show(session: Session, found: Verification, *, everything: bool) -> None:
    tr = session.tr
    headline = plain(found.headline(tr))
    if found.equal:
        st.success(headline, icon=":material/check_circle:")
    else:
        st.warning(headline, icon=":material/rule:")
        plan_list.rows(found.differing, tr, signs=SIGNS)
    if found.entered:
        label = f"**{tr('verify.list.entered')}** \u00b7 {tr.number(len(found.entered))}"
        with folding.fold(label, name="verify.list.entered") as is_open:
            if is_open:
                plan_list.rows(found.entered, tr, signs=SIGNS)
    _by_hand(session, everything=everything)
    st.download_button(
        tr("verify.checklist"),
        data=partial(ticked, session.project, Options(all_pipelines=everything), found),
        file_name=file_name(session.project, EXPORTER),
        mime=EXPORTER.media_type,
        key="verify.checklist",
        on_click="ignore",
        icon=":material/download:",
    )


def _by_hand(session: Session, *, everything: bool) -> None:
    """What no API shows has to be looked at."""
    tr, project = session.tr, session.project
    lines = manual.lines(project, project.pipelines if everything else project.launched())
    label = f"**{tr('verify.list.by_hand')}** \u00b7 {tr.number(len(lines))}"
    with folding.fold(label, name="verify.list.by_hand") as is_open:
        if is_open:
            rows = (
                f"<li><span>\u25cb</span><div>{safe(line.text)}<small>{safe(line.where)}</small></div></li>"
                for line in lines
            )
            st.html(f'<ul class="v-plan">{"".join(rows)}</ul>')
