"""Where clients go next, done by people: amoCRM opens no deal in another funnel by itself."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from wizard.amocrm import desired
from wizard.amocrm.lines import Line, quoted
from wizard.amocrm.places import place
from wizard.i18n.terms import opens_in_words
from wizard.i18n.translator import Translator, translator
from wizard.model.pipeline import Pipeline
from wizard.model.project import Project
from wizard.model.routes import Destination, Route, Target, TransferMode

_SIMPLE = {
    Target.HEAD: ("head", "where.contact_task", "manual.head"),
    Target.STOP_LIST: ("stop_list", "where.contact_tags", "manual.stop_list"),
    Target.RESERVE: ("reserve", "where.contact", "manual.reserve"),
}


class _Way(NamedTuple):
    """One way out of a pipeline: after what, in words, and the route."""

    pipeline: Pipeline
    after: str
    route: Route


def route_lines(project: Project, pipelines: tuple[Pipeline, ...], *, pipeline: Pipeline) -> Iterator[Line]:
    """One line for each way out of a pipeline; reasons that lead the same way share one."""
    tr = translator(project.company.language)
    entered = {p.id for p in pipelines}
    for way in _ways(project, pipeline, tr):
        if way.route.to is None:
            yield from _out(way, tr)
        elif way.route.to.pipeline in entered:
            yield _into(way, way.route.to, project=project, tr=tr)
        else:
            yield _until_launched(way, way.route.to, project=project, tr=tr)


def _ways(project: Project, pipeline: Pipeline, tr: Translator) -> Iterator[_Way]:
    if pipeline.won_route:
        won = pipeline.won.name or tr("manual.won")
        yield _Way(pipeline, tr("manual.after_won", won=won), pipeline.won_route)
    if not pipeline.losses and pipeline.lost_route:
        yield _Way(pipeline, tr("manual.after_lost"), pipeline.lost_route)
    by_route: dict[Route, list[str]] = {}
    for use in pipeline.losses:
        if route := pipeline.route_of(use):
            by_route.setdefault(route, []).append(project.reason(use.reason).name)
    for route, names in by_route.items():
        key = "manual.after_reason" if len(names) == 1 else "manual.after_reasons"
        yield _Way(pipeline, tr(key, reasons=quoted(names, tr)), route)


def _out(way: _Way, tr: Translator) -> Iterator[Line]:
    if way.route.target in _SIMPLE:
        kind, where, key = _SIMPLE[way.route.target]
        yield _line(kind, where, way, text=tr(key, pipeline=way.pipeline.name, after=way.after), tr=tr)


def _until_launched(way: _Way, to: Destination, *, project: Project, tr: Translator) -> Line:
    when = opens_in_words(way.route.opens, project, tr=tr)
    by_hand = way.route.fallback or tr("manual.until_launched.task", when=when)
    text = tr(
        "manual.until_launched",
        pipeline=way.pipeline.name,
        after=way.after,
        to=project.pipeline(to.pipeline).name,
        by_hand=by_hand.rstrip(" .") + ".",
    )
    text = f"{text} {_dated(way.route, project=project, tr=tr)}".rstrip()
    return _line("until_launched", "where.contact_task", way, text=text, tr=tr)


def _into(way: _Way, to: Destination, *, project: Project, tr: Translator) -> Line:
    opens, move = way.route.opens, way.route.mode is TransferMode.MOVE
    args = {
        "pipeline": way.pipeline.name,
        "after": way.after,
        "to": _destination(project, to, tr),
        "when": opens_in_words(opens, project, tr=tr),
    }
    if opens.at_once:
        text = tr("manual.move_now" if move else "manual.route_now", **args)
        return _line("route_now", "where.contact_deal", way, text=text, tr=tr)
    date = desired.date_of(project, way.route)
    if move:
        text = f"{tr('manual.move_later', **args)} {_dated(way.route, project=project, tr=tr)}".rstrip()
    elif opens.field:
        text = tr("manual.route_by_field", **args, field=project.field(opens.field).name)
    elif date:
        days = tr.plural("term.days", opens.days)
        text = tr("manual.route_in_days", **args, field=date.name, days=days)
    else:
        text = tr("manual.route_in_days_only", **args)
    return _line("route_on_date", "where.contact_task", way, text=text, tr=tr)


def _dated(route: Route, *, project: Project, tr: Translator) -> str:
    """The date to fill in before closing: without it the saved filter never shows this client."""
    date = desired.date_of(project, route)
    if date is None:
        return ""
    if route.opens.field:
        return tr("manual.fill_date", field=date.name)
    return tr("manual.fill_date_in_days", field=date.name, days=tr.plural("term.days", route.opens.days))


def _line(kind: str, where: str, way: _Way, *, text: str, tr: Translator) -> Line:
    return Line(kind, place(where, tr), text, pipeline=way.pipeline.name, subject=way.after)


def _destination(project: Project, to: Destination, tr: Translator) -> str:
    pipeline = project.pipeline(to.pipeline)
    if to.stage is None:
        return tr("manual.to_pipeline", pipeline=pipeline.name)
    return tr("manual.to_stage", pipeline=pipeline.name, stage=pipeline.stage(to.stage).name)
