"""What an account cannot show: it is named as unknown, and no finding is made of its absence."""

from __future__ import annotations

from collections.abc import Container
from dataclasses import dataclass

from wizard.audit.found import Found
from wizard.lint.rule import Finding
from wizard.model.fields import Place
from wizard.model.project import Project, Step

# Which part of an object speaks of what no account keeps.
_PARTS = {
    "goal_type": "goal",
    "entry": "entry",
    "sources": "entry",
    "proof": "facts",
    "step": "steps",
    "owner_role": "steps",
    "hints": "steps",
    "term": "terms",
    "conversion": "numbers",
    "reached": "numbers",
    "entries": "numbers",
    "wins": "numbers",
    "key_stage": "key_stage",
    "questions": "questions",
    "route": "routes",
    "won_route": "routes",
    "lost_route": "routes",
    "comment_required": "comments",
    "group": "comments",
}
# Rules that speak of it at a place of another name.
_RULES = {
    "no-fact": "facts",
    "unsorted-without-source": "entry",
    "dated-stage-without-date": "fields",
    "key-stage-without-result": "fields",
}
# About what is planned; funnels that run already are not launched at once.
_OF_PLANS = ("launch-too-many",)
# Empty values an account does show.
_SHOWN_EMPTY = ("blank-name", "no-own-stage", "list-without-options", "too-few-reasons", "no-other-reason")
_USUAL = {
    Step.GOALS: "entry",
    Step.STAGES: "facts",
    Step.SHAPE: "numbers",
    Step.KEY_STAGE: "key_stage",
    Step.QUALIFICATION: "questions",
    Step.LOSSES: "routes",
}


@dataclass(frozen=True)
class Unknown:
    """A topic nobody can judge from what was shown, and the rules that would have."""

    step: Step
    topic: str
    rules: tuple[str, ...] = ()


def topics(found: Found, project: Project) -> tuple[tuple[str, Step], ...]:
    """What is unknown about these funnels, whatever the rules find, and the step it belongs to."""
    guessed = all(pipeline.goal_type for pipeline in project.pipelines)
    return (
        *(() if guessed else (("goal", Step.GOALS),)),
        *((("others", Step.GOALS),) if found.partial else ()),
        ("entry", Step.GOALS),
        ("facts", Step.STAGES),
        ("steps", Step.STAGES),
        ("terms", Step.STAGES),
        ("numbers", Step.SHAPE),
        ("key_stage", Step.KEY_STAGE),
        ("questions", Step.QUALIFICATION),
        *((("fields", Step.QUALIFICATION),) if found.fields is None else ()),
        *(() if _shows_contacts(found) else (("contacts", Step.QUALIFICATION),)),
        *((("reasons", Step.LOSSES),) if found.reasons is None else (("comments", Step.LOSSES),)),
        ("routes", Step.LOSSES),
    )


def is_shown(finding: Finding, *, empty: bool, found: Found) -> bool:
    """Whether a finding is about something that was shown; `empty` ones are about a value nobody entered."""
    if finding.rule in _OF_PLANS or topic_of(finding, found) is not None:
        return False
    return not empty or finding.rule in _SHOWN_EMPTY


def is_asked(finding: Finding) -> bool:
    """Whether a finding means anything for funnels that run already."""
    return finding.rule not in _OF_PLANS


def topic_of(finding: Finding, found: Found) -> str | None:
    """The unknown a finding would speak of; None for what was shown."""
    parts = finding.path.split("/")
    if finding.rule in _RULES:
        return _RULES[finding.rule]
    if found.partial and finding.rule == "single-funnel":
        return "others"
    if finding.rule == "no-consent" and not _shows_contacts(found):
        return "contacts"
    if found.fields is None and parts[0] == "fields":
        return "fields"
    if found.reasons is None and (parts[0] == "loss_reasons" or "losses" in parts[2:3]):
        return "reasons"
    return _PARTS.get(parts[-1]) if len(parts) > 1 else None


def _shows_contacts(found: Found) -> bool:
    return any(field.place is Place.CONTACT for field in found.fields or ())


def usual_topic(finding: Finding, found: Found, known: Container[str]) -> str:
    """The unknown of a finding if it is one of those named, else the one of its step."""
    topic = topic_of(finding, found)
    return topic if topic and topic in known else _USUAL[finding.step]
