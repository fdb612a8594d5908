"""Guesses what a funnel is for, by its name, else by what its stages speak of. A guess is said to be one."""

from __future__ import annotations

from wizard.audit.found import FoundPipeline
from wizard.audit.words import kinds, spoken_of
from wizard.model.pipeline import GoalType, Subject, WonKind
from wizard.model.project import Language

_SUBJECTS = {GoalType.HIRING: Subject.CANDIDATE, GoalType.PARTNER_ACTIVATION: Subject.PARTNER}
_WON = {
    GoalType.HANDOVER: WonKind.HANDOVER,
    GoalType.FULFILMENT: WonKind.ACCEPTED_WORK,
    GoalType.COMPLAINT_RESOLUTION: WonKind.ACCEPTED_WORK,
    GoalType.PARTNER_ACTIVATION: WonKind.PARTNER_ACTIVE,
    GoalType.HIRING: WonKind.HIRED,
}
# The base funnel for each goal.
TEMPLATES = {
    GoalType.HANDOVER: "inbound_qualification",
    GoalType.FIRST_PAYMENT: "first_sale",
    GoalType.RETURN_REFUSED: "refusal_warming",
    GoalType.RETURN_CUSTOMER: "customer_winback",
    GoalType.REPEAT_PAYMENT: "repeat_sales",
    GoalType.FULFILMENT: "customer_support",
    GoalType.PARTNER_ACTIVATION: "partners",
    GoalType.HIRING: "hr",
    GoalType.EVENT_SALE: "events_courses",
    GoalType.COMPLAINT_RESOLUTION: "complaints",
}
_ENOUGH = 2


def goal_of(pipeline: FoundPipeline) -> GoalType | None:
    """The goal its name speaks of, else its stages; None where neither does."""
    for kind in kinds("goals"):
        if spoken_of(pipeline.name, "goals", kind):
            return GoalType(kind)
    counts = {k: sum(spoken_of(s.name, "stages", k) for s in pipeline.stages) for k in kinds("stages")}
    best = max(counts, key=lambda kind: counts[kind])
    enough = min(_ENOUGH, len(pipeline.stages))
    return GoalType(best) if counts[best] >= max(enough, 1) else None


def subject_of(goal: GoalType | None) -> Subject:
    """Whom a funnel of this goal leads."""
    return _SUBJECTS.get(goal, Subject.CLIENT) if goal else Subject.CLIENT


def won_kind_of(goal: GoalType | None) -> WonKind:
    return _WON.get(goal, WonKind.PAYMENT) if goal else WonKind.PAYMENT


def language_of(texts: list[str]) -> Language:
    """Russian, unless most letters are Latin."""
    letters = [letter for text in texts for letter in text if letter.isalpha()]
    cyrillic = sum("\u0400" <= letter <= "\u04ff" for letter in letters)
    return Language.EN if letters and 2 * cyrillic < len(letters) else Language.RU
