"""Obligatory fields amoCRM takes from people only: built-in ones, contacts' ones, those of the two ends."""

from __future__ import annotations

from collections.abc import Iterator

from wizard.amocrm import desired
from wizard.amocrm.lines import Line, quoted
from wizard.amocrm.places import place
from wizard.i18n.translator import Translator, translator
from wizard.model.pipeline import Pipeline
from wizard.model.project import Project


def required_lines(project: Project, pipelines: tuple[Pipeline, ...]) -> Iterator[Line]:
    """Fields to mark as obligatory by hand, pipeline by pipeline."""
    tr = translator(project.company.language)
    yield from _not_on_deals(project, pipelines, tr)
    for pipeline in pipelines:
        yield from _at_won(project, pipeline, tr)
        yield from _at_lost(project, pipeline, tr)


def _not_on_deals(project: Project, pipelines: tuple[Pipeline, ...], tr: Translator) -> Iterator[Line]:
    for need in desired.required(project, pipelines):
        if desired.goes_on_deal(need.field):
            continue
        text = tr(
            "manual.required_built_in",
            field=need.field.name,
            pipeline=need.pipeline.name,
            stage=need.stages[0].name,
        )
        yield Line(
            "required_built_in",
            place("where.required", tr),
            text,
            pipeline=need.pipeline.name,
            subject=need.field.name,
        )


def _at_won(project: Project, pipeline: Pipeline, tr: Translator) -> Iterator[Line]:
    names = [field.name for field in desired.required_at_won(project, pipeline)]
    if names:
        won = pipeline.won.name or tr("manual.won")
        text = tr("manual.required_at_won", pipeline=pipeline.name, won=won, fields=quoted(names, tr))
        yield Line("required_at_won", place("where.required_at_ends", tr), text, pipeline=pipeline.name)


def _at_lost(project: Project, pipeline: Pipeline, tr: Translator) -> Iterator[Line]:
    """Lists of causes only: a comment is due to some reasons, and amoCRM would demand it of all."""
    lost = pipeline.lost_name or tr("manual.lost")
    where = place("where.required_at_ends", tr)
    for field in desired.cause_fields(project, pipeline):
        text = tr("manual.required_at_lost", pipeline=pipeline.name, lost=lost, fields=quoted((field.name,), tr))
        yield Line("required_at_lost", where, text, pipeline=pipeline.name, subject=field.name)
