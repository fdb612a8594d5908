"""The charts on a page: a spec is computed once for each state of the project."""

from __future__ import annotations

from functools import partial
from typing import Any

import streamlit as st

from wizard.charts.funnel_words import funnel_in_words
from wizard.charts.plan_words import plan_in_words
from wizard.charts.reasons_words import reasons_in_words
from wizard.charts.route_words import routes_in_words
from wizard.charts.what_if_words import what_if_in_words
from wizard.forecast import Plan, WhatIf
from wizard.model.pipeline import Pipeline
from wizard.ui.components import folding
from wizard.ui.plain import plain
from wizard.ui.session import Session

_PICTURED = 12  # more boxes than that are a wall


def funnel(session: Session, pipeline: Pipeline) -> None:
    """The funnel of a pipeline, with its text twin folded under it."""
    words = funnel_in_words(pipeline, language=session.language)
    spec = session.once(f"funnel.{pipeline.id}", partial(_funnel_spec, session, pipeline))
    _shown(spec, words, name=f"funnel.{pipeline.id}")
    _in_words(session, words, name="funnel")


def plan(session: Session, pipeline: Pipeline, found: Plan) -> None:
    """A revenue goal taken apart."""
    currency = session.project.company.currency
    words = plan_in_words(found, pipeline, language=session.language, currency=currency)
    spec = session.once(f"plan.{pipeline.id}", partial(_plan_spec, session, pipeline, found))
    _shown(spec, words, name=f"plan.{pipeline.id}")
    _in_words(session, words, name="plan")


def what_if(session: Session, pipeline: Pipeline, found: WhatIf, *, stage: str) -> None:
    """The funnel now and after; drawn anew each time, for it hangs on what is tried out and not on the project."""
    currency = session.project.company.currency
    words = what_if_in_words(found, pipeline, stage, language=session.language, currency=currency)
    _shown(_what_if_spec(session, pipeline, found), words, name=f"what_if.{pipeline.id}")
    _in_words(session, words, name="what_if")


def reasons(session: Session, pipeline: Pipeline) -> None:
    """The counted reasons of refusal."""
    words = reasons_in_words(session.project, pipeline, language=session.language)
    spec = session.once(f"reasons.{pipeline.id}", partial(_reasons_spec, session, pipeline))
    _shown(spec, words, name=f"reasons.{pipeline.id}")
    _in_words(session, words, name="reasons")


def route_map(session: Session) -> None:
    """The map of pipelines and where clients go from each, with its text twin; folded where it is a wall of boxes."""
    if len(session.project.pipelines) <= _PICTURED:
        _map(session)
        return
    with folding.fold(session.tr("chart.map"), name="chart.map", icon=":material/account_tree:") as is_open:
        if is_open:
            _map(session)


def _map(session: Session) -> None:
    words = routes_in_words(session.project, language=session.language)
    # A picture of boxes cannot shrink and stay readable, so there are two, and the screen's width picks one.
    place, columns = ("narrow", 1) if session.narrow else ("wide", 2)
    spec = session.once(f"map.{place}", partial(_map_spec, session, columns))
    st.vega_lite_chart(spec=spec, width="content", alt=" ".join(words), key=f"chart.map.{place}")
    _in_words(session, *words, name="map", mark="- ")


def _shown(spec: dict[str, Any], words: str, *, name: str) -> None:
    st.vega_lite_chart(spec=spec, width="stretch", alt=words, key=f"chart.{name}")


def _in_words(session: Session, *lines: str, name: str, mark: str = "") -> None:
    with folding.fold(session.tr("chart.in_words"), name=f"chart.{name}.words") as is_open:
        for line in lines if is_open else ():
            st.markdown(f"{mark}{plain(line)}")


def _funnel_spec(session: Session, pipeline: Pipeline) -> dict[str, Any]:
    from wizard.charts.funnel import funnel_chart  # noqa: PLC0415 - altair takes a third of a second to import

    return _spec(funnel_chart(pipeline, language=session.language))


def _plan_spec(session: Session, pipeline: Pipeline, found: Plan) -> dict[str, Any]:
    from wizard.charts.plan import plan_chart  # noqa: PLC0415 - as above

    currency = session.project.company.currency
    return _spec(plan_chart(found, pipeline, language=session.language, currency=currency))


def _what_if_spec(session: Session, pipeline: Pipeline, found: WhatIf) -> dict[str, Any]:
    from wizard.charts.what_if import what_if_chart  # noqa: PLC0415 - as above

    return _spec(what_if_chart(found, pipeline, language=session.language))


def _reasons_spec(session: Session, pipeline: Pipeline) -> dict[str, Any]:
    from wizard.charts.reasons import reasons_chart  # noqa: PLC0415 - as above

    return _spec(reasons_chart(session.project, pipeline, language=session.language))


def _map_spec(session: Session, columns: int) -> dict[str, Any]:
    from wizard.charts.route_map import route_map as draw_map  # noqa: PLC0415 - as above

    return _spec(draw_map(session.project, language=session.language, columns=columns))


def _spec(chart: dict[str, Any]) -> dict[str, Any]:
    """The chart with its data as a table: Streamlit would make one of the rows on every run."""
    import pandas as pd  # noqa: PLC0415 - as above
    import pyarrow as pa  # noqa: PLC0415

    tables = {name: pa.Table.from_pandas(pd.DataFrame(rows)) for name, rows in chart["datasets"].items()}
    return {**chart, "datasets": tables}
