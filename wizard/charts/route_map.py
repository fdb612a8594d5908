"""The map of routes as a picture: a box for each pipeline, arrows for where its clients go next."""

from __future__ import annotations

from functools import cache

import altair as alt

from wizard.charts.map_data import map_data
from wizard.charts.map_plan import NOTE, TITLE, WIDTHS, map_plan
from wizard.charts.route_words import routes_in_words
from wizard.charts.style import MUTED, RECT_DASH, WHITE, Spec, as_is, at, dashes, drawn, of_kind, text_mark, with_data
from wizard.i18n.translator import Translator, translator
from wizard.model.project import Project

__all__ = ["route_map", "routes_in_words"]


def route_map(
    project: Project, *, language: str, columns: int = 3, width: float | None = None, listed: bool = False
) -> Spec:
    """The map in one to three columns (one for a phone); it has a size of its own, its texts are never scaled.

    `listed` is for paper, where nothing can be pointed at: arrows are numbered and told in words under the map.
    """
    say = translator(language)
    wide = width or WIDTHS[columns]
    plan = map_plan(project, say, columns=columns, width=wide)
    values, height = map_data(project, plan, say, width=wide, listed=listed)
    return with_data(_drawing(say), values, width=wide, height=height)


@cache
def _drawing(say: Translator) -> Spec:
    tip = alt.Tooltip("tip", type="nominal", title=say("chart.map.tip"))
    layers = [_boxes(), _ways(tip), _heads(tip), _badges(tip), *_texts()]
    return drawn(layers)


def _boxes() -> alt.Chart:
    box = of_kind("box").mark_rect(
        cornerRadius=6,
        fillOpacity=0.08,
        strokeWidth=1.5,
        strokeDash=RECT_DASH,
        aria=False,
        tooltip=None,
    )
    return at(box, x2="x2", y2="y2", fill=as_is("colour", alt.Fill), stroke=as_is("colour", alt.Stroke))


def _ways(tip: alt.Tooltip) -> alt.Chart:
    return at(
        of_kind("way").mark_line(strokeWidth=1.75, strokeJoin="round", aria=False),
        detail="arrow:N",
        order="corner:Q",
        stroke=as_is("colour", alt.Stroke),
        strokeDash=dashes(),
        tooltip=tip,
    )


def _heads(tip: alt.Tooltip) -> alt.Chart:
    head = of_kind("head").mark_point(shape="triangle", filled=True, size=90, opacity=1, aria=False)
    return at(head, angle=as_is("angle", alt.Angle), fill=as_is("colour", alt.Fill), tooltip=tip)


def _badges(tip: alt.Tooltip) -> alt.Chart:
    badge = of_kind("badge").mark_point(shape="circle", filled=True, size=260, opacity=1, aria=False)
    return at(badge, fill=as_is("colour", alt.Fill), tooltip=tip)


def _texts() -> tuple[alt.Chart, ...]:
    read = alt.Text("text", type="nominal")
    white = {**text_mark(11, bold=True, align="center", baseline="middle"), "color": WHITE}
    title = text_mark(TITLE, bold=True, align="left", baseline="middle")
    group = text_mark(NOTE, bold=True, align="left", baseline="middle", opacity=MUTED)
    note = text_mark(NOTE, align="left", baseline="middle", opacity=MUTED)
    return (
        at(of_kind("badge").mark_text(**white), text=read),
        at(of_kind("title").mark_text(**title), text=read),
        at(of_kind("group").mark_text(**group), text=read),
        at(of_kind("note").mark_text(**note), text=read),
    )
