"""An audit in words: one way of saying it for the screen, the command line and the printed page."""

from __future__ import annotations

from wizard.audit.found import Note
from wizard.audit.good import Good
from wizard.audit.report import AuditReport, Repair, State
from wizard.audit.unknown import Unknown
from wizard.i18n.translator import Translator
from wizard.lint import paths
from wizard.lint.rule import Finding
from wizard.model.moves import DealMove, End
from wizard.model.pipeline import Pipeline
from wizard.model.project import Project, Step

# A rule may find the same in every stage of a large account; the first places show what is meant.
PLACES = 5
GUESSES = 6
# No id of a stage begins with a sign.
_BY_HAND = "-"
_ENDS = {End.WON: "-won", End.LOST: "-lost"}


def summary(report: AuditReport, tr: Translator) -> str:
    """How many of the six steps are in order, and of how many nothing can be said."""
    unseen = report.count(State.UNKNOWN)
    words = tr.plural("review.in_order", report.count(State.IN_ORDER), total=len(Step))
    return f"{words} {tr.plural('audit.not_seen', unseen)}" if unseen else words


def noted(note: Note, tr: Translator) -> str:
    """Something noticed while reading."""
    return tr.plural(f"audit.note.{note.what}", note.n)


def is_good(good: Good, tr: Translator) -> str:
    return tr(f"audit.good.{good.what}", n=tr.number(good.n), total=tr.number(good.total))


def is_unknown(unknown: Unknown, tr: Translator) -> str:
    return tr(f"audit.unknown.{unknown.topic}")


def unknown_by_step(report: AuditReport, tr: Translator) -> tuple[tuple[str, str], ...]:
    """Each step with its number, and what cannot be seen of it."""
    said = ((step, "; ".join(is_unknown(unknown, tr) for unknown in step.unknown)) for step in report.steps)
    return tuple((step_title(step.step, tr), words) for step, words in said if words)


def step_title(step: Step, tr: Translator) -> str:
    return f"{list(Step).index(step) + 1}. {tr(f'page.{step}')}"


def guesses(project: Project, tr: Translator) -> str:
    """What the funnels were taken to be for; empty where nothing was guessed."""
    known = [p for p in project.pipelines if p.goal_type]
    said = [tr("audit.guess", name=p.name, goal=tr(f"goal.{p.goal_type}")) for p in known[:GUESSES]]
    more = ["\u2026"] if len(known) > GUESSES else []
    return tr("audit.guesses", goals="; ".join((*said, *more))) if said else ""


def place(project: Project, finding: Finding) -> tuple[str, ...]:
    """Names of the funnel and the stage a finding is about, as far as it is about one."""
    pipeline_id, stage_id = paths.pipeline_of(finding.path), paths.stage_of(finding.path)
    pipeline = next((p for p in project.pipelines if p.id == pipeline_id), None)
    if pipeline is None:
        return ()
    stage = next((s for s in pipeline.stages if s.id == stage_id), None)
    return tuple(name for name in (pipeline.name, stage.name if stage else "") if name)


def place_in_words(project: Project, finding: Finding) -> str:
    return " \u2192 ".join(f"\u00ab{name}\u00bb" for name in place(project, finding))


def aims(pipeline: Pipeline, tr: Translator) -> dict[str, str]:
    """Where deals can go in a funnel, by id: its stages, its two ends, or a look at each."""
    stages = {stage.id: stage.name for stage in pipeline.stages}
    won = tr("audit.move_won", name=pipeline.won.name)
    return {**stages, _ENDS[End.WON]: won, _ENDS[End.LOST]: tr("audit.move_lost"), _BY_HAND: tr("audit.move_hand")}


def aim_of(move: DealMove) -> str:
    """The id of where a move leads."""
    return move.stage or (_ENDS[move.end] if move.end else _BY_HAND)


def aimed(move: DealMove, aim: str) -> DealMove:
    """The move led elsewhere, by an id of `aims`."""
    end = next((end for end, known in _ENDS.items() if known == aim), None)
    return move.changed(stage=None if end or aim == _BY_HAND else aim, end=end)


def shown(repair: Repair, *, most: int = PLACES) -> tuple[tuple[Finding, ...], int]:
    """The findings to show, and how many more there are of the kind."""
    return repair.findings[:most], max(0, len(repair.findings) - most)
