"""What no program can set up in amoCRM, said for the person who does it by hand."""

from __future__ import annotations

from collections.abc import Iterator

from wizard.amocrm import desired
from wizard.amocrm.lines import Line, quoted
from wizard.amocrm.manual_required import required_lines
from wizard.amocrm.manual_routes import route_lines
from wizard.amocrm.places import place
from wizard.i18n.terms import within_in_words
from wizard.i18n.translator import Translator, translator
from wizard.model.fields import LISTS, FieldType
from wizard.model.fields import Place as Home
from wizard.model.losses import OTHER
from wizard.model.pipeline import Pipeline, Stage
from wizard.model.project import Project
from wizard.model.routes import Target

TYPE_NAMES = {
    FieldType.TEXT: "field_type.text",
    FieldType.TEXTAREA: "field_type.textarea",
    FieldType.NUMERIC: "field_type.numeric",
    FieldType.CHECKBOX: "field_type.checkbox",
    FieldType.SELECT: "field_type.select",
    FieldType.MULTISELECT: "field_type.multiselect",
    FieldType.DATE: "field_type.date",
    FieldType.DATE_TIME: "field_type.date_time",
    FieldType.URL: "field_type.url",
    FieldType.FILE: "field_type.file",
    FieldType.MONETARY: "field_type.numeric",
    FieldType.PHONE: "field_type.phone",
    FieldType.EMAIL: "field_type.email",
    FieldType.USER: "field_type.user",
}


def lines(project: Project, pipelines: tuple[Pipeline, ...]) -> tuple[Line, ...]:
    """Everything left to people, in the order in which it is done."""
    tr = translator(project.company.language)
    return (
        *_before(project, pipelines, tr),
        *_end_names(pipelines, tr),
        *_other_fields(project, pipelines, tr),
        *required_lines(project, pipelines),
        *(line for pipeline in pipelines for line in _sources(pipeline, tr)),
        *(line for pipeline in pipelines for line in _tasks(project, pipeline, tr)),
        *(line for pipeline in pipelines for line in route_lines(project, pipelines, pipeline=pipeline)),
        *_agreements(project, pipelines, tr),
        *_main(project, pipelines, tr),
    )


def _before(project: Project, pipelines: tuple[Pipeline, ...], tr: Translator) -> Iterator[Line]:
    yield Line("export_deals_first", place("where.export", tr), tr("manual.export_deals_first"))
    if desired.account_reasons(project, pipelines):
        yield Line("loss_reasons_on", place("where.loss_reasons", tr), tr("manual.loss_reasons_on"))


def _end_names(pipelines: tuple[Pipeline, ...], tr: Translator) -> Iterator[Line]:
    for pipeline in pipelines:
        names = [name for name in (pipeline.won.name, pipeline.lost_name) if name]
        if names:
            text = tr("manual.end_names", pipeline=pipeline.name, names=quoted(names, tr))
            yield Line("end_names", place("where.end_names", tr), text, pipeline=pipeline.name)


def _other_fields(project: Project, pipelines: tuple[Pipeline, ...], tr: Translator) -> Iterator[Line]:
    for field in desired.other_fields(project, pipelines):
        company = field.place is Home.COMPANY
        text = tr(
            "manual.company_field" if company else "manual.contact_field",
            field=field.name,
            type=tr(TYPE_NAMES[field.type]),
        )
        if field.type in LISTS and (names := project.option_names(field)):
            values = tr("manual.values", names=quoted(names, tr))
            text = f"{text} {values}"
        where = place("where.company_field" if company else "where.contact_field", tr)
        yield Line("company_field" if company else "contact_field", where, text, subject=field.name)


def _sources(pipeline: Pipeline, tr: Translator) -> Iterator[Line]:
    if not pipeline.stages:
        return
    first = pipeline.stages[0].name
    for source in pipeline.sources:
        text = tr("manual.source", source=source, pipeline=pipeline.name, stage=first)
        where = place("where.sources", tr)
        yield Line("source", where, text, pipeline=pipeline.name, stage=first, subject=source)


def _tasks(project: Project, pipeline: Pipeline, tr: Translator) -> Iterator[Line]:
    """One task for the first reply, one for each stage that waits for a date."""
    for place_in_row, stage in enumerate(pipeline.stages):
        if stage.term is None:
            continue
        if stage.term.first:
            name = tr("manual.task.first_reply" if place_in_row == 0 else "manual.task.first_action")
            due = tr("manual.task.within", time=within_in_words(stage.term.first, tr))
            yield _task(pipeline, stage, name=name, due=due, tr=tr)
        if stage.term.until_field:
            date = project.field(stage.term.until_field).name
            name, due = tr("manual.task.remind", field=date), tr("manual.task.day_before", field=date)
            yield _task(pipeline, stage, name=name, due=due, tr=tr)


def _task(pipeline: Pipeline, stage: Stage, *, name: str, due: str, tr: Translator) -> Line:
    who = stage.owner_role or tr("manual.task.manager")
    text = tr("manual.task", pipeline=pipeline.name, stage=stage.name, task=name, due=due, who=who)
    where = place("where.task", tr)
    about = tr("manual.task.about", task=name, due=due)
    return Line("task", where, text, pipeline=pipeline.name, stage=stage.name, subject=about, who=who)


def _agreements(project: Project, pipelines: tuple[Pipeline, ...], tr: Translator) -> Iterator[Line]:
    """What amoCRM does not hold, so the team has to agree on it."""
    routes = [route for pipeline in pipelines for route in pipeline.routes()]
    used = {use.reason for pipeline in pipelines for use in pipeline.losses}
    lost = [p.route_of(use) for p in pipelines for use in p.losses]
    dated = any(r.target is Target.PIPELINE and not r.opens.at_once for r in routes)
    said = [
        ("manual.agree.order", True),
        ("manual.agree.other", OTHER in used and any(r.id == OTHER for r in project.loss_reasons)),
        ("manual.agree.automatic", True),
        ("manual.agree.one_deal", True),
        ("manual.agree.comes_back", any(route and route.to for route in lost)),
        ("manual.agree.return_date", dated),
        ("manual.agree.mondays", dated),
    ]
    for key, holds in said:
        if holds:
            yield Line("agreement", place("where.team", tr), tr(key))


def _main(project: Project, pipelines: tuple[Pipeline, ...], tr: Translator) -> Iterator[Line]:
    for pipeline in pipelines:
        if pipeline.id == project.main_pipeline:
            text = tr("manual.main_pipeline", pipeline=pipeline.name)
            yield Line("main_pipeline", place("where.main", tr), text, pipeline=pipeline.name)
