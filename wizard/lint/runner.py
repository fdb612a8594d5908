"""Runs the rules over a project; over one that was checked before, only where something has changed."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from wizard.lint import paths
from wizard.lint.rule import Finding, Reads, Rule, RuleSet, Severity
from wizard.lint.rules import RULES
from wizard.lint.views import View, views
from wizard.model.project import Project

_ORDER = {severity: place for place, severity in enumerate(Severity)}


class Look(NamedTuple):
    """What a group of rules was shown, and what each of them found there."""

    view: View
    found: tuple[tuple[str, tuple[Finding, ...]], ...]


_Where = tuple[Reads, str]
Seen = dict[_Where, Look]


@dataclass(frozen=True)
class Report:
    """What the rules found: findings, gravest first, and what is merely not filled in yet.

    `rules` and `seen` say what was looked at, for the check of a later state.
    """

    findings: tuple[Finding, ...] = ()
    progress: tuple[Finding, ...] = ()
    rules: tuple[Rule, ...] = field(default=(), compare=False, repr=False)
    seen: Seen = field(default_factory=dict, compare=False, repr=False)

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


def run(
    project: Project, *, strict: bool = False, rules: tuple[Rule, ...] = RULES, before: Report | None = None
) -> Report:
    """Check a project. With `strict` (papers are asked for) empty values are findings too.

    `before` is a report of an earlier state: rules look again only at what is not as it was then.
    """
    known = before.seen if before and before.rules is rules else {}
    seen = dict(_looks(project, rules, known))
    found: dict[str, list[Finding]] = {}
    for look in seen.values():
        for rule, findings in look.found:
            found.setdefault(rule, []).extend(findings)
    findings, progress = _sorted_out(project, rules, found, strict=strict)
    return Report(findings, progress, rules, seen)


def _looks(project: Project, rules: tuple[Rule, ...], known: Seen) -> Iterator[tuple[_Where, Look]]:
    """What all rules find, group by group; a look at what is as it was is not taken again."""
    groups: dict[Reads, list[Rule]] = {}
    for rule in rules:
        groups.setdefault(rule.reads, []).append(rule)
    for reads, group in groups.items():
        for about, view in views(project, reads):
            look = known.get((reads, about))
            yield (reads, about), look if look and look.view == view else _look(view, group)


def _look(view: View, group: list[Rule]) -> Look:
    shown = view.project
    found = ((rule.id, tuple(Finding(rule, hit, shown) for hit in rule.check(shown))) for rule in group)
    return Look(view, tuple((rule, findings) for rule, findings in found if findings))


def _sorted_out(
    project: Project, rules: tuple[Rule, ...], found: dict[str, list[Finding]], *, strict: bool
) -> tuple[tuple[Finding, ...], tuple[Finding, ...]]:
    """What stands as a finding, gravest first, and what is merely not filled in yet."""
    standing: list[Finding] = []
    waiting: list[Finding] = []
    for finding in _marked(project, _one_a_cause(rules, found)):
        empty = finding.hit.empty and not strict and finding.step not in project.ready
        (waiting if empty else standing).append(finding)
    return tuple(sorted(standing, key=lambda f: _ORDER[f.severity])), tuple(waiting)


def _one_a_cause(rules: tuple[Rule, ...], found: dict[str, list[Finding]]) -> Iterator[Finding]:
    """The findings in the order of the rules, without those a required rule has spoken for."""
    required = {other for rule in rules for other in rule.requires}
    reported: dict[str, set[str]] = {}
    for rule in rules:
        findings = found.get(rule.id, [])
        spoken_for = set().union(*(reported[other] for other in rule.requires if other in reported))
        if spoken_for:
            findings = [f for f in findings if paths.object_of(f.path) not in spoken_for]
        if findings and rule.id in required:
            reported[rule.id] = {paths.object_of(f.path) for f in findings}
        yield from findings


def _marked(project: Project, findings: Iterable[Finding]) -> Iterator[Finding]:
    """The findings, those marked that are kept as they are."""
    if not project.kept:
        yield from findings
        return
    kept: dict[tuple[str, str], set[str]] = {}
    for k in project.kept:
        kept.setdefault((k.rule, k.path), set()).add(k.fingerprint)
    for finding in findings:
        known = kept.get((finding.rule, finding.path))
        if known and finding.set is not RuleSet.AMOCRM and finding.fingerprint in known:
            yield replace(finding, kept=True)
        else:
            yield finding
