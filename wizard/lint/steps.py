"""Reads a manager's step: who acts, and whether anybody does anything one could tick off."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from functools import lru_cache, partial

from wizard.lint import paths
from wizard.lint.known import original_stage
from wizard.lint.reading.lexicon import lexicon, words
from wizard.lint.reading.parts import Part, parts
from wizard.lint.reading.phrases import Match, matches_in
from wizard.lint.reading.word import Form, Word
from wizard.lint.rule import Fix, Hit
from wizard.model.edits.stages import StageRef, change_stage
from wizard.model.pipeline import Pipeline, Stage
from wizard.model.project import Project

_REMEMBERED = 8192
_SECTION = "steps"


class StepFault(StrEnum):
    WAITS = "waits"
    CLIENT_ACTS = "client_acts"
    VAGUE = "vague"
    NO_VERB = "no_verb"


@lru_cache(maxsize=_REMEMBERED)
def fault(step: str) -> StepFault | None:
    """What is wrong with a step; the verb that leads decides, and a second verb of ours makes up for waiting."""
    said = [part for part in (_led(part) for part in parts(step)) if part]
    if not said:
        return None
    if len(said) > 1 and _task_to_wait(said[0], said[1]):
        return StepFault.WAITS
    found = _of_part(said[0])
    if found is StepFault.NO_VERB:
        # "In the evening, on the day of payment: call": a date may stand first.
        return next((f for f in map(_of_part, said[1:]) if f is not StepFault.NO_VERB), found)
    return found


@lru_cache(maxsize=_REMEMBERED)
def rewritten(step: str) -> str | None:
    """An action of ours instead of waiting or of a vague verb, where one can be offered."""
    for part in parts(step):
        found = [match for match in matches_in(_SECTION, part) if match.phrase.place == "rewrites"]
        best = max(found, key=lambda match: match.phrase.weight, default=None)
        if best:
            language = "ru" if best.words[0].russian else "en"
            becomes: str = lexicon()[_SECTION]["becomes"][best.phrase.group][language]
            return becomes
    return None


def step_hits(project: Project, *faults: StepFault) -> Iterator[Hit]:
    """The steps with one of these faults, and the action that cures each where one can be offered."""
    for pipeline in project.pipelines:
        for stage in pipeline.stages:
            if stage.step and fault(stage.step) in faults:
                args = (("name", stage.name), ("step", stage.step))
                cure = partial(_fix, project, pipeline, stage)
                yield Hit(paths.stage(pipeline.id, stage.id, "step"), args=args, cure=cure)


def _fix(project: Project, pipeline: Pipeline, stage: Stage) -> Fix | None:
    """An action instead, else what the template does at this stage."""
    usual = original_stage(project, pipeline, stage)
    becomes = rewritten(stage.step) or (usual.step if usual and usual.step and not fault(usual.step) else None)
    at = StageRef(pipeline.id, stage.id)
    return Fix(partial(change_stage, at=at, step=becomes), args=(("becomes", becomes),)) if becomes else None


def _led(part: Part) -> Part:
    """The part without what leads in: "then", "just", a time."""
    lead_in = words("step_words", "lead_in")
    place = next((n for n, word in enumerate(part) if word.text not in lead_in and not word.text.isdigit()), len(part))
    return part[place:]


def _of_part(part: Part) -> StepFault | None:
    found = list(matches_in(_SECTION, part))
    waits = [m for m in found if m.phrase.place == "waits" and _leads(m, part)]
    if waits:
        return StepFault.WAITS
    if _client_acts(part):
        return StepFault.CLIENT_ACTS
    fine = [m for m in found if m.phrase.place == "fine"]
    vague = [m for m in found if m.phrase.place == "vague" and _leads(m, part)]
    if vague and not fine:
        return StepFault.VAGUE
    return None if fine or any(map(_is_action, part)) else StepFault.NO_VERB


def _leads(match: Match, part: Part) -> bool:
    """Whether nothing of ours stands before the phrase."""
    return not any(_is_action(word) for word in part[: part.index(match.words[0])])


def _is_action(word: Word) -> bool:
    if word.russian:
        return word.form in (Form.TODO, Form.WE_DO)
    return word.text in words("english", "todo") | words("english", "todo_or_noun") | words("step_words", "actions_en")


def _task_to_wait(first: Part, second: Part) -> bool:
    """Whether the action is but a task whose text is to wait."""
    says_task = bool(first[-1].lemmas & words("step_words", "task"))
    return says_task and any(match.phrase.place == "waits" for match in matches_in(_SECTION, second))


def _client_acts(part: Part) -> bool:
    """Whether somebody else is the doer; an infinitive after him addresses the manager."""
    first = part[0]
    if not first.lemmas & (words("people") | words("step_words", "doers")):
        return False
    rest = part[1:]
    if first.russian:
        verb = next((w for w in rest if w.form in (Form.DOES, Form.WILL, Form.TODO, Form.WE_DO, Form.SHORT)), None)
        return (
            (first.subject or first.form is Form.ADJECTIVE)
            and verb is not None
            and verb.form in (Form.DOES, Form.WILL, Form.SHORT)
        )
    if not rest or rest[0].text in words("step_words", "things_en"):
        return False
    second = rest[0].text
    return second in words("step_words", "will_en") or (second.endswith("s") and not second.endswith("ss"))
