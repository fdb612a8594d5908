"""Reasons of refusal as a picture: a bar for each counted reason, most frequent first."""

from __future__ import annotations

from wizard.charts.bars import BAR_END, Datum, bars_chart, from_left, placed
from wizard.charts.reasons_words import ReasonRow, reason_rows, reasons_in_words, share_text
from wizard.charts.style import BLUE, RED, SKY, Spec
from wizard.i18n.translator import Translator, translator
from wizard.model.pipeline import Pipeline
from wizard.model.project import Project

__all__ = ["reasons_chart", "reasons_in_words"]

_TIPS = (("name", "chart.reasons.tip-name"), ("count", "chart.reasons.tip-count"))
_ROW = BAR_END + 10


def reasons_chart(project: Project, pipeline: Pipeline, *, language: str) -> Spec:
    """The counted reasons of a pipeline, as wide as its container; nothing is drawn while none is counted."""
    say = translator(language)
    rows = reason_rows(project, pipeline)
    most = max((row.count for row in rows), default=0) or 1
    data = [_datum(row, place, most, say) for place, row in enumerate(rows)]
    return bars_chart(data, say, tips=_TIPS, height=max(len(rows), 1) * _ROW)


def _datum(row: ReasonRow, place: int, most: float, say: Translator) -> Datum:
    fill, stroke = (RED, RED) if row.too_many else (SKY, BLUE)
    return {
        "name": f"{'! ' * row.too_many}{row.name or say('chart.unnamed')}",
        "count": share_text(row, say),
        "step": "",
        "narrow": False,
        **placed(place * _ROW),
        **from_left(row.count / most),
        "fill": fill,
        "stroke": stroke,
        "opacity": 1.0,
        "dashed": False,
    }
