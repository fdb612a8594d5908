"""Reasons of refusal in words, most frequent first, and when "other" has grown too big."""

from __future__ import annotations

from dataclasses import dataclass

from wizard import forecast
from wizard.charts.funnel_words import number
from wizard.i18n.translator import Translator, translator
from wizard.model.losses import OTHER
from wizard.model.pipeline import Pipeline
from wizard.model.project import Project

MOST_OTHER = 0.10  # of the lost: from here on new reasons are due


@dataclass(frozen=True)
class ReasonRow:
    """A counted reason, and its share (0-1) of the lost."""

    name: str
    count: float
    share: float
    too_many: bool = False


def reason_rows(project: Project, pipeline: Pipeline) -> tuple[ReasonRow, ...]:
    """The counted reasons but for spam and doubles."""
    counted = {reason: count for reason, count in forecast.lost_counts(pipeline).items() if count}
    lost = sum(counted.values())
    return tuple(
        ReasonRow(project.reason(reason).name, count, count / lost, reason == OTHER and count / lost > MOST_OTHER)
        for reason, count in counted.items()
    )


def reasons_in_words(project: Project, pipeline: Pipeline, *, language: str) -> str:
    """All counted reasons with their shares; what has not been counted is not told."""
    say = translator(language)
    rows = reason_rows(project, pipeline)
    if not rows:
        return say("chart.reasons.empty")
    told = "; ".join(f"{row.name or say('chart.unnamed')} {share_text(row, say)}" for row in rows)
    found = [say("chart.reasons.all", lost=number(sum(row.count for row in rows), say), reasons=told)]
    found += [say("chart.reasons.other", share=say.percent(row.share)) for row in rows if row.too_many]
    return " ".join(found)


def share_text(row: ReasonRow, say: Translator) -> str:
    return f"{number(row.count, say)} · {say.percent(row.share)}"
