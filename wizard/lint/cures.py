"""Fixes several rules share: give a stage a better name, or take it away."""

from __future__ import annotations

from functools import partial

from wizard.lint.kinds import Kind, kind_of
from wizard.lint.names import is_payment, is_system
from wizard.lint.order import misplaced
from wizard.lint.reading import Reading, read
from wizard.lint.reading.letters import plain
from wizard.lint.rewriting import proposed
from wizard.lint.rule import Fix
from wizard.lint.similar import key
from wizard.model.edits.stages import StageRef, change_stage, delete_stage
from wizard.model.pipeline import Pipeline, Stage, WonKind
from wizard.model.project import Project

MOST = 3
LONGEST = 30


def better_named(project: Project, pipeline: Pipeline, *, stage: Stage, reading: Reading) -> tuple[Fix, ...]:
    """Up to three names that fit; when all are taken, a stage that adds nothing goes."""
    names = better_names(project, pipeline, stage=stage, reading=reading)
    fixes = tuple(fix for fix in (renamed(pipeline, stage, name) for name in names) if fix)
    if fixes or not _adds_nothing(pipeline, stage):
        return fixes
    return (removed(pipeline, stage, variant="remove"),)


def better_names(project: Project, pipeline: Pipeline, *, stage: Stage, reading: Reading) -> tuple[str, ...]:
    """Up to three names that fit the place and pass the rules themselves, the best first."""
    found = dict.fromkeys(name for name in proposed(project, pipeline, stage, reading) if fits(pipeline, stage, name))
    return tuple(found)[:MOST]


def renamed(pipeline: Pipeline, stage: Stage, name: str) -> Fix | None:
    """Rename a stage, unless that would repeat a name or only put one finding in another's place."""
    if not fits(pipeline, stage, name):
        return None
    at = StageRef(pipeline.id, stage.id)
    return Fix(partial(change_stage, at=at, name=name), args=(("becomes", name),))


def fits(pipeline: Pipeline, stage: Stage, name: str) -> bool:
    """Whether a name is a short result nobody has yet, and stands in its place."""
    reading = read(name)
    if reading is None or not reading.is_result or is_system(name) or len(name) > LONGEST:
        return False
    return not _taken(pipeline, stage, name) and not _moves_trouble(pipeline, stage, name)


def folded_into(pipeline: Pipeline, stage: Stage, before: Stage) -> Fix | None:
    """Take away a stage that says what the one right before it says, which takes over what is asked there."""
    place = pipeline.index(stage.id)
    if pipeline.stages[place - 1 : place] != (before,) or pipeline.key_stage == stage.id:
        return None
    edit = partial(delete_stage, at=StageRef(pipeline.id, stage.id))
    return Fix(edit, args=(("name", stage.name), ("before", before.name)))


def removed(pipeline: Pipeline, stage: Stage, *, variant: str = "fix") -> Fix:
    """Delete a stage."""
    at = StageRef(pipeline.id, stage.id)
    return Fix(partial(delete_stage, at=at), args=(("name", stage.name),), variant=variant)


def _taken(pipeline: Pipeline, stage: Stage, name: str) -> bool:
    others = [other.name for other in pipeline.stages if other is not stage] + [pipeline.won.name]
    own = key(name)
    # "Initial contact made" beside "Contact made" would only add a word.
    return any(plain(name) == plain(other) or own <= key(other) or (own >= key(other) > set()) for other in others)


def _moves_trouble(pipeline: Pipeline, stage: Stage, name: str) -> bool:
    """Whether the name would be out of order here, or payment where payment has a place of its own."""
    after = pipeline.with_stage(stage.changed(name=name))
    judged = kind_of(pipeline) in (Kind.SALES, Kind.QUALIFY)
    disordered = judged and any(True for _ in misplaced(after)) and not any(True for _ in misplaced(pipeline))
    if not is_payment(name):
        return disordered
    last = stage is pipeline.stages[-1] and pipeline.won.kind is WonKind.PAYMENT
    return disordered or last or pipeline.key_stage == stage.id


def _adds_nothing(pipeline: Pipeline, stage: Stage) -> bool:
    """Whether nothing is asked or kept at a stage, so that it can go without loss."""
    asks = stage.fields or any(question.asked_at == stage.id for question in pipeline.questions)
    return not asks and pipeline.key_stage != stage.id and len(pipeline.stages) > 1
