"""Market references beside the user's figures, each with its source and year."""

from __future__ import annotations

import streamlit as st

from wizard.catalog.benchmarks import beside, in_words
from wizard.model.pipeline import Pipeline
from wizard.ui.components import folding, listing
from wizard.ui.session import Session


def render(session: Session, pipeline: Pipeline) -> None:
    """Folded, so that nobody takes them for his own; nothing where there is none for this trade."""
    found = beside(session.project, pipeline)
    if not found:
        return
    with folding.fold(session.tr.plural("references.title", len(found)), name="shape.references") as is_open:
        if not is_open:
            return
        st.caption(session.tr("references.note"))
        listing.bullets(*(in_words(each, session.tr) for each in found))
