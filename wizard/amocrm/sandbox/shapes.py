"""What keys a body may have, of which types: what does not pass is named as amoCRM names it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

from wizard.amocrm.sandbox.answers import Json

# No length is documented for names; databases of that kind usually stop here.
LONGEST_NAME = 255

_WORDS = {
    "NotSupportedChoice": "The value you selected is not a valid choice.",
    "FieldMissing": "This field is missing.",
    "FieldNotExpected": "This field was not expected.",
    "IsBlank": "This value should not be blank.",
}


class Wrong(NamedTuple):
    """One thing wrong with a body, at a path of names and places joined by dots."""

    code: str
    path: str
    detail: str

    def told(self) -> Json:
        return self._asdict()


@dataclass(frozen=True)
class Key:
    """What a key of a body holds; texts are not blank."""

    type: type
    required: bool = False
    nullable: bool = False
    longest: int = LONGEST_NAME
    between: tuple[int, int] | None = None
    choices: Collection[str] | None = None


Shape = Mapping[str, Key]


def wrong(code: str, path: str, detail: str = "") -> Wrong:
    return Wrong(code, path, detail or _WORDS[code])


def no_choice(path: str) -> Wrong:
    return wrong("NotSupportedChoice", path)


def missing(path: str) -> Wrong:
    return wrong("FieldMissing", path)


def unexpected(path: str) -> Wrong:
    return wrong("FieldNotExpected", path)


def in_body(body: Any, shape: Shape, *, at: str = "") -> Iterator[Wrong]:
    """Everything wrong with one object."""
    if not isinstance(body, dict):
        yield _of_type("array", at.rstrip("."))
        return
    yield from (missing(at + name) for name, key in shape.items() if key.required and name not in body)
    for name, value in body.items():
        if name not in shape:
            yield unexpected(at + name)
        else:
            yield from _in_value(value, shape[name], at + name)


def in_list(items: Iterable[Any], shape: Shape, *, at: str) -> Iterator[Wrong]:
    """Everything wrong with the objects of a list inside a body."""
    for place, item in enumerate(items):
        yield from in_body(item, shape, at=f"{at}.{place}.")


def _in_value(value: Any, key: Key, path: str) -> Iterator[Wrong]:
    if value is None and key.nullable:
        return
    # A truth value is a number to Python, not to amoCRM.
    if not isinstance(value, key.type) or (isinstance(value, bool) and key.type is not bool):
        yield _of_type(_NAMES[key.type], path)
    elif isinstance(value, str):
        yield from _in_text(value, key, path)
    elif isinstance(value, int) and key.between:
        yield from _in_range(value, *key.between, path=path)


def _in_text(value: str, key: Key, path: str) -> Iterator[Wrong]:
    if key.choices is not None and value not in key.choices:
        yield no_choice(path)
    elif not value.strip():
        yield wrong("IsBlank", path)
    elif len(value) > key.longest:
        yield wrong("TooLong", path, f"This value is too long. It should have {key.longest} characters or less.")


def _in_range(value: int, low: int, high: int, *, path: str) -> Iterator[Wrong]:
    if not low <= value <= high:
        yield wrong("NotInRange", path, f"This value should be between {low} and {high}.")


_NAMES = {str: "string", int: "int", bool: "bool", list: "array", dict: "array"}


def _of_type(name: str, path: str) -> Wrong:
    return wrong("InvalidType", path, f"This value should be of type {name}.")


REQUEST_ID = {"request_id": Key(str)}
