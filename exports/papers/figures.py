"""The charts as figures of a paper, with what they say in words."""

from __future__ import annotations

from exports.papers.document import Figure
from exports.papers.matter import Matter
from wizard.charts.board_words import board_in_words
from wizard.charts.funnel_words import funnel_in_words, funnel_signs
from wizard.charts.route_words import routes_in_words
from wizard.model.pipeline import Pipeline

CHART = 480  # as wide as half a page, in pixels: letters come out as large as the text beside them


def funnel_figure(matter: Matter, pipeline: Pipeline) -> Figure:
    from wizard.charts.funnel import funnel_chart  # noqa: PLC0415 - Altair takes long to import
    from wizard.charts.pictures import svg  # noqa: PLC0415

    language = matter.tr.language
    return Figure(
        svg(funnel_chart(pipeline, language=language), width=CHART),
        alt=funnel_in_words(pipeline, language=language),
        caption=" ".join(funnel_signs(pipeline, language=language)),
    )


def map_figure(matter: Matter) -> Figure:
    from wizard.charts.pictures import svg  # noqa: PLC0415 - as above
    from wizard.charts.route_map import route_map  # noqa: PLC0415

    language = matter.tr.language
    words = " ".join(routes_in_words(matter.project, language=language))
    return Figure(svg(route_map(matter.project, language=language, listed=True)), alt=words)


def board_figure(matter: Matter, pipeline: Pipeline) -> Figure:
    """The columns of amoCRM as they will be, in their colours."""
    from wizard.charts.board import board_chart  # noqa: PLC0415 - as above
    from wizard.charts.pictures import svg  # noqa: PLC0415

    language = matter.tr.language
    words = board_in_words(matter.project, pipeline, language=language)
    return Figure(svg(board_chart(matter.project, pipeline, language=language)), alt=words)
