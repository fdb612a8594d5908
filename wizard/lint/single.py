"""Judges one name by itself, as a stage of an otherwise empty funnel of a kind."""

from __future__ import annotations

from dataclasses import dataclass

from wizard.lint import paths, runner
from wizard.lint.kinds import Kind
from wizard.lint.reading.letters import cleaned, is_russian
from wizard.lint.rule import Finding, Rule
from wizard.lint.rules import RULES
from wizard.model.base import MAX_NAME
from wizard.model.pipeline import GoalType, Pipeline, Stage, Subject, Won, WonKind
from wizard.model.project import Company, Language, Project

_GOALS = {
    Kind.SALES: (GoalType.FIRST_PAYMENT, Subject.CLIENT, WonKind.PAYMENT),
    Kind.DELIVERY: (GoalType.FULFILMENT, Subject.CLIENT, WonKind.ACCEPTED_WORK),
    Kind.PARTNERS: (GoalType.PARTNER_ACTIVATION, Subject.PARTNER, WonKind.PARTNER_ACTIVE),
    Kind.HR: (GoalType.HIRING, Subject.CANDIDATE, WonKind.HIRED),
}
# Whether a payment has a place of its own cannot be seen from one name.
_OF_PLACE = ("won-as-own-stage",)
_PATH = paths.stage("p", "s", "name")


@dataclass(frozen=True)
class Judged:
    """A name, its language, and the gravest thing to say about it, if any."""

    name: str
    language: Language
    finding: Finding | None
    rewrites: tuple[str, ...] = ()


def judged(name: str, kind: Kind) -> Judged:
    """What the rules say about a name of a stage."""
    language = Language.RU if is_russian(cleaned(name)) else Language.EN
    findings = runner.run(_project(name, kind, language), strict=True, rules=_rules()).findings
    finding = next((f for f in findings if f.path == _PATH), None)
    becomes = (dict(fix.args).get("becomes") for fix in (finding.fixes if finding else ()))
    return Judged(name, language, finding, tuple(str(each) for each in becomes if each))


def _project(name: str, kind: Kind, language: Language) -> Project:
    goal, subject, won = _GOALS[kind]
    stage = Stage(id="s", name=name[:MAX_NAME])
    pipeline = Pipeline(id="p", name="p", goal_type=goal, subject=subject, stages=(stage,), won=Won(name="", kind=won))
    return Project(company=Company(language=language), pipelines=(pipeline,))


def _rules() -> tuple[Rule, ...]:
    """The rules that look at names; the others would only cost time."""
    return tuple(rule for rule in RULES if rule.id.startswith(_OF_NAMES) and rule.id not in _OF_PLACE)


_OF_NAMES = ("stage-is-", "stage-waits", "stage-parks", "stage-hopes", "stage-one-sided", "stage-two-results",
             "stage-bare-noun", "stage-not-a-result", "name-", "blank-name", "system-stage-as-own")  # fmt: skip
