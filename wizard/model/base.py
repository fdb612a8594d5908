"""What every part of a project is made of: frozen models, ids, and texts of bounded size."""

from __future__ import annotations

import re
from typing import Annotated, Any, Self, TypeVar

from pydantic import AfterValidator, BaseModel, ConfigDict, StringConstraints
from pydantic_core import PydanticKnownError

MAX_NAME = 1_000
MAX_TEXT = 10_000

# Control characters but line breaks and tabs, and bidirectional marks, which can make a name read
# differently from what is stored and sent.
_INVISIBLE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]")


class Model(BaseModel):
    """A frozen value without unknown keys; changing it means building another one."""

    model_config = ConfigDict(frozen=True, extra="forbid", hide_input_in_errors=True)

    def changed(self, **values: Any) -> Self:
        """A copy with some fields replaced, validated (`model_copy` would not validate)."""
        return type(self)(**{**{name: getattr(self, name) for name in type(self).model_fields}, **values})


def _clean(text: str) -> str:
    """Drop control characters and direction marks; keep line breaks and tabs."""
    return _INVISIBLE.sub("", text).strip()


def clean_name(text: str) -> str:
    """A name in one line, without characters that cannot be seen."""
    return " ".join(_clean(text).split())


def _name(text: str) -> str:
    return _bounded(clean_name(text), MAX_NAME)


def _text(text: str) -> str:
    return _bounded(_clean(text), MAX_TEXT)


def _bounded(text: str, longest: int) -> str:
    # Said as of a string: a length limit behind a validator would speak of «items».
    if len(text) > longest:
        raise PydanticKnownError("string_too_long", {"max_length": longest})
    return text


Id = Annotated[str, StringConstraints(pattern=r"^[a-z0-9][a-z0-9_\-]{0,99}$")]
Name = Annotated[str, AfterValidator(_name)]
Text = Annotated[str, AfterValidator(_text)]

M = TypeVar("M", bound="Model")


def find(items: tuple[Any, ...], wanted: str) -> Any:
    """The item whose id is `wanted`; KeyError when there is none."""
    for item in items:
        if item.id == wanted:
            return item
    raise KeyError(wanted)
