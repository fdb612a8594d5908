"""The charts as figures of a paper, with what they say in words."""

from __future__ import annotations

from exports.papers.document import Figure
from exports.papers.matter import Matter
from wizard.charts.funnel import funnel_chart, funnel_in_words
from wizard.charts.funnel_words import funnel_signs
from wizard.charts.pictures import svg
from wizard.charts.route_map import route_map, routes_in_words
from wizard.model.pipeline import Pipeline

CHART = 480  # as wide as half a page, in pixels: letters come out as large as the text beside them


def funnel_figure(matter: Matter, pipeline: Pipeline) -> Figure:
    language = matter.tr.language
    return Figure(
        svg(funnel_chart(pipeline, language=language), width=CHART),
        alt=funnel_in_words(pipeline, language=language),
        caption=" ".join(funnel_signs(pipeline, language=language)),
    )


def map_figure(matter: Matter) -> Figure:
    language = matter.tr.language
    return Figure(
        svg(route_map(matter.project, language=language)),
        alt=" ".join(routes_in_words(matter.project, language=language)),
    )
