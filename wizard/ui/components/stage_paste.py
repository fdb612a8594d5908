"""Rows copied from Excel: what they would change is shown before they are written, as one edit."""

from __future__ import annotations

import streamlit as st

from wizard.i18n.translator import Translator
from wizard.model.pipeline import Pipeline
from wizard.table.pasting import LONGEST, Pasted, left, pasted
from wizard.table.rows import COLUMNS, Row, write_rows
from wizard.ui import inputs
from wizard.ui.components import folding
from wizard.ui.components.stage_table import bad_in_words
from wizard.ui.plain import plain
from wizard.ui.session import Session

_BOX = "pasted_rows"
_NAMED = 40


def render(session: Session, pipeline: Pipeline) -> None:
    tr = session.tr
    with folding.fold(tr("paste.title"), name="table.pasting", icon=":material/content_paste:") as is_open:
        if not is_open:
            return
        columns = " \u00b7 ".join(tr(f"grid.{column}") for column in COLUMNS)
        st.caption(tr("paste.columns", columns=columns))
        st.text_area(tr("paste.label"), key=_BOX, height=140, max_chars=LONGEST, placeholder=tr("paste.placeholder"))
        rows = pasted(str(inputs.typed(_BOX, "") or ""), session.project, pipeline, tr=tr)
        if rows:
            _preview(session, pipeline, rows)


def _preview(session: Session, pipeline: Pipeline, rows: tuple[Pasted, ...]) -> None:
    """What each row would do, the ones that are not understood first."""
    tr = session.tr
    for one in rows:
        for cell in one.row.bad:
            st.error(plain(tr("paste.row", n=one.number, why=bad_in_words(cell, tr))), icon=":material/error:")
    writes = [one for one in rows if one.is_good and (one.is_new or one.changes)]
    said = [_said(one, tr) for one in writes]
    same = sum(one.is_good for one in rows) - len(writes)
    if same:
        said.append(tr.plural("paste.same", same))
    st.markdown("\n".join(f"- {line}" for line in said))
    inputs.action(
        tr.plural("paste.write", len(writes)) if writes else tr("paste.nothing"),
        key="table.write",
        disabled=not writes,
        on_click=_write,
        args=(session, pipeline.id),
    )


def _said(one: Pasted, tr: Translator) -> str:
    name = plain(_short(one.name))
    if one.is_new:
        return tr("paste.new", name=name)
    cells = (plain(f"{tr(f'grid.{c}')} \u2192 \u00ab{_short(text)}\u00bb") for c, text in one.changes.items())
    return tr("paste.changed", name=name, what=", ".join(cells))


def _short(text: str) -> str:
    return text if len(text) <= _NAMED else f"{text[:_NAMED]}\u2026"


def _write(session: Session, pipeline_id: str) -> None:
    """Write the rows that are understood; the others stay in the box."""
    text = str(inputs.typed(_BOX, "") or "")
    rows = pasted(text, session.project, session.project.pipeline(pipeline_id), tr=session.tr)
    # A row left out still says where the next one belongs.
    writes = [one.row if one.is_good else Row(one.row.stage) for one in rows if one.is_good or one.row.stage]
    if session.commit(write_rows, pipeline_id, rows=writes):
        inputs.fill(_BOX, left(text, rows))
        session.notice = session.tr.plural("paste.written", sum(one.is_good for one in rows))
