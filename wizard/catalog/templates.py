"""The shape of the files in `templates/`: what a funnel, an industry and the shared dictionaries hold.

Texts come in both languages. These placeholders stand for what the industry says:
``{scheduled}`` ``{done}`` ``{offer}`` ``{won}`` whole stage names; ``{nom}`` ``{acc}`` ``{gen}`` the
key-stage noun in three cases, ``{key stage}`` (``{Key stage}`` capitalised) in English; ``{payday}`` the
day a client names when agreeing, by the way of paying.
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field as Limit
from pydantic import model_validator

from wizard.model.base import Id, Model, find
from wizard.model.diagnosis import Payment
from wizard.model.fields import FieldType, Place
from wizard.model.losses import LossGroup
from wizard.model.pipeline import GoalType, Subject, WonKind
from wizard.model.project import Language
from wizard.model.qualification import Verdict
from wizard.model.routes import Target
from wizard.model.terms import AT_ONCE, DateRule, Term


class Words(Model):
    """A text in both languages."""

    ru: str
    en: str

    def in_(self, language: Language) -> str:
        return self.ru if language is Language.RU else self.en


class Figure(Model):
    """A usual conversion in percent, marked as an assumption or with its source."""

    percent: Annotated[float, Limit(gt=0, le=100)]
    low: Annotated[float, Limit(gt=0, le=100)]
    high: Annotated[float, Limit(gt=0, le=100)]
    basis: Literal["assumption", "source"]
    source: str = ""

    @model_validator(mode="after")
    def _named_and_ordered(self) -> Figure:
        if not self.low <= self.percent <= self.high:
            raise ValueError("the percentage lies outside its range")
        if (self.basis == "source") != bool(self.source):
            raise ValueError("a sourced figure names its source, an assumption does not")
        return self


class RouteTemplate(Model):
    """Where a client goes: `to` is `funnel@stage`, or a target such as `archive`."""

    to: str
    opens: DateRule = AT_ONCE
    new_occasion: bool = False
    why: Words | None = None

    @property
    def target(self) -> Target:
        return Target.PIPELINE if "@" in self.to else Target(self.to)

    @property
    def pipeline(self) -> str:
        return self.to.partition("@")[0]

    @property
    def stage(self) -> str:
        return self.to.partition("@")[2]


class AnswerTemplate(Model):
    id: Id
    text: Words
    verdict: Verdict | None = None
    stop: bool = False


class QuestionTemplate(Model):
    """A question; `field` names one of `templates/fields.yaml`, or an own one that `own_field` describes."""

    id: Id
    text: Words
    why: Words
    field: Id
    own_field: OwnField | None = None
    answers: tuple[AnswerTemplate, ...] = ()
    note: Words | None = None


class OwnField(Model):
    """A field only one funnel or industry needs; its options are the answers of its question."""

    name: Words
    type: FieldType


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


class Noun(Model):
    """The key stage as a noun in the cases sentences need."""

    nom: str
    acc: str
    gen: str
    en: str


class Slot(Model):
    """What an industry calls one of the four stages; parts left out come from the funnel."""

    name: Words
    proof: Words | None = None


class StageStep(Model):
    """A manager's step an industry words in its own way."""

    stage: Id
    step: Words


class IndustryReason(Model):
    """A reason in the industry's words: same id as a core reason replaces its name, an own one is added."""

    id: Id
    name: Words
    comment_required: bool = False
    group: LossGroup | None = None
    route: RouteTemplate | None = None

    @model_validator(mode="after")
    def _own_is_whole(self) -> IndustryReason:
        if (self.group is None) != (self.route is None):
            raise ValueError("an own reason has a group and a route, a reworded one has neither")
        return self


class Preset(Model):
    """Conversions of `first_sale` for an industry, by stage id, in percent; the bounds stay the funnel's."""

    stage: Id
    percent: Annotated[float, Limit(gt=0, le=100)]
    basis: Literal["assumption", "source"]
    source: str = ""

    @model_validator(mode="after")
    def _named(self) -> Preset:
        if (self.basis == "source") != bool(self.source):
            raise ValueError("a sourced figure names its source, an assumption does not")
        return self


class Industry(Model):
    """What a trade calls things: stage names, payment, questions, reasons.

    `drops` are stages of `first_sale` this trade does without, `without_fields` fields.
    `agreed_offer` says that the offer
    stage is already an agreement, so no separate stage for terms is needed.
    `evidence`: `article` (named there), `live` (seen in accounts or sources), `assumption`.
    """

    id: Id
    order: int
    name: Words
    evidence: Literal["article", "live", "assumption"]
    evidence_note: Words
    payment: Payment
    separate_delivery: bool
    b2b: bool = False
    drops: tuple[Id, ...] = ()
    without_fields: tuple[Id, ...] = ()
    noun: Noun
    scheduled: Slot | None = None
    done: Slot
    offer: Slot | None = None
    agreed_offer: bool = False
    won: Slot
    steps: tuple[StageStep, ...] = ()
    questions: tuple[QuestionTemplate, ...]
    loss_reasons: Annotated[tuple[IndustryReason, ...], Limit(min_length=5)]
    conversions: tuple[Preset, ...] = ()
    note: Words | None = None


class OptionTemplate(Model):
    id: Id
    name: Words


class FieldTemplate(Model):
    """A field of the shared dictionary; `always` ones belong to every project."""

    id: Id
    name: Words
    type: FieldType
    place: Place
    group: Words
    options: tuple[OptionTemplate, ...] = ()
    note: Words | None = None
    always: bool = False


class ReasonTemplate(Model):
    """A loss reason of the dictionary; with `field` it is an option of that list field.

    `route` is where clients of first_sale go for it. When a list grows past what managers read,
    reasons with a `drop_rank` that no industry names are left out, lowest rank first.
    """

    id: Id
    name: Words
    group: LossGroup
    comment_required: bool = False
    field: Id | None = None
    route: RouteTemplate | None = None
    drop_rank: int | None = None


class PaymentTemplate(Model):
    """What a way of paying changes: the name and proof of won, and the last step before it.

    `repeat_won` is the name of won where the client buys again; `payday` is what the client names when
    agreeing (``{payday}`` in texts), kept in `date_field`.
    """

    id: Payment
    won: Words
    repeat_won: Words
    proof: Words
    step: Words
    date_field: Id
    payday: Words


class AgreedOffer(Model):
    """Texts of an offer stage that is already an agreement (no separate stage for terms follows)."""

    proof: Words
    step: Words
    field: Id


class QuestionSet(Model):
    """One of the plain choices of questions, in plain words; `method` is its name in the trade."""

    id: Id
    name: Words
    method: str
    questions: tuple[QuestionTemplate, ...]


QuestionTemplate.model_rebuild()
