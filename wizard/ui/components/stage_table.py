"""For experts: all stages of a pipeline in one table, with what was copied from Excel beside it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import streamlit as st

from wizard.i18n.translator import Translator
from wizard.model.pipeline import PALETTE, Pipeline
from wizard.table.rows import COLUMNS, Bad, Row, cells, colour_in_words, row, write_rows
from wizard.ui import inputs
from wizard.ui.plain import plain
from wizard.ui.session import Session
from wizard.ui.sheet import Cells, Sheet

_WIDTHS = {"name": 180, "proof": 200, "step": 180, "term": 110, "owner": 140, "colour": 130, "conversion": 120}
_QUOTED = 60


def render(session: Session, pipeline: Pipeline) -> None:
    """The table; what is typed into it is written at once, what is not understood is said below."""
    tr, sheet = session.tr, session.sheet
    rows = tuple((s.id, cells(session.project, pipeline, s, tr=tr)) for s in pipeline.stages)
    read = _read(session, pipeline, sheet)
    bad = {(str(one.stage), cell.column) for one in read for cell in one.bad}
    if not sheet.goes_on(pipeline.id, rows, sheet.typed_over(_edits(sheet)), bad):
        session.sheet = sheet = sheet.anew(pipeline.id, rows)
        read = ()
    st.data_editor(
        [dict(cells) for _, cells in sheet.rows],
        key=sheet.key,
        column_config=_columns(tr, sheet),
        column_order=COLUMNS,
        hide_index=True,
        height="content",
        disabled=session.readonly,
        on_change=_write,
        args=(session, pipeline.id),
        alt=plain(tr("grid.alt", name=pipeline.name)),
    )
    for one in read:
        for cell in one.bad:
            name = pipeline.stage(one.stage or "").name or tr("board.unnamed")
            st.error(plain(f"\u00ab{name}\u00bb: {bad_in_words(cell, tr)}"), icon=":material/error:")


def bad_in_words(cell: Bad, tr: Translator) -> str:
    """Why a cell is not understood, and what would be."""
    text = cell.text if len(cell.text) <= _QUOTED else f"{cell.text[:_QUOTED]}\u2026"
    return tr(f"grid.bad.{cell.column}", text=text)


def _columns(tr: Translator, sheet: Sheet) -> dict[str, Any]:
    config = st.column_config
    told: dict[str, Any] = {c: config.TextColumn(tr(f"grid.{c}"), width=_WIDTHS[c]) for c in COLUMNS}
    named = [colour_in_words(colour, tr) for colour in PALETTE]
    odd = [cells["colour"] for _, cells in sheet.rows if cells["colour"]]
    options = list(dict.fromkeys((*named, *odd)))
    told["colour"] = config.SelectboxColumn(tr("grid.colour"), width=_WIDTHS["colour"], options=options)
    return told


def _edits(sheet: Sheet) -> Mapping[int, Mapping[str, str | None]]:
    found: Mapping[int, Mapping[str, str | None]] = inputs.typed(sheet.key, {}).get("edited_rows", {})
    return found


def _read(session: Session, pipeline: Pipeline, sheet: Sheet) -> tuple[Row, ...]:
    """What was typed and is not in the project yet."""
    if sheet.pipeline != pipeline.id:
        return ()
    typed, known = sheet.typed_over(_edits(sheet)), {s.id: s for s in pipeline.stages}
    return tuple(_row(session, pipeline, stage, texts) for stage, texts in typed.items() if stage in known)


def _row(session: Session, pipeline: Pipeline, stage: str, texts: Cells) -> Row:
    shown = cells(session.project, pipeline, pipeline.stage(stage), tr=session.tr)
    new = {column: text for column, text in texts.items() if text.strip() != shown[column]}
    return row(stage, new, shown, tr=session.tr)


def _write(session: Session, pipeline_id: str) -> None:
    pipeline = session.project.pipeline(pipeline_id)
    rows = [one for one in _read(session, pipeline, session.sheet) if one.values]
    if rows:
        session.commit(write_rows, pipeline_id, rows=rows)
