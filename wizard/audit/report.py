"""The audit by the six steps: what is in order, the three repairs that matter most, the rest, and what is unknown.

People are shown how many steps are in order; the score is for programs. A step is scored by what it is about:
funnels (goals), own stages (stages), fields (qualification), loss reasons (losses). Each of them loses the weight
of its gravest finding (error 1, warning 0.7, hint 0.2), and so does the step for a finding about a whole funnel or
project; what is left of their number is the score, from 0 to 100. A step nobody can judge has none. The whole
score is the mean of the steps that have one.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from wizard.audit.found import Found, Note
from wizard.audit.good import Good, goods
from wizard.audit.unknown import Unknown, is_asked, is_shown, topics, usual_topic
from wizard.lint import paths, runner
from wizard.lint.rule import Finding, Severity
from wizard.model.project import Project, Step

MOST = 3
_WEIGHTS = {Severity.ERROR: 1.0, Severity.WARNING: 0.7, Severity.HINT: 0.2}
_ORDER = {severity: place for place, severity in enumerate(Severity)}


class State(StrEnum):
    IN_ORDER = "in_order"
    FINDINGS = "findings"
    UNKNOWN = "unknown"


@dataclass(frozen=True)
class Repair:
    """One thing to repair, wherever it was found: all findings of a rule."""

    findings: tuple[Finding, ...]

    @property
    def first(self) -> Finding:
        return self.findings[0]

    @property
    def curable(self) -> bool:
        """Whether a cure can be offered for some of them."""
        return any(finding.fix for finding in self.findings)


@dataclass(frozen=True)
class StepReport:
    step: Step
    state: State
    good: tuple[Good, ...]
    findings: tuple[Finding, ...]
    unknown: tuple[Unknown, ...]
    score: int | None


@dataclass(frozen=True)
class AuditReport:
    """What an audit tells: `repairs` are the three that matter most, `rest` the others."""

    steps: tuple[StepReport, ...]
    repairs: tuple[Repair, ...]
    rest: tuple[Repair, ...]
    notes: tuple[Note, ...]
    score: int

    @property
    def findings(self) -> tuple[Finding, ...]:
        """All findings, gravest first."""
        found = (finding for step in self.steps for finding in step.findings)
        return tuple(sorted(found, key=lambda f: _ORDER[f.severity]))

    @property
    def unknown(self) -> tuple[Unknown, ...]:
        return tuple(unknown for step in self.steps for unknown in step.unknown)

    def count(self, state: State) -> int:
        """How many steps are in this state."""
        return sum(step.state is state for step in self.steps)


def report(found: Found, project: Project) -> AuditReport:
    """Judge what was found; `project` is what `project_of` made of it."""
    checked = runner.run(project.changed(kept=(), ready=()))
    everything = [(f, False) for f in checked.findings] + [(f, True) for f in checked.progress]
    asked = [(f, is_shown(f, empty=empty, found=found)) for f, empty in everything if is_asked(f)]
    shown = [f for f, seen in asked if seen]
    unknown = _unknown(found, project, (f for f, seen in asked if not seen))
    steps = tuple(_step(step, found, project, shown=shown, unknown=unknown) for step in Step)
    repairs = _repairs(shown)
    scores = [step.score for step in steps if step.score is not None]
    return AuditReport(
        steps, repairs[:MOST], repairs[MOST:], found.notes, round(sum(scores) / len(scores)) if scores else 0
    )


def _unknown(found: Found, project: Project, hidden: Iterable[Finding]) -> tuple[Unknown, ...]:
    """Every topic, with the rules whose findings it stands for."""
    steps = dict(topics(found, project))
    rules: dict[str, set[str]] = {topic: set() for topic in steps}
    for finding in hidden:
        rules[usual_topic(finding, found, rules)].add(finding.rule)
    return tuple(Unknown(step, topic, tuple(sorted(rules[topic]))) for topic, step in steps.items())


def _step(
    step: Step, found: Found, project: Project, *, shown: list[Finding], unknown: tuple[Unknown, ...]
) -> StepReport:
    findings = tuple(f for f in shown if f.step is step)
    good = tuple(g for g in goods(found, project, shown) if g.step is step)
    state = State.IN_ORDER if good else State.UNKNOWN
    if any(f.severity is not Severity.HINT for f in findings):
        state = State.FINDINGS
    score = None if state is State.UNKNOWN else _score(findings, _measured(step, project))
    return StepReport(step, state, good, findings, tuple(u for u in unknown if u.step is step), score)


def _measured(step: Step, project: Project) -> int:
    """How many things a step is about."""
    counts = {
        Step.GOALS: len(project.pipelines),
        Step.STAGES: sum(len(pipeline.stages) for pipeline in project.pipelines),
        Step.QUALIFICATION: len(project.fields),
        Step.LOSSES: len(project.loss_reasons),
    }
    return max(1, counts.get(step, 0))


def _score(findings: tuple[Finding, ...], measured: int) -> int:
    worst: dict[str, float] = {}
    for finding in findings:
        about = paths.object_of(finding.path)
        worst[about] = max(worst.get(about, 0.0), _WEIGHTS[finding.severity])
    return round(100 * max(0.0, 1 - sum(worst.values()) / measured))


def _repairs(shown: list[Finding]) -> tuple[Repair, ...]:
    """Findings by rule: the gravest first, among equals those with a cure, then the one found most often."""
    by_rule: dict[str, list[Finding]] = {}
    for finding in shown:
        by_rule.setdefault(finding.rule, []).append(finding)
    repairs = [Repair(tuple(sorted(found, key=lambda f: _ORDER[f.severity]))) for found in by_rule.values()]
    return tuple(sorted(repairs, key=lambda r: (_ORDER[r.first.severity], not r.curable, -len(r.findings))))
