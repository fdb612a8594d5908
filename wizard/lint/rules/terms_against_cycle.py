"""Time limits that do not fit the time a deal takes.

If deals take two weeks and the limits add up to ninety days, no card turns red in time; if they add up to three
days, all cards are red and nobody looks. Stages that last until a date are not counted, so with one of them the
sum is never called too short. Half and twice are our assumption.
Source: our assumption.
"""

from __future__ import annotations

from collections.abc import Iterator

from wizard.lint import paths
from wizard.lint.cycle import all_until_days, allowed, told
from wizard.lint.rule import Hit, Reads, Rule, RuleSet, Severity
from wizard.model.pipeline import Pipeline
from wizard.model.project import Project, Step

TOO_SHORT = 0.5
TOO_LONG = 2.0


def check(project: Project) -> Iterator[Hit]:
    for pipeline in project.pipelines:
        days = allowed(pipeline) if pipeline.cycle else None
        variant = _against(pipeline, days) if days is not None else None
        if variant and days is not None:
            args = (("name", pipeline.name), ("n", max(1, round(days))), ("cycle", pipeline.cycle))
            yield Hit(paths.pipeline(pipeline.id, "cycle"), args, variant=variant)


def _against(pipeline: Pipeline, days: float) -> str | None:
    usual = told(pipeline.cycle)
    if usual is None:
        return None
    if days > TOO_LONG * usual.high:
        return "message"
    return "short" if days < TOO_SHORT * usual.low and all_until_days(pipeline) else None


RULE = Rule("terms-against-cycle", RuleSet.PRACTICE, Severity.HINT, Step.STAGES, check, reads=Reads.PIPELINE)
