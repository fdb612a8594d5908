"""Cures that change more than a name, as buttons of the review."""

from __future__ import annotations

from collections import Counter

from tests.ui import projects
from tests.ui.app import opened
from wizard.lint.rule import Finding
from wizard.model.edits.fields import change_field
from wizard.model.edits.losses import add_reason
from wizard.model.edits.project import mark_ready
from wizard.model.edits.questions import change_question
from wizard.model.edits.stages import add_stage
from wizard.model.fields import FieldType
from wizard.model.project import Project, Step

SALE = "first_sale"
RULES = {
    "mixed-goal": 2,
    "stage-count": 1,
    "reason-two-in-one": 1,
    "reason-is-waiting": 3,
    "reason-blames-client": 2,
    "list-without-options": 1,
    "text-instead-of-list": 1,
}


def _spoilt() -> Project:
    project = projects.typical()
    for name in ("Оплата получена", "Монтаж выполнен", "Разное", "Договор подписан"):
        project = add_stage(project, SALE, name=name)
    for name in ("Дорого или долго", "Думает", "Жадный"):
        project = add_reason(project, name, use_in=SALE)
    asked = Counter(question.field for pipeline in project.pipelines for question in pipeline.questions)
    text, empty = [q.field for q in project.pipeline(SALE).questions if asked[q.field] == 1 and not q.note][:2]
    for question in project.pipeline(SALE).questions:
        if question.field in (text, empty):
            project = change_question(project, SALE, question=question.id, answers=())
    project = change_field(project, text, type=FieldType.TEXT, options=())
    return mark_ready(change_field(project, empty, options=()), Step.QUALIFICATION)


def _of(findings: tuple[Finding, ...], rule: str) -> Finding:
    return next(finding for finding in findings if finding.rule == rule)


def test_each_is_offered_as_buttons_and_a_split_funnel_is_two() -> None:
    spoilt = _spoilt()
    app = opened(spoilt, "review")
    app.unfold()
    places = {rule: _place(app.session.report.open, rule) for rule in RULES}
    assert {rule: len(list(app.keys(place))) for rule, place in places.items()} == RULES
    finding = _of(app.session.report.open, "mixed-goal")
    app.click(places["mixed-goal"])
    assert finding.fix is not None
    assert app.project == finding.fix.edit(spoilt)
    assert finding not in app.session.report.open


def _place(findings: tuple[Finding, ...], rule: str) -> str:
    return f"finding.review.{rule}.{_of(findings, rule).path}.fix"
