"""The charts as figures of a paper, with what they say in words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from exports.papers.document import Beside, Block, Figure, Heading, Paragraph, plain
from exports.papers.levers import POINTS
from exports.papers.matter import Matter
from wizard import forecast
from wizard.charts.board_words import board_in_words
from wizard.charts.funnel_words import funnel_in_words, funnel_signs
from wizard.charts.plan_words import plan_in_words
from wizard.charts.reasons_words import reason_rows, reasons_in_words
from wizard.charts.route_words import routes_in_words
from wizard.charts.what_if_words import what_if_in_words
from wizard.model.pipeline import Pipeline, WonKind

CHART = 440  # as wide as half a page, in pixels: letters come out as large as the text beside them


def funnel_figure(matter: Matter, pipeline: Pipeline) -> Figure:
    from wizard.charts.funnel import funnel_chart  # noqa: PLC0415 - Altair takes long to import
    from wizard.charts.pictures import svg  # noqa: PLC0415

    language = matter.tr.language
    return Figure(
        svg(funnel_chart(pipeline, language=language), width=CHART),
        alt=funnel_in_words(pipeline, language=language),
        caption=" ".join(funnel_signs(pipeline, language=language)),
    )


def plan_figure(matter: Matter, pipeline: Pipeline) -> Figure | None:
    """What the revenue goal takes; none while there is no goal, or where won is no payment."""
    project, language = matter.project, matter.tr.language
    if pipeline.won.kind is not WonKind.PAYMENT:
        return None
    found = forecast.plan(pipeline, project.revenue_goal, request_price=project.request_price)
    if found is None:
        return None
    from wizard.charts.pictures import svg  # noqa: PLC0415 - as above
    from wizard.charts.plan import plan_chart  # noqa: PLC0415

    said = {"language": language, "currency": project.company.currency}
    words = plan_in_words(found, pipeline, **said)
    return Figure(svg(plan_chart(found, pipeline, **said), width=CHART), alt=words, caption=words)


def what_if_figure(matter: Matter, pipeline: Pipeline) -> Figure | None:
    """The funnel now and with ten points more on the way into the key stage; none while a step is unknown."""
    place = pipeline.index(pipeline.key_stage) if pipeline.key_stage else 0
    stage = pipeline.stages[place - 1].id if place else ""
    found = forecast.what_if(pipeline, stage, points=POINTS) if stage else None
    if found is None or found.share_after == found.share_now:
        return None
    from wizard.charts.pictures import svg  # noqa: PLC0415 - as above
    from wizard.charts.what_if import what_if_chart  # noqa: PLC0415

    language, currency = matter.tr.language, matter.project.company.currency
    words = what_if_in_words(found, pipeline, stage, language=language, currency=currency)
    return Figure(svg(what_if_chart(found, pipeline, language=language), width=CHART), alt=words, caption=words)


def reasons_figure(matter: Matter, pipeline: Pipeline) -> Figure | None:
    """The reasons of refusal by how often each is given; none while nobody has counted them."""
    if not reason_rows(matter.project, pipeline):
        return None
    from wizard.charts.pictures import svg  # noqa: PLC0415 - as above
    from wizard.charts.reasons import reasons_chart  # noqa: PLC0415

    language = matter.tr.language
    words = reasons_in_words(matter.project, pipeline, language=language)
    return Figure(
        svg(reasons_chart(matter.project, pipeline, language=language), width=CHART), alt=words, caption=words
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


def in_pairs(titled: Iterable[tuple[str, Figure | None]]) -> Iterator[Block]:
    """Figures of half a page under their titles, two beside each other, and a last one beside its words.

    Those that are not there are left out.
    """
    found = [(title, figure) for title, figure in titled if figure]
    for place in range(0, len(found) - 1, 2):
        left, right = ((Heading(title, 2), figure) for title, figure in found[place : place + 2])
        yield Beside(left, right)
    if len(found) % 2:
        title, figure = found[-1]
        yield Heading(title)
        yield Beside((replace(figure, caption=""),), (Paragraph(plain(figure.caption)),))
