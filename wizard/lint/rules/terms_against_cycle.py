"""Time limits that do not fit the time a deal takes.

If deals take two weeks and the limits add up to ninety days, no card turns red in time; if they add up to three
days, all cards are red and nobody looks. Stages that last until a date are not counted, so with one of them the
sum is never called too short. Half and twice are our assumption.
Source: our assumption.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from wizard.lint import paths
from wizard.lint.cycle import all_until_days, allowed, told
from wizard.lint.rule import Fix, Hit, Reads, Rule, RuleSet, Severity
from wizard.model.edits.stages import StageRef, change_stage
from wizard.model.pipeline import Pipeline
from wizard.model.project import Project, Step
from wizard.model.terms import Term

TOO_SHORT = 0.5
TOO_LONG = 2.0
_MOST = 9999


def check(project: Project) -> Iterator[Hit]:
    for pipeline in project.pipelines:
        days = allowed(pipeline) if pipeline.cycle else None
        variant = _against(pipeline, days) if days is not None else None
        if variant and days is not None:
            args = (("name", pipeline.name), ("n", max(1, round(days))), ("cycle", pipeline.cycle))
            yield Hit(paths.pipeline(pipeline.id, "cycle"), args, variant=variant, cure=partial(_fix, pipeline, days))


def _against(pipeline: Pipeline, days: float) -> str | None:
    usual = told(pipeline.cycle)
    if usual is None:
        return None
    if days > TOO_LONG * usual.high:
        return "message"
    return "short" if days < TOO_SHORT * usual.low and all_until_days(pipeline) else None


def _fix(pipeline: Pipeline, days: float) -> Fix | None:
    """Limits that come to the cycle told, each by the same share; where whole days allow that."""
    usual = told(pipeline.cycle)
    if usual is None:
        return None
    share = (usual.high if days > usual.high else usual.low) / days
    stages = tuple(stage.changed(term=_by(stage.term, share)) for stage in pipeline.stages)
    after = pipeline.changed(stages=stages)
    fitted = allowed(after)
    if fitted is None or _against(after, fitted):
        return None
    edit = partial(_with_terms, pipeline_id=pipeline.id, terms={stage.id: stage.term for stage in stages})
    return Fix(edit, args=(("n", max(1, round(fitted))),))


def _by(term: Term | None, share: float) -> Term | None:
    """The term with its limit longer or shorter by a share, but not shorter than its first action."""
    if term is None or term.limit is None:
        return term
    amount = min(max(round(term.limit.amount * share), 1), _MOST)
    limit = term.limit.changed(amount=amount)
    return term if term.first and term.first.minutes > limit.minutes else term.changed(limit=limit)


def _with_terms(project: Project, pipeline_id: str, *, terms: dict[str, Term | None]) -> Project:
    for stage, term in terms.items():
        project = change_stage(project, StageRef(pipeline_id, stage), term=term)
    return project


RULE = Rule("terms-against-cycle", RuleSet.PRACTICE, Severity.HINT, Step.STAGES, check, reads=Reads.PIPELINE)
