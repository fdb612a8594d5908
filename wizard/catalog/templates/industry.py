"""What a trade calls things: the shape of the files in `templates/industries/`."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field as Limit
from pydantic import model_validator

from wizard.catalog.templates.parts import QuestionTemplate, RouteTemplate, Words
from wizard.model.base import Id, Model
from wizard.model.diagnosis import Payment
from wizard.model.losses import LossGroup


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
