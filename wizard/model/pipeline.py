"""A pipeline (funnel) and its stages."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Any

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from wizard.model.base import Id, Model, Name, Text, find
from wizard.model.losses import LossUse
from wizard.model.qualification import Question
from wizard.model.routes import Route
from wizard.model.terms import Term

MAX_STAGES = 200

# The only colours amoCRM takes for a stage, in the order of its picker (amocrm-api 4.3).
PALETTE = (
    "#fffeb2", "#fffd7f", "#fff000", "#ffeab2", "#ffdc7f", "#ffce5a", "#ffdbdb",
    "#ffc8c8", "#ff8f92", "#d6eaff", "#c1e0ff", "#98cbff", "#ebffb1", "#deff81",
    "#87f2c0", "#f9deff", "#f3beff", "#ccc8f9", "#eb93ff", "#f2f3f4", "#e6e8ea",
)  # fmt: skip


class Basis(StrEnum):
    """Where a figure comes from; everything but the user's own fact is shown as an assumption."""

    ASSUMPTION = "assumption"
    SCALED = "scaled"
    FACT = "fact"


class Conversion(Model):
    """The share (0–1] of deals that go from a stage to the next one, with the usual range.

    `usual` keeps the assumption a scaled or typed share stands in for.
    """

    share: Annotated[float, Field(gt=0, le=1)]
    low: Annotated[float, Field(gt=0, le=1)]
    high: Annotated[float, Field(gt=0, le=1)]
    basis: Basis = Basis.ASSUMPTION
    usual: Annotated[float, Field(gt=0, le=1)] | None = None

    @property
    def assumed(self) -> Conversion:
        """The conversion as it was before the user's numbers."""
        return self.changed(share=self.usual or self.share, usual=None, basis=Basis.ASSUMPTION)

    @model_validator(mode="after")
    def _range_holds(self) -> Conversion:
        if self.low > self.high:
            raise PydanticCustomError("conversion_range", "the lower bound is above the upper one")
        return self


class Hints(Model):
    """What amoCRM shows a manager in a stage, on its three levels.

    An empty candidate or master hint is generated from the stage (see `wizard.hints`).
    """

    newbie: Text = ""
    candidate: Text = ""
    master: Text = ""


class Stage(Model):
    """A column of a pipeline: a result already reached.

    `proof` is what must exist for the stage to count as reached; `fields` are to be filled
    before leaving it; `reached` is the user's own monthly count of deals that got this far.
    """

    id: Id
    name: Name
    proof: Text = ""
    step: Text = ""
    owner_role: Name = ""
    term: Term | None = None
    colour: Annotated[str, Field(max_length=40)] | None = None
    conversion: Conversion | None = None
    reached: Annotated[float, Field(ge=0, le=1e9)] | None = None
    fields: tuple[Id, ...] = ()
    hints: Hints = Hints()


class GoalType(StrEnum):
    HANDOVER = "handover"
    FIRST_PAYMENT = "first_payment"
    RETURN_REFUSED = "return_refused"
    RETURN_CUSTOMER = "return_customer"
    REPEAT_PAYMENT = "repeat_payment"
    FULFILMENT = "fulfilment"
    PARTNER_ACTIVATION = "partner_activation"
    HIRING = "hiring"
    EVENT_SALE = "event_sale"
    COMPLAINT_RESOLUTION = "complaint_resolution"


class Subject(StrEnum):
    CLIENT = "client"
    PARTNER = "partner"
    CANDIDATE = "candidate"


class WonKind(StrEnum):
    PAYMENT = "payment"
    ACCEPTED_WORK = "accepted_work"
    HANDOVER = "handover"
    HIRED = "hired"
    PARTNER_ACTIVE = "partner_active"


class Launch(StrEnum):
    NOW = "now"
    LATER = "later"


class Won(Model):
    """System stage 142: its name, what kind of success it is, and what proves it."""

    name: Name
    kind: WonKind = WonKind.PAYMENT
    proof: Text = ""


class Pipeline(Model):
    """A funnel: whom it leads to which goal, by which stages, and where they go from its two ends.

    The last own stage is not won: won is the name of system stage 142, lost of 143.
    `lost_route` holds for reasons without a route of their own. Counts are per month,
    but for `open_deals`: those at work now. `cycle` is the usual time to close in words, `cycle_days` the user's own.
    """

    id: Id
    name: Name
    template: Id | None = None
    goal_type: GoalType | None = None
    goal: Text = ""
    subject: Subject = Subject.CLIENT
    deal_is: Text = ""
    entry: Text = ""
    sources: tuple[Name, ...] = ()
    stages: Annotated[tuple[Stage, ...], Field(max_length=MAX_STAGES)] = ()
    key_stage: Id | None = None
    won: Won = Won(name="")
    lost_name: Name = ""
    unsorted: bool = False
    questions: Annotated[tuple[Question, ...], Field(max_length=200)] = ()
    losses: Annotated[tuple[LossUse, ...], Field(max_length=200)] = ()
    won_route: Route | None = None
    lost_route: Route | None = None
    launch: Launch = Launch.LATER
    entries: Annotated[float, Field(ge=0, le=1e9)] | None = None
    wins: Annotated[float, Field(ge=0, le=1e9)] | None = None
    key_reached: Annotated[float, Field(ge=0, le=1e9)] | None = None
    average_check: Annotated[float, Field(ge=0, le=1e12)] | None = None
    cycle: Name = ""
    cycle_days: Annotated[float, Field(gt=0, le=3650)] | None = None
    open_deals: Annotated[float, Field(ge=0, le=1e9)] | None = None

    def stage(self, stage_id: str) -> Stage:
        """The stage with this id; KeyError when there is none."""
        found: Stage = find(self.stages, stage_id)
        return found

    def index(self, stage_id: str) -> int:
        """The stage's place in the order, from 0; KeyError when there is none."""
        return self.stages.index(self.stage(stage_id))

    def proof_of(self, stage_id: str) -> str:
        """What proves that a card belongs in this stage; for the first one that is the entry condition."""
        return self.stage(stage_id).proof if self.index(stage_id) else self.entry

    def proof_after(self, stage_id: str) -> str:
        """What moves a card on from this stage: the proof of the next one, or of won."""
        place = self.index(stage_id) + 1
        return self.stages[place].proof if place < len(self.stages) else self.won.proof

    def route_of(self, use: LossUse) -> Route | None:
        """Where a client lost for this reason goes."""
        return use.route or self.lost_route

    def routes(self) -> tuple[Route, ...]:
        """Every route that leaves this pipeline."""
        ends = (self.won_route, self.lost_route, *(use.route for use in self.losses))
        return tuple(route for route in ends if route)

    def with_stage(self, stage: Stage) -> Pipeline:
        """The pipeline with the stage of that id replaced."""
        return self.changed(stages=tuple(stage if s.id == stage.id else s for s in self.stages))

    def map_routes(self, change: Any) -> Pipeline:
        """The pipeline with `change: Route -> Route` applied to every route that leaves it."""
        return self.changed(
            won_route=self.won_route and change(self.won_route),
            lost_route=self.lost_route and change(self.lost_route),
            losses=tuple(use.changed(route=use.route and change(use.route)) for use in self.losses),
        )
