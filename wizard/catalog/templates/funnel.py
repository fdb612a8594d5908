"""A funnel a project starts from: the shape of the files in `templates/funnels/`."""

from __future__ import annotations

from typing import Literal

from pydantic import model_validator

from wizard.catalog.templates.parts import Figure, QuestionTemplate, RouteTemplate, Words
from wizard.model.base import Id, Model, find
from wizard.model.pipeline import GoalType, Subject, WonKind
from wizard.model.terms import Term


class StageTemplate(Model):
    """A stage: `proof` proves its own name (empty for the first one, where the entry does).

    In `fields`, `questions` stands for the fields of all questions asked here. `optional` stages are
    offered, not taken; `before` is then the figure of the stage before, which has less to do.
    """

    id: Id
    name: Words
    proof: Words | None = None
    step: Words
    owner: Words
    conversion: Figure
    term: Term
    fields: tuple[str, ...] = ()
    newbie: Words
    optional: bool = False
    before: Figure | None = None


class WonTemplate(Model):
    name: Words
    kind: WonKind
    proof: Words


class LossTemplate(Model):
    reason: Id
    route: RouteTemplate


class FunnelTemplate(Model):
    """One of the funnels a project starts from.

    `base` marks the seven; a variant names the funnel it stands in for. `asked_at` is the stage where
    the questions are asked. `sources` are where clients come from besides routes from other funnels.
    `until_launched` says what people do by hand while other funnels already lead here.
    `industry_questions` lets the industry's questions and causes replace those of the same topic.
    `extra_fields` belong to the funnel though no stage demands them.
    """

    id: Id
    order: int
    kind: Literal["sales", "qualify", "delivery", "partners", "hr"]
    base: bool = False
    variant_of: Id | None = None
    optional: bool = False
    launch_rank: int
    subject: Subject
    goal_type: GoalType
    name: Words
    goal: Words
    for_whom: Words
    deal_is: Words
    entry: Words
    cycle: Words
    sources: tuple[Words, ...] = ()
    unsorted: bool
    key_stage: Id
    stages: tuple[StageTemplate, ...]
    won: WonTemplate
    lost: Words
    asked_at: Id
    industry_questions: bool = False
    questions: tuple[QuestionTemplate, ...]
    won_route: RouteTemplate
    won_route_without_delivery: RouteTemplate | None = None
    losses: tuple[LossTemplate, ...]
    until_launched: Words
    extra_fields: tuple[Id, ...] = ()
    warnings: tuple[Words, ...] = ()

    def stage(self, stage_id: str) -> StageTemplate:
        found: StageTemplate = find(self.stages, stage_id)
        return found

    @model_validator(mode="after")
    def _stages_exist(self) -> FunnelTemplate:
        own = {stage.id for stage in self.stages}
        if not {self.key_stage, self.asked_at} <= own:
            raise ValueError("key_stage or asked_at names no stage of this funnel")
        return self
