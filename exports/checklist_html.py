"""The checklist as a page to tick on the screen or on paper, made from the amoCRM settings file itself."""

from __future__ import annotations

from exports.checklist.page import page
from exports.checklist.sheets import sheet_of
from exports.exporter import Exporter, Options, chosen
from wizard.amocrm.verifying import Verification
from wizard.model.project import Project


def render(project: Project, options: Options) -> bytes:
    return ticked(project, options, None)


def ticked(project: Project, options: Options, found: Verification | None) -> bytes:
    """The same with what was found in the account ticked, and what is missing named at the top."""
    return page(sheet_of(project, chosen(project, options), found)).encode()


EXPORTER = Exporter("checklist-html", "checklist.html", "text/html", render)
