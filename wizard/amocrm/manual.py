"""What no program can set up in amoCRM, said for the person who does it by hand."""

from __future__ import annotations

from collections.abc import Iterator

from wizard.amocrm import desired
from wizard.amocrm.lines import Line, quoted
from wizard.amocrm.manual_agreed import agreement_lines
from wizard.amocrm.manual_required import required_lines
from wizard.amocrm.manual_routes import route_lines
from wizard.amocrm.manual_sources import source_lines
from wizard.amocrm.manual_tasks import task_lines
from wizard.amocrm.places import place
from wizard.i18n.translator import Translator, translator
from wizard.model.fields import LISTS, FieldType
from wizard.model.fields import Place as Home
from wizard.model.pipeline import Pipeline
from wizard.model.project import Project

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
        *(line for pipeline in pipelines for line in source_lines(pipeline, tr)),
        *(line for pipeline in pipelines for line in task_lines(project, pipeline, tr)),
        *(line for pipeline in pipelines for line in route_lines(project, pipelines, pipeline=pipeline)),
        *agreement_lines(project, pipelines, tr),
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


def _main(project: Project, pipelines: tuple[Pipeline, ...], tr: Translator) -> Iterator[Line]:
    for pipeline in pipelines:
        if pipeline.id == project.main_pipeline:
            text = tr("manual.main_pipeline", pipeline=pipeline.name)
            yield Line("main_pipeline", place("where.main", tr), text, pipeline=pipeline.name)
