"""How many deals are lost for each reason: counted by the user, drawn once something is counted."""

from __future__ import annotations

import streamlit as st

from wizard import forecast
from wizard.model.edits.losses import set_count
from wizard.model.pipeline import Pipeline
from wizard.ui import inputs
from wizard.ui.components import charts, folding
from wizard.ui.inputs import Change
from wizard.ui.plain import plain
from wizard.ui.session import Session


def render(session: Session, pipeline: Pipeline) -> None:
    tr = session.tr
    if not pipeline.losses:
        return
    counted = forecast.lost_counts(pipeline)
    with folding.fold(tr("lost.title"), name="losses.counts") as is_open:
        if not is_open:
            return
        st.caption(tr("lost.note"))
        if any(counted.values()):
            charts.reasons(session, pipeline)
        for use in pipeline.losses:
            inputs.number(
                plain(session.project.reason(use.reason).name),
                use.count,
                name=inputs.key("lost", pipeline.id, use.reason),
                change=Change(set_count, (pipeline.id,), to="count", kwargs={"reason": use.reason}),
            )
