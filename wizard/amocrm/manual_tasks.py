"""Tasks amoCRM sets where it has triggers, and managers where it has none."""

from __future__ import annotations

from collections.abc import Iterator

from wizard.amocrm.lines import Line
from wizard.amocrm.places import place
from wizard.i18n.terms import within_in_words
from wizard.i18n.translator import Translator
from wizard.model.fields import Field, FieldType
from wizard.model.pipeline import Pipeline, Stage
from wizard.model.project import Project

PAYMENT_DATE = "payment_date"
# Dates without an hour on which somebody comes all the same: to start the work, or for the first day at work.
_SOMEBODY_COMES = ("work_start", "start_date")


def task_lines(project: Project, pipeline: Pipeline, tr: Translator) -> Iterator[Line]:
    """One task for the first reply, one for each stage that waits for a date."""
    for place_in_row, stage in enumerate(pipeline.stages):
        if stage.term is None:
            continue
        if stage.term.first:
            name = tr("manual.task.first_reply" if place_in_row == 0 else "manual.task.first_action")
            due = tr("manual.task.within", time=within_in_words(stage.term.first, tr))
            yield _task(pipeline, stage, name=name, due=due, tr=tr)
        if stage.term.until_field:
            date = project.field(stage.term.until_field)
            before = reminded_the_day_before(date)
            name = tr("manual.task.remind" if before else "manual.task.check", field=date.name)
            due = tr("manual.task.day_before" if before else "manual.task.same_day", field=date.name)
            yield _task(pipeline, stage, name=name, due=due, tr=tr)


def reminded_the_day_before(date: Field) -> bool:
    """Whether a date is a meeting the client is reminded of; a deadline or a payment is looked at on its day."""
    if date.id == PAYMENT_DATE:
        return False
    return date.type is FieldType.DATE_TIME or date.id in _SOMEBODY_COMES


def _task(pipeline: Pipeline, stage: Stage, *, name: str, due: str, tr: Translator) -> Line:
    who = stage.owner_role or tr("manual.task.manager")
    text = tr("manual.task", pipeline=pipeline.name, stage=stage.name, task=name, due=due, who=who)
    where = place("where.task", tr)
    about = tr("manual.task.about", task=name, due=due)
    return Line("task", where, text, pipeline=pipeline.name, stage=stage.name, subject=about, who=who)
