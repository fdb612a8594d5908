"""How the charts look: colours, the text style, and positions given in pixels.

The colours are the blue and green of Okabe and Ito, darkened until they reach a contrast of 3 on white and
on Streamlit's dark page alike, grey for what is lost, and red for what is wrong and for nothing else; every
meaning has a sign or a kind of line as well.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

# Before Altair, which would use them half imported while another thread is at it.
import numpy as np  # noqa: F401  isort: skip
import pandas as pd  # noqa: F401  isort: skip
import altair as alt  # isort: skip

Spec = dict[str, Any]  # a chart in Vega-Lite

BLUE = "#0072B2"
SKY = "#56B4E9"
GREEN = "#00855F"
GREY = "#697386"
RED = "#D32F2F"
WHITE = "#FFFFFF"
INK = "#1f2630"  # on the pale colours of a board
OUTLINE = "#8a93a0"

_ROWS = "rows"
_DASHED = [5, 4]
_SOLID = [1, 0]
NO_FRAME = alt.ViewBackground(strokeOpacity=0, fillOpacity=0)

# A text mark is black in Vega-Lite whatever the theme, but `background` is the page's own colour.
TEXT = alt.ExprRef("luminance(background || 'white') < 0.4 ? '#fafafa' : '#1f2630'")
MUTED = 0.75


def pixels(field: str, channel: type[Any]) -> Any:
    """A position channel whose data are pixels from the left or from the top."""
    return channel(field, type="quantitative", axis=None, scale=None)


def of_kind(kind: str) -> alt.Chart:
    """A chart of the data of one kind; all kinds of a picture share one list."""
    return alt.Chart().transform_filter(f"datum.kind == '{kind}'")


def at(marked: alt.Chart, **more: Any) -> alt.Chart:
    """The mark at the pixels its data say."""
    return marked.encode(x=pixels("x", alt.X), y=pixels("y", alt.Y), **more)


def text_mark(size: int, *, bold: bool = False, **more: Any) -> dict[str, Any]:
    """Arguments of `mark_text` for text that is read on a light and on a dark page."""
    weight = "bold" if bold else "normal"
    return {"color": TEXT, "fontSize": size, "fontWeight": weight, "aria": False, "tooltip": None, **more}


def as_is(field: str, channel: type[Any]) -> Any:
    """A channel that takes the value of the field itself (a colour, an angle, a dash)."""
    return channel(field, type="nominal", scale=None, legend=None)


# Vega-Lite drops a conditional dash of rectangles, so they take an expression.
RECT_DASH = alt.ExprRef("datum.dashed ? [5, 4] : [1, 0]")


def dashes() -> Any:
    """A dashed line where the datum is `dashed`."""
    return alt.condition("datum.dashed", alt.value(_DASHED), alt.value(_SOLID))


def drawn(layers: Sequence[alt.Chart], **properties: Any) -> Spec:
    """A drawing that waits for its data. It is made once: Altair takes some 50 ms for it, most of them to validate."""
    rows = alt.NamedData(name=_ROWS)
    chart = alt.LayerChart(data=rows, layer=list(layers), padding=0, view=NO_FRAME, **properties)
    spec: Spec = chart.to_dict(validate=False)
    return spec


def with_data(drawing: Spec, values: list[dict[str, Any]], **properties: Any) -> Spec:
    """The drawing with its data and size."""
    return {**drawing, "datasets": {_ROWS: values}, **properties}
