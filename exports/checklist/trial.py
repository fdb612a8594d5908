"""Two test deals that walk through the funnel people will work in, and what amoCRM must answer."""

from __future__ import annotations

from collections.abc import Iterator

from exports.checklist.markup import Html, table, text, tick
from exports.checklist.sheet import Sheet
from wizard.amocrm import desired
from wizard.i18n.terms import within_in_words
from wizard.model.losses import OTHER
from wizard.model.pipeline import Pipeline
from wizard.model.routes import Target

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
    yield tr("checklist.trial.send" if pipeline.sources else "checklist.trial.create"), expected
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
            said = ", ".join(tr("manual.quoted", name=name) for name in names)
            yield tr("checklist.trial.enter_empty", stage=stage.name), tr("checklist.trial.refused", fields=said)
            yield tr("checklist.trial.fill", stage=stage.name), tr("checklist.trial.moved")
            if dated and place == dated:
                yield tr("checklist.trial.look_task"), tr("checklist.trial.has_reminder")
                break
            if dated is None or place > dated:
                break
    yield tr("checklist.trial.walk", stage=pipeline.stages[-1].name), tr("checklist.trial.walked")


def _first_dated(pipeline: Pipeline) -> int | None:
    waiting = (n for n, stage in enumerate(pipeline.stages) if stage.term and stage.term.until_field)
    return next(waiting, None)


def _closing(sheet: Sheet, pipeline: Pipeline) -> Iterator[Trial]:
    tr = sheet.tr
    won = pipeline.won.name or tr("manual.won")
    if fields := desired.required_at_won(sheet.project, pipeline):
        said = ", ".join(tr("manual.quoted", name=field.name) for field in fields)
        yield tr("checklist.trial.win_empty", won=won), tr("checklist.trial.refused", fields=said)
    route = pipeline.won_route
    target = sheet.project.pipeline(route.to.pipeline) if route and route.to else None
    if target in sheet.pipelines and target is not None:
        yield tr("checklist.trial.win_route", won=won), tr("checklist.trial.won_route", pipeline=target.name)
    else:
        yield tr("checklist.trial.win", won=won), tr("checklist.trial.won")
    yield from _losing(sheet, pipeline)


def _losing(sheet: Sheet, pipeline: Pipeline) -> Iterator[Trial]:
    tr = sheet.tr
    for use in pipeline.losses:
        route = pipeline.route_of(use)
        if route and route.target is Target.PIPELINE and route.opens.field:
            reason, field = sheet.project.reason(use.reason).name, sheet.project.field(route.opens.field).name
            yield tr("checklist.trial.lose", reason=reason), tr("checklist.trial.lost", field=field)
            yield tr("checklist.trial.filter"), tr("checklist.trial.filtered")
            break
    if any(use.reason == OTHER for use in pipeline.losses):
        yield tr("checklist.trial.other"), tr("checklist.trial.other_passed")
