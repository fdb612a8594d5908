"""A fact that proves another stage.

What moves a card on has to prove the next stage. A fact that repeats the one before, or only the name
of the stage left, proves where the card has been already.
Source: practice, to be verified.
"""

from __future__ import annotations

from collections.abc import Iterator

from wizard.lint import paths
from wizard.lint.names import words
from wizard.lint.rule import Hit, Rule, RuleSet, Severity
from wizard.model.pipeline import Pipeline, Stage, Won
from wizard.model.project import Project, Step


def check(project: Project) -> Iterator[Hit]:
    for pipeline in project.pipelines:
        following: tuple[Stage | Won, ...] = (*pipeline.stages[1:], pipeline.won)
        for place, (stage, after) in enumerate(zip(pipeline.stages, following, strict=False)):
            fact = words(after.proof)
            if fact and fact in (words(pipeline.proof_of(stage.id)), words(stage.name)):
                again = fact == words(pipeline.proof_of(stage.id))
                args = (("name", after.name), ("before", stage.name))
                yield Hit(_path(pipeline, place + 1), args=args, variant="message" if again else "name")


def _path(pipeline: Pipeline, place: int) -> str:
    if place == len(pipeline.stages):
        return paths.pipeline(pipeline.id, "won")
    return paths.stage(pipeline.id, pipeline.stages[place].id, "proof")


RULE = Rule("fact-does-not-prove-next", RuleSet.METHOD, Severity.WARNING, Step.STAGES, check, requires=("no-fact",))
