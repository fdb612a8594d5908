"""An audit as a page that stands alone, to print or to send; whatever came from the account is escaped."""

from __future__ import annotations

from pathlib import Path

from exports.checklist.page import POLICY
from exports.writers.markup import NOTHING, Html, items, join, section, tag, text
from wizard.audit import wording
from wizard.audit.report import AuditReport, Repair, StepReport
from wizard.i18n.translator import Translator
from wizard.lint.rule import Finding
from wizard.lint.wording import fix_label, message, title
from wizard.model.project import Project

_STYLE = Path(__file__).with_name("audit_page.css")


def page(project: Project, judged: AuditReport, tr: Translator) -> str:
    """The whole document, in the reader's language."""
    head = join(
        (
            Html('<meta charset="utf-8">'),
            Html(f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">'),
            Html('<meta name="viewport" content="width=device-width, initial-scale=1">'),
            tag("title", text(tr("audit.title"))),
            tag("style", Html(_STYLE.read_text("utf-8"))),
        )
    )
    body = tag("main", _top(project, judged, tr), *_sections(project, judged, tr))
    return f'<!doctype html>\n<html lang="{tr.language}">\n<head>{head}</head>\n<body>{body}</body>\n</html>\n'


def _top(project: Project, judged: AuditReport, tr: Translator) -> Html:
    guessed = wording.guesses(project, tr)
    names = ", ".join(pipeline.name for pipeline in project.pipelines if pipeline.name)
    return tag(
        "header",
        tag("p", text(names), class_="names") if names else NOTHING,
        tag("h1", text(tr("audit.title"))),
        tag("p", text(wording.summary(judged, tr)), class_="summary"),
        tag("p", text(guessed), class_="note") if guessed else NOTHING,
        *(tag("p", text(wording.noted(note, tr)), class_="note") for note in judged.notes),
    )


def _sections(project: Project, judged: AuditReport, tr: Translator) -> tuple[Html, ...]:
    steps = items(_step(step, tr) for step in judged.steps)
    repairs = _repairs(project, judged.repairs, tr) if judged.repairs else tag("p", text(tr("audit.no_repairs")))
    unknown = items(
        join((tag("strong", text(step)), text(f": {said}"))) for step, said in wording.unknown_by_step(judged, tr)
    )
    return (
        section(tr("audit.by_steps"), steps, class_="steps"),
        section(tr("audit.repairs"), repairs),
        section(tr("audit.rest"), _repairs(project, judged.rest, tr)) if judged.rest else NOTHING,
        section(tr("audit.unknown_title"), unknown, lead=tr("audit.unknown_lead"), class_="unknown"),
    )


def _step(step: StepReport, tr: Translator) -> Html:
    """A step with its state and what is in order about it."""
    good = items(text(wording.is_good(good, tr)) for good in step.good) if step.good else NOTHING
    state = tag("span", text(tr(f"audit.state.{step.state}")), class_=f"state {step.state}")
    return join((tag("strong", text(wording.step_title(step.step, tr))), state, good))


def _repairs(project: Project, repairs: tuple[Repair, ...], tr: Translator) -> Html:
    return join(_repair(project, repair, tr) for repair in repairs)


def _repair(project: Project, repair: Repair, tr: Translator) -> Html:
    severity = repair.first.severity
    badge = tag("span", text(tr(f"severity.{severity}")), class_=f"severity {severity}")
    # Paper has room for every place.
    places = items(_finding(project, finding, tr) for finding in repair.findings)
    return tag("article", tag("h3", text(title(repair.first, tr)), badge), places)


def _finding(project: Project, finding: Finding, tr: Translator) -> Html:
    where = wording.place_in_words(project, finding)
    return join(
        (
            tag("span", text(where), class_="where") if where else NOTHING,
            tag("p", text(message(finding, tr))),
            tag("p", text(fix_label(finding, tr)), class_="cure") if finding.fix else NOTHING,
        )
    )
