"""Findings in place: what is wrong, why, and the cure as a button."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

import streamlit as st

from wizard.lint.rule import Finding, RuleSet, Severity
from wizard.lint.wording import fix_labels, message, title
from wizard.model.edits.project import keep_finding, unkeep_finding
from wizard.model.project import KeptFinding, Step
from wizard.ui import inputs
from wizard.ui.components import folding
from wizard.ui.plain import plain
from wizard.ui.session import Session
from wizard.ui.style import ROW, Colour

BADGES: dict[Severity, tuple[str, Colour]] = {
    Severity.ERROR: (":material/error:", "red"),
    Severity.WARNING: (":material/warning:", "orange"),
    Severity.HINT: (":material/lightbulb:", "blue"),
}
REASONS = ("team_habit", "our_way", "try_month", "other")
_SHOWN = 3
_CURES = 3


def of_step(session: Session, step: Step, *, pipeline: str | None = None) -> tuple[Finding, ...]:
    """Open findings a step is about, in one pipeline where one is given."""
    findings = session.report.open
    if pipeline is not None:
        own = f"pipelines/{pipeline}/"
        findings = tuple(f for f in findings if f"{f.path}/".startswith(own) or not f.path.startswith("pipelines/"))
    return tuple(f for f in findings if f.step is step)


def show(session: Session, findings: Iterable[Finding], *, place: str) -> None:
    """The three findings that matter most, the others folded away."""
    found = list(findings)
    # A place of their own, be there any or none: one that comes or goes would make what follows be built anew.
    with st.container():
        for finding in found[:_SHOWN]:
            _one(session, finding, place=place)
        if len(found) > _SHOWN:
            label = session.tr.plural("findings.more", len(found) - _SHOWN)
            with folding.fold(label, name=inputs.key("finding", place, "more")) as is_open:
                for finding in found[_SHOWN:] if is_open else ():
                    _one(session, finding, place=place)


def _one(session: Session, finding: Finding, *, place: str) -> None:
    tr = session.tr
    name = inputs.key("finding", place, finding.rule, finding.path)
    icon, colour = BADGES[finding.severity]
    with st.container(border=True, horizontal=True, vertical_alignment="center", gap="small", key=name):
        badge = f":{colour}-badge[{icon} {tr(f'severity.{finding.severity}')}: {title(finding, tr)}]"
        st.markdown(f"{badge}\n\n{plain(message(finding, tr))}", width=ROW)
        _cures(session, finding, name)
        if finding.set is not RuleSet.AMOCRM:
            _keep(session, finding, name)


def cures(session: Session, finding: Finding, *, place: str) -> None:
    """The cures of a finding alone, where it is told already."""
    _cures(session, finding, inputs.key("finding", place, finding.rule, finding.path), best="primary")


def _cures(
    session: Session, finding: Finding, name: str, *, best: Literal["primary", "secondary"] = "secondary"
) -> None:
    """The best cure as a button, others beside it that ask for less attention."""
    tr = session.tr
    for place, (fix, label) in enumerate(zip(finding.fixes[:_CURES], fix_labels(finding, tr), strict=False)):
        inputs.action(
            f"{tr('findings.or')} {plain(label)}" if place else f"**{tr('findings.fix')}** \u00b7 {plain(label)}",
            key=f"{name}.fix{place + 1}" if place else f"{name}.fix",
            on_click=session.apply,
            args=(fix.edit,),
            icon=None if place else ":material/build:",
            type="tertiary" if place else best,
            wrap=True,
        )


def _keep(session: Session, finding: Finding, name: str) -> None:
    tr = session.tr
    with folding.menu(tr("findings.keep"), name=f"{name}.keep", quiet=True, disabled=session.readonly) as is_open:
        if not is_open:
            return
        st.text_input(tr("findings.keep_note"), key=f"{name}.keep.note", max_chars=500)
        st.caption(tr("findings.keep_why"))
        for reason in REASONS:
            inputs.action(
                tr(f"keep.{reason}"),
                key=f"{name}.keep.{reason}",
                on_click=_keep_it,
                args=(session, finding, reason, f"{name}.keep.note"),
            )


def _keep_it(session: Session, finding: Finding, reason: str, note: str) -> None:
    kept = KeptFinding(
        rule=finding.rule,
        path=finding.path,
        reason=reason,
        note=str(inputs.typed(note, "") or ""),
        fingerprint=finding.fingerprint,
    )
    session.apply(keep_finding, kept)


def show_kept(session: Session) -> None:
    """Findings kept as they are, with a way to look at them again."""
    tr = session.tr
    for finding in (f for f in session.report.findings if f.kept):
        kept = next(k for k in session.project.kept if (k.rule, k.path) == (finding.rule, finding.path))
        with st.container(horizontal=True, vertical_alignment="center"):
            why = ". ".join(part for part in (tr(f"keep.{kept.reason}"), kept.note) if part)
            st.markdown(f"{plain(message(finding, tr))} \u2014 *{plain(why)}*")
            inputs.action(
                tr("findings.unkeep"),
                key=inputs.key("unkeep", finding.rule, finding.path),
                type="tertiary",
                on_click=session.apply,
                args=(unkeep_finding, finding.rule),
                kwargs={"path": finding.path},
            )
