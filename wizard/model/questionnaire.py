"""What a client tells before the meeting: the diagnosis, and how they sell now. Whatever is left out is empty."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from wizard.model.base import Id, Model, Name, Text
from wizard.model.diagnosis import Diagnosis

Count = Annotated[float, Field(ge=0, le=1e9)]


class ClientAnswers(Model):
    """`industry` is None until it is chosen; `requests` and `deals` are those of a month; `stages` are pasted lines."""

    by: Name = ""
    company: Name = ""
    industry: Id | None = None
    diagnosis: Diagnosis = Diagnosis()
    requests: Count | None = None
    deals: Count | None = None
    average_check: Annotated[float, Field(ge=0, le=1e12)] | None = None
    stages: Text = ""
    hurts: Text = ""
    wishes: Text = ""

    def told(self) -> tuple[str, ...]:
        """Which questions have an answer, by name; those of the diagnosis each for itself."""
        own = (name for name in type(self).model_fields if name not in ("by", "diagnosis") and _given(self, name))
        asked = (name for name in Diagnosis.model_fields if name != "main_source" and _given(self.diagnosis, name))
        return (*own, *asked)


def _given(answers: Model, name: str) -> bool:
    return getattr(answers, name) not in (None, "", ())
