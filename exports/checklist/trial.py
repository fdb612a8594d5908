"""Two test deals that walk through the funnel people will work in, and what amoCRM must answer."""

from __future__ import annotations

from collections.abc import Iterator

from exports.checklist.sheet import Sheet
from exports.writers.markup import Html, table, text, tick
from wizard.amocrm import desired
from wizard.amocrm.lines import quoted
from wizard.amocrm.manual_tasks import reminded_the_day_before
from wizard.i18n.terms import opens_in_words, within_in_words
from wizard.model.losses import OTHER, LossUse
from wizard.model.pipeline import Pipeline, Stage
from wizard.model.routes import Route

Trial = tuple[str, str]


def trial_table(sheet: Sheet) -> Html:
    """What to try and what must happen."""
    tr = sheet.tr
    head = (tr("checklist.col.done"), "№", tr("checklist.col.action"), tr("checklist.col.expected"))
    rows = [
        (tick(action), text(str(number)), text(action), text(expected))
        for number, (action, expected) in enumerate(trials(sheet), start=1)
    ]
    return table(head, rows, kind="trial")


def trials(sheet: Sheet) -> Iterator[Trial]:
    """The lines of the trial that this project gives an occasion for."""
    pipeline = _tried(sheet)
    if pipeline is None or not pipeline.stages:
        return
    yield from _entering(sheet, pipeline)
    yield from _moving(sheet, pipeline)
    yield from _closing(sheet, pipeline)
    tr = sheet.tr
    yield tr("checklist.trial.delete"), tr("checklist.trial.deleted")


def _tried(sheet: Sheet) -> Pipeline | None:
    """The main funnel where it is exported, else the first one."""
    main = [p for p in sheet.pipelines if p.id == sheet.project.main_pipeline]
    return next(iter((*main, *sheet.pipelines)), None)


def _entering(sheet: Sheet, pipeline: Pipeline) -> Iterator[Trial]:
    tr, first = sheet.tr, pipeline.stages[0]
    expected = tr("checklist.trial.arrived", pipeline=pipeline.name, stage=first.name)
    sources = [line.subject for line in sheet.of("source") if line.pipeline == pipeline.name]
    if sources:
        yield tr("checklist.trial.send", sources=quoted(sources, tr)), expected
    else:
        yield tr("checklist.trial.create"), expected
    if first.term and first.term.first:
        within = within_in_words(first.term.first, tr)
        yield tr("checklist.trial.task"), tr("checklist.trial.has_task", time=within)


def _moving(sheet: Sheet, pipeline: Pipeline) -> Iterator[Trial]:
    """The first stage that demands fields at all, and the first that demands a date it will wait for."""
    tr = sheet.tr
    dated = _first_dated(pipeline)
    for place, stage in enumerate(pipeline.stages[1:], start=1):
        names = [sheet.project.field(f).name for f in pipeline.stages[place - 1].fields]
        if names:
            said = quoted(names, tr)
            yield tr("checklist.trial.enter_empty", stage=stage.name), tr("checklist.trial.refused", fields=said)
            yield tr("checklist.trial.fill", stage=stage.name), tr("checklist.trial.moved")
            if dated and place == dated:
                yield tr("checklist.trial.look_task"), tr(_dated_task(sheet, stage))
                break
            if dated is None or place > dated:
                break
    yield tr("checklist.trial.walk", stage=pipeline.stages[-1].name), tr("checklist.trial.walked")


def _first_dated(pipeline: Pipeline) -> int | None:
    waiting = (n for n, stage in enumerate(pipeline.stages) if stage.term and stage.term.until_field)
    return next(waiting, None)


def _dated_task(sheet: Sheet, stage: Stage) -> str:
    field = stage.term and stage.term.until_field
    before = field and reminded_the_day_before(sheet.project.field(field))
    return "checklist.trial.has_reminder" if before else "checklist.trial.on_the_day"


def _closing(sheet: Sheet, pipeline: Pipeline) -> Iterator[Trial]:
    tr = sheet.tr
    won = pipeline.won.name or tr("manual.won")
    if fields := desired.required_at_won(sheet.project, pipeline):
        said = quoted((field.name for field in fields), tr)
        yield tr("checklist.trial.win_empty", won=won), tr("checklist.trial.refused", fields=said)
    yield _winning(sheet, pipeline, won)
    yield from _losing(sheet, pipeline)


def _winning(sheet: Sheet, pipeline: Pipeline, won: str) -> Trial:
    """A new deal at once, a date and a task where the next funnel waits, or just a won deal."""
    tr, project = sheet.tr, sheet.project
    route = pipeline.won_route
    target = project.pipeline(route.to.pipeline) if route and route.to else None
    if route is None or target not in sheet.pipelines:
        return tr("checklist.trial.win", won=won), tr("checklist.trial.won")
    if route.opens.at_once:
        return tr("checklist.trial.win_route", won=won), tr("checklist.trial.won_route", pipeline=target.name)
    when = opens_in_words(route.opens, project, tr=tr)
    field = desired.date_of(project, route)
    if field is None:
        return tr("checklist.trial.win_later", won=won), tr("checklist.trial.won_later", when=when)
    return tr("checklist.trial.win_later", won=won), tr("checklist.trial.won_dated", field=field.name, when=when)


def _losing(sheet: Sheet, pipeline: Pipeline) -> Iterator[Trial]:
    tr = sheet.tr
    dated = [(use, route) for use in pipeline.losses if (route := _to_return_date(sheet, pipeline, use))]
    # A date the client named is tried first: it is what people fill in by themselves.
    dated.sort(key=lambda found: found[1].opens.field is None)
    for use, route in dated[:1]:
        reason, field = sheet.project.reason(use.reason).name, sheet.project.field(desired.RETURN_DATE).name
        if route.opens.field:
            action = tr("checklist.trial.lose", reason=reason)
        else:
            days = tr.plural("term.days", route.opens.days)
            action = tr("checklist.trial.lose_in_days", reason=reason, field=field, days=days)
        yield action, tr("checklist.trial.lost", field=field)
        yield tr("checklist.trial.filter"), tr("checklist.trial.filtered")
    if any(use.reason == OTHER for use in pipeline.losses):
        yield tr("checklist.trial.other"), tr("checklist.trial.other_passed")


def _to_return_date(sheet: Sheet, pipeline: Pipeline, use: LossUse) -> Route | None:
    """The route of a refusal that the saved filter finds again."""
    route = pipeline.route_of(use)
    date = desired.date_of(sheet.project, route) if route else None
    return route if date and date.id == desired.RETURN_DATE else None
