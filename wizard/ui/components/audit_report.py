"""An audit on the page: the verdict, three repairs, the rest folded away, what is in order, what cannot be seen."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial

import streamlit as st

from exports import audit_page
from wizard.audit import wording
from wizard.audit.report import AuditReport, Repair, State
from wizard.i18n.translator import Translator
from wizard.lint.wording import fix_label, message, title
from wizard.model.project import Project
from wizard.ui.audited import Audited
from wizard.ui.components import folding
from wizard.ui.components.findings import BADGES
from wizard.ui.plain import plain
from wizard.ui.session import Session


def show(session: Session, audited: Audited) -> None:
    tr, report = session.tr, audited.report
    _verdict(audited, tr)
    left, right = st.columns([6, 5], gap="large")
    with left:
        st.subheader(tr("audit.repairs"), anchor=False)
        if not report.repairs:
            st.markdown(tr("audit.no_repairs"))
        _repairs(report.repairs, audited.project, tr)
        if report.rest:
            n = sum(len(repair.findings) for repair in report.rest)
            with folding.fold(tr.plural("findings.more", n), name="audit.rest") as is_open:
                if is_open:
                    _repairs(report.rest, audited.project, tr)
    with right:
        _good(report, tr)
        _unknown(report, tr)
        st.download_button(
            tr("audit.download"),
            data=partial(_page, audited, tr),
            file_name="audit.html",
            mime="text/html",
            key="audit.download",
            on_click="ignore",
            icon=":material/download:",
        )


def _verdict(audited: Audited, tr: Translator) -> None:
    words = wording.summary(audited.report, tr)
    if audited.report.count(State.FINDINGS):
        st.warning(words, icon=":material/warning:")
    else:
        st.success(words, icon=":material/check_circle:")
    said = (wording.guesses(audited.project, tr), *(wording.noted(note, tr) for note in audited.report.notes))
    st.caption(plain(" ".join(part for part in said if part)))


def _repairs(repairs: Iterable[Repair], project: Project, tr: Translator) -> None:
    for repair in repairs:
        icon, colour = BADGES[repair.first.severity]
        with st.container(border=True, gap="xsmall"):
            label = f"{tr(f'severity.{repair.first.severity}')}: {title(repair.first, tr)}"
            st.badge(label, icon=icon, color=colour)
            findings, more = wording.shown(repair)
            for finding in findings:
                where = wording.place(project, finding)[:1] if len(project.pipelines) > 1 else ()
                st.markdown(f"{f'**{plain(where[0])}.** ' if where else ''}{plain(message(finding, tr))}")
                if finding.fix:
                    st.caption(f":material/build: {plain(fix_label(finding, tr))}")
            if more:
                st.caption(f"\u2026 {tr.plural('audit.more_places', more)}")


def _good(report: AuditReport, tr: Translator) -> None:
    st.subheader(tr("audit.good_title"), anchor=False)
    good = [wording.is_good(good, tr) for step in report.steps for good in step.good]
    if good:
        st.markdown("  \n".join(f":material/check: {plain(line)}" for line in good))
    else:
        st.markdown(tr("audit.nothing_good"))


def _unknown(report: AuditReport, tr: Translator) -> None:
    st.subheader(tr("audit.unknown_title"), anchor=False)
    st.caption(tr("audit.unknown_lead"))
    told = ((step.partition(". ")[2], said) for step, said in wording.unknown_by_step(report, tr))
    st.markdown("\n".join(f"- **{plain(step)}**: {plain(said)}" for step, said in told))


def _page(audited: Audited, tr: Translator) -> bytes:
    return audit_page.page(audited.project, audited.report, tr).encode()
