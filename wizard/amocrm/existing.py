"""What an account of amoCRM or Kommo holds, in our words; `reading` makes it of the API's answers.

Names are kept as the account has them, to the letter: what is compared must not be tidied up first.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from enum import StrEnum
from typing import Any, TypeVar

from wizard.model.base import MAX_TEXT, Model
from wizard.model.fields import FieldType, Place
from wizard.model.pipeline import Hints


class StageKind(StrEnum):
    """What a stage is to amoCRM; all but the own ones are made by amoCRM itself."""

    OWN = "own"
    INCOMING = "incoming"
    WON = "won"
    LOST = "lost"


class ExistingHint(Model):
    """A stage's hint on one of the levels newbie, candidate, master."""

    id: int
    level: str
    text: str


class ExistingStage(Model):
    """A column of a pipeline. Ids of won and lost are the same in every pipeline."""

    id: int
    name: str
    sort: int = 0
    colour: str = ""
    kind: StageKind = StageKind.OWN
    editable: bool = True
    hints: tuple[ExistingHint, ...] = ()

    def hint(self, level: str) -> ExistingHint | None:
        return next((hint for hint in self.hints if hint.level == level), None)

    @property
    def said(self) -> Hints:
        """The hints as a project keeps them, of a length it can keep."""
        return Hints(**{hint.level: hint.text[:MAX_TEXT] for hint in self.hints if hint.level in Hints.model_fields})


class ExistingPipeline(Model):
    """A pipeline with all its stages in their order, amoCRM's own ones among them."""

    id: int
    name: str
    sort: int = 0
    main: bool = False
    unsorted: bool = False
    archived: bool = False
    stages: tuple[ExistingStage, ...] = ()

    @property
    def own(self) -> tuple[ExistingStage, ...]:
        """The stages people made, in order."""
        return tuple(stage for stage in self.stages if stage.kind is StageKind.OWN)

    def of_kind(self, kind: StageKind) -> ExistingStage | None:
        return next((stage for stage in self.stages if stage.kind is kind), None)

    def stage(self, stage_id: int) -> ExistingStage | None:
        return _with_id(self.stages, stage_id)


class ExistingOption(Model):
    """A value of a list field."""

    id: int
    name: str
    sort: int = 0
    code: str | None = None


class ExistingField(Model):
    """A field of the account. `type` is amoCRM's own word, for it has types no project uses.

    `required` are the pairs of pipeline and stage a card may not enter without it; `currency` belongs to sums of money.
    """

    id: int
    name: str
    type: str
    place: Place = Place.DEAL
    code: str | None = None
    sort: int = 0
    options: tuple[ExistingOption, ...] = ()
    group: str | None = None
    required: tuple[tuple[int, int], ...] = ()
    predefined: bool = False
    currency: str | None = None

    @property
    def known_type(self) -> FieldType | None:
        """The type as a project knows it; none for types a project cannot have."""
        return _BY_CODE.get(self.code) or _TYPES.get(self.type)

    def required_in(self, pipeline_id: int) -> tuple[int, ...]:
        """The stages of a pipeline that demand this field."""
        return tuple(stage for pipeline, stage in self.required if pipeline == pipeline_id)


class ExistingGroup(Model):
    """A section of the deal's card."""

    id: str
    name: str
    sort: int = 0
    predefined: bool = False


class ExistingReason(Model):
    """A loss reason of the account's one list."""

    id: int
    name: str
    sort: int = 0


class Account(Model):
    """Whose account it is. What an answer did not say is None."""

    id: int
    name: str
    subdomain: str
    host: str = ""
    country: str | None = None
    currency: str | None = None
    language: str | None = None
    user: int | None = None
    admin: bool | None = None
    loss_reasons: bool | None = None

    @property
    def key(self) -> str:
        """What bindings call the account; unlike its address it never changes."""
        return str(self.id)

    def is_called(self, name: str) -> bool:
        """Whether a binding's account is this one; those made of links know it by its address."""
        return name in {self.key, self.host} - {""}


class Existing(Model):
    """All of an account that a project may change or has to respect.

    `reasons` is None where the account does not show its list.
    """

    account: Account
    pipelines: tuple[ExistingPipeline, ...] = ()
    fields: tuple[ExistingField, ...] = ()
    groups: tuple[ExistingGroup, ...] = ()
    reasons: tuple[ExistingReason, ...] | None = ()

    @property
    def live(self) -> tuple[ExistingPipeline, ...]:
        """The pipelines that are not in the archive."""
        return tuple(pipeline for pipeline in self.pipelines if not pipeline.archived)

    @property
    def main(self) -> ExistingPipeline | None:
        return next((pipeline for pipeline in self.live if pipeline.main), None)

    def pipeline(self, pipeline_id: int) -> ExistingPipeline | None:
        return _with_id(self.pipelines, pipeline_id)

    def field(self, field_id: int) -> ExistingField | None:
        return _with_id(self.fields, field_id)

    def reason(self, reason_id: int) -> ExistingReason | None:
        return _with_id(self.reasons or (), reason_id)

    def group(self, group_id: str | None) -> ExistingGroup | None:
        return next((group for group in self.groups if group.id == group_id), None)

    def fingerprint(self) -> str:
        """The same for the same account, in whatever order it was told; another one after any change that matters."""
        held = self.model_dump(mode="json", exclude={"account"})
        held["account"] = [self.account.id, self.account.loss_reasons]
        return hashlib.sha256(json.dumps(_ordered(held), sort_keys=True).encode()).hexdigest()


T = TypeVar("T", ExistingPipeline, ExistingStage, ExistingField, ExistingReason)

# Two types differ from those of projects in looks only.
_TYPES = {str(kind): kind for kind in FieldType} | {"radiobutton": FieldType.SELECT, "birthday": FieldType.DATE}
_BY_CODE: dict[str | None, FieldType] = {"PHONE": FieldType.PHONE, "EMAIL": FieldType.EMAIL}


def _with_id(items: Iterable[T], wanted: int) -> T | None:
    return next((item for item in items if item.id == wanted), None)


def _ordered(value: Any) -> Any:
    """The same value with its lists sorted: their order is kept in numbers, where it matters."""
    if isinstance(value, dict):
        return {key: _ordered(inside) for key, inside in value.items()}
    if isinstance(value, list):
        # Pairs of ids are pairs; everything else is a set told in some order.
        if value and all(isinstance(inside, int) for inside in value):
            return value
        return sorted((_ordered(inside) for inside in value), key=lambda inside: json.dumps(inside, sort_keys=True))
    return value
