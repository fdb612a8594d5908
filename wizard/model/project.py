"""A project: everything one company designs; what is edited, saved, opened and exported.

Invalid input (ids not unique, references to nowhere, absurd sizes) is refused here. What amoCRM or
the method dislikes is a finding of `wizard.lint`, so that a half-done project can be held and cured.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from enum import StrEnum
from typing import Annotated, Literal, Protocol

from pydantic import Field as Limit
from pydantic import model_validator
from pydantic_core import PydanticCustomError

from wizard.model.base import Id, Model, Name, Text, find
from wizard.model.diagnosis import Diagnosis
from wizard.model.fields import Field
from wizard.model.losses import LossReason
from wizard.model.moves import DealMove
from wizard.model.pipeline import GoalType, Launch, Pipeline
from wizard.model.references import references
from wizard.model.rehearsal import ToldDeal
from wizard.model.workshop import Workshop

FORMAT: Literal[1] = 1


class Language(StrEnum):
    RU = "ru"
    EN = "en"


class Step(StrEnum):
    """The six steps of the method, in the article's order."""

    GOALS = "goals"
    STAGES = "stages"
    SHAPE = "shape"
    KEY_STAGE = "key_stage"
    QUALIFICATION = "qualification"
    LOSSES = "losses"


class Company(Model):
    """Whose funnels these are; `language` is that of the content, not of the interface."""

    name: Name = ""
    industry: Id = "general"
    currency: Annotated[str, Limit(pattern=r"^[A-Z]{3}$")] = "RUB"
    language: Language = Language.RU


class KeptFinding(Model):
    """A finding the user keeps as it is, and why; it comes back when what it was about changes."""

    rule: Id
    path: Name
    reason: Id
    note: Text = ""
    fingerprint: Name


class Binding(Model):
    """Which object of an amoCRM account a local object was entered as."""

    account: Name
    local: Name
    remote: Name


class Project(Model):
    format: Literal[1] = FORMAT
    company: Company = Company()
    diagnosis: Diagnosis = Diagnosis()
    fields: Annotated[tuple[Field, ...], Limit(max_length=500)] = ()
    loss_reasons: Annotated[tuple[LossReason, ...], Limit(max_length=500)] = ()
    pipelines: Annotated[tuple[Pipeline, ...], Limit(max_length=200)] = ()
    main_pipeline: Id | None = None
    revenue_goal: Annotated[float, Limit(ge=0, le=1e15)] | None = None
    request_price: Annotated[float, Limit(ge=0, le=1e12)] | None = None
    started: tuple[Step, ...] = ()
    ready: tuple[Step, ...] = ()
    kept: Annotated[tuple[KeptFinding, ...], Limit(max_length=1000)] = ()
    bindings: Annotated[tuple[Binding, ...], Limit(max_length=10_000)] = ()
    moves: Annotated[tuple[DealMove, ...], Limit(max_length=10_000)] = ()
    workshop: Workshop = Workshop()
    rehearsal: Annotated[tuple[ToldDeal, ...], Limit(max_length=2000)] = ()

    @model_validator(mode="after")
    def _ids_are_unique(self) -> Project:
        _unique("fields", self.fields)
        _unique("loss_reasons", self.loss_reasons)
        _unique("pipelines", self.pipelines)
        _unique("rehearsal", self.rehearsal)
        for field in self.fields:
            _unique(f"fields.{field.id}.options", field.options)
        for pipeline in self.pipelines:
            _unique(f"pipelines.{pipeline.id}.stages", pipeline.stages)
            _unique(f"pipelines.{pipeline.id}.questions", pipeline.questions)
            _no_repeats(f"pipelines.{pipeline.id}.losses", (use.reason for use in pipeline.losses))
        return self

    @model_validator(mode="after")
    def _references_hold(self) -> Project:
        for where, kind, wanted, known in references(self):
            if wanted not in known:
                raise PydanticCustomError(
                    "dangling", "{where}: there is no {kind} {wanted}", {"where": where, "kind": kind, "wanted": wanted}
                )
        return self

    def pipeline(self, pipeline_id: str) -> Pipeline:
        """The pipeline with this id; KeyError when there is none."""
        found: Pipeline = find(self.pipelines, pipeline_id)
        return found

    def field(self, field_id: str) -> Field:
        """The field with this id; KeyError when there is none."""
        found: Field = find(self.fields, field_id)
        return found

    def reason(self, reason_id: str) -> LossReason:
        """The loss reason with this id; KeyError when there is none."""
        found: LossReason = find(self.loss_reasons, reason_id)
        return found

    def told(self, deal_id: str) -> ToldDeal:
        """The told deal with this id; KeyError when there is none."""
        found: ToldDeal = find(self.rehearsal, deal_id)
        return found

    def option_names(self, field: Field) -> tuple[str, ...]:
        """The values of a list field; those of a list of causes are the reasons kept in it."""
        causes = tuple(reason.name for reason in self.loss_reasons if reason.field == field.id)
        return causes or tuple(option.name for option in field.options)

    def launched(self) -> tuple[Pipeline, ...]:
        """The pipelines launched now."""
        return tuple(p for p in self.pipelines if p.launch is Launch.NOW)

    def main_sale(self) -> Pipeline | None:
        """The funnel the steps are about: the first one that sells to new clients, else the main, else the first."""
        for pipeline in self.pipelines:
            if pipeline.goal_type is GoalType.FIRST_PAYMENT:
                return pipeline
        if self.main_pipeline is not None:
            return self.pipeline(self.main_pipeline)
        return self.pipelines[0] if self.pipelines else None

    def with_pipeline(self, pipeline: Pipeline) -> Project:
        """The project with the pipeline of that id replaced."""
        return self.changed(pipelines=tuple(pipeline if p.id == pipeline.id else p for p in self.pipelines))


class _HasId(Protocol):
    @property
    def id(self) -> str: ...


def _unique(where: str, items: Iterable[_HasId]) -> None:
    _no_repeats(where, (item.id for item in items))


def _no_repeats(where: str, ids: Iterable[str]) -> None:
    for twice, count in Counter(ids).items():
        if count > 1:
            raise PydanticCustomError("repeated_id", "{where}: {id} occurs twice", {"where": where, "id": twice})
