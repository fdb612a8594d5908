"""What templates are made of: texts in both languages, figures, routes, questions."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import Field as Limit
from pydantic import model_validator

from wizard.model.base import Id, Model
from wizard.model.fields import FieldType
from wizard.model.project import Language
from wizard.model.qualification import Verdict
from wizard.model.routes import Target
from wizard.model.terms import AT_ONCE, DateRule


class Words(Model):
    """A text in both languages; where one is written, it stands for both."""

    ru: str
    en: str

    @model_validator(mode="before")
    @classmethod
    def _for_both(cls, data: Any) -> Any:
        return {"ru": data, "en": data} if isinstance(data, str) else data

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


QuestionTemplate.model_rebuild()
