"""From a project to what its checklist is made from, and all of its rows."""

from __future__ import annotations

from exports.checklist import card, people, setup
from exports.checklist.sheet import Handed, Row, Sheet
from exports.exporter import is_draft
from wizard.amocrm.manual import lines
from wizard.amocrm.verifying import Verification
from wizard.amocrm.wire import document
from wizard.i18n.translator import translator
from wizard.model.pipeline import Pipeline
from wizard.model.project import Project


def sheet_of(project: Project, pipelines: tuple[Pipeline, ...], found: Verification | None = None) -> Sheet:
    """The settings document itself and the lines for people: a checklist never disagrees with them.

    `found` is what an account has of it already.
    """
    body = document(project, pipelines, draft=is_draft(project))
    return Sheet(project, pipelines, body, lines(project, pipelines), translator(project.company.language), found)


def last_rows(sheet: Sheet) -> tuple[Row, ...]:
    """What comes last: the main funnel, and the test deals."""
    tr = sheet.tr
    do, check = tr("checklist.do.main"), tr("checklist.check.main")
    main = (Row(do, line.place, Handed((line.pipeline,)), check, minutes=5) for line in sheet.of("main_pipeline"))
    trial = Row(
        tr("checklist.do.trial"),
        sheet.place("where.new_deal"),
        Handed(said=(tr("checklist.table_below"),)),
        tr("checklist.check.trial"),
        minutes=20,
        who="checklist.who.both",
    )
    return (*main, trial)


def all_rows(sheet: Sheet) -> tuple[Row, ...]:
    """Everything to do, in the order of the page."""
    both = zip(sheet.views, sheet.pipelines, strict=True)
    pipelines = (row for view, pipeline in both for row in setup.pipeline_rows(sheet, view, pipeline))
    rest = (card.card_rows(sheet), setup.reason_rows(sheet), people.people_rows(sheet), last_rows(sheet))
    return (*setup.before_rows(sheet), *pipelines, *(row for rows in rest for row in rows))
