"""What keeps a plan from being carried out, each with the place where it is cured."""

from __future__ import annotations

from collections.abc import Iterable

import streamlit as st

from wizard.amocrm.plan import Plan
from wizard.lint import paths, runner
from wizard.lint.rule import Finding
from wizard.model.project import Step
from wizard.ui import frame, inputs
from wizard.ui.components import findings
from wizard.ui.plain import plain
from wizard.ui.session import Session

# Where each limit is kept; the others are cured on the page itself.
_CURES = {
    "plan.problem.pipelines": "others",
    "plan.problem.no_stages": "stages",
    "plan.problem.stages": "stages",
}


def blocking(session: Session, plan: Plan) -> tuple[Finding, ...]:
    """What amoCRM itself would refuse in the pipelines that go in; what is empty counts too."""
    report = session.once("strict", lambda: runner.run(session.project, strict=True, before=session.report))
    return report.blocking_in([choice.pipeline for choice in plan.choices.pipelines])


def show(session: Session, plan: Plan, found: Iterable[Finding]) -> None:
    tr = session.tr
    for problem in plan.problems:
        st.error(plain(problem.message(tr)), icon=":material/error:")
    for page in dict.fromkeys(_CURES[problem.key] for problem in plan.problems if problem.key in _CURES):
        frame.go(session, page, label=tr("plan.cure", page=tr(f"page.{page}")), key=f"plan.cure.{page}")
    found = tuple(found)
    if found:
        st.error(tr("plan.blocked"), icon=":material/error:")
        findings.show(session, found, place="plan")
        for place in dict.fromkeys((finding.step, paths.pipeline_of(finding.path)) for finding in found):
            _cure(session, *place)


def _cure(session: Session, step: Step, pipeline: str | None) -> None:
    """The way to the step where it is put right, with the right funnel chosen."""
    page = session.tr(f"page.{step}")
    if pipeline:
        page = f"{page}, {plain(session.project.pipeline(pipeline).name)}"
    if st.button(session.tr("plan.cure", page=page), key=inputs.key("plan", "cure", step, pipeline or "")):
        if pipeline:
            session.choose("pipeline", pipeline)
        frame.turn_to(session, step)
