"""The checklist as a page to tick on the screen or on paper, made from the amoCRM settings file itself."""

from __future__ import annotations

from exports.checklist.page import page
from exports.checklist.sheet import Sheet
from exports.exporter import Exporter, Options, chosen, is_draft
from wizard.amocrm.manual import lines
from wizard.amocrm.verifying import Verification
from wizard.amocrm.wire import document
from wizard.i18n.translator import translator
from wizard.model.project import Project


def render(project: Project, options: Options) -> bytes:
    return ticked(project, options, None)


def ticked(project: Project, options: Options, found: Verification | None) -> bytes:
    """The same with what was found in the account ticked, and what is missing named at the top."""
    pipelines = chosen(project, options)
    body = document(project, pipelines, draft=is_draft(project))
    tr = translator(project.company.language)
    return page(Sheet(project, pipelines, body, lines(project, pipelines), tr, found)).encode()


EXPORTER = Exporter("checklist-html", "checklist.html", "text/html", render)
