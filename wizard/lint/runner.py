"""Runs the rules over a project."""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import partial

from wizard.lint import paths
from wizard.lint.objects import value_at
from wizard.lint.rule import Finding, Fix, Hit, Rule, RuleSet, Severity
from wizard.lint.rules import RULES
from wizard.model.project import Project

_ORDER = {severity: place for place, severity in enumerate(Severity)}


@dataclass(frozen=True)
class Report:
    """What the rules found: findings, gravest first, and what is merely not filled in yet."""

    findings: tuple[Finding, ...] = ()
    progress: tuple[Finding, ...] = ()

    @property
    def open(self) -> tuple[Finding, ...]:
        """Findings not kept as they are."""
        return tuple(f for f in self.findings if not f.kept)

    def count(self, severity: Severity) -> int:
        """How many open findings have this severity."""
        return sum(f.severity is severity for f in self.open)

    @property
    def blocking(self) -> tuple[Finding, ...]:
        """Findings amoCRM itself would refuse; they alone block writing to it."""
        return tuple(f for f in self.findings if f.set is RuleSet.AMOCRM and f.severity is Severity.ERROR)

    def blocking_in(self, pipelines: Collection[str]) -> tuple[Finding, ...]:
        """Those of them that stand in these pipelines or belong to all."""
        return tuple(f for f in self.blocking if paths.pipeline_of(f.path) in {None, *pipelines})

    def about(self, path: str) -> tuple[Finding, ...]:
        """Open findings about an object and its parts."""
        return tuple(f for f in self.open if f"{f.path}/".startswith(f"{path}/"))


def run(project: Project, *, strict: bool = False, rules: tuple[Rule, ...] = RULES) -> Report:
    """Check a project. With `strict` (papers are asked for) empty values are findings too."""
    findings: list[Finding] = []
    progress: list[Finding] = []
    reported: dict[str, set[str]] = {}
    for rule, hit in _hits(project, rules, reported):
        reported.setdefault(rule.id, set()).add(paths.object_of(hit.path))
        finding = _finding(project, rule, hit)
        waiting = hit.empty and not strict and finding.step not in project.ready
        (progress if waiting else findings).append(finding)
    return Report(tuple(sorted(findings, key=lambda f: _ORDER[f.severity])), tuple(progress))


def _hits(project: Project, rules: tuple[Rule, ...], reported: dict[str, set[str]]) -> Iterator[tuple[Rule, Hit]]:
    for rule in rules:
        spoken_for = set().union(*(reported.get(other, set()) for other in rule.requires))
        for hit in rule.check(project):
            if paths.object_of(hit.path) not in spoken_for:
                yield rule, hit


def _finding(project: Project, rule: Rule, hit: Hit) -> Finding:
    mark = partial(_fingerprint, project, rule, hit)
    known = [k.fingerprint for k in project.kept if (k.rule, k.path) == (rule.id, hit.path)]
    kept = bool(known) and rule.set is not RuleSet.AMOCRM and mark() in known
    return Finding(
        rule=rule.id,
        set=rule.set,
        severity=hit.severity or rule.severity,
        step=hit.step or rule.step,
        path=hit.path,
        args=hit.args,
        variant=hit.variant,
        kept=kept,
        mark=mark,
        cures=hit.cures or partial(_only, hit.fix),
    )


def _fingerprint(project: Project, rule: Rule, hit: Hit) -> str:
    about = (rule.id, hit.path, hit.args, value_at(project, hit.path))
    return hashlib.sha256(repr(about).encode()).hexdigest()[:16]


def _only(fix: Fix | None) -> tuple[Fix, ...]:
    return (fix,) if fix else ()
