"""A request as it came, and as the part of the sandbox that answers it gets it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any, NamedTuple

from wizard.amocrm.sandbox.answers import Answer, Json, invalid, refused
from wizard.amocrm.sandbox.shapes import Wrong
from wizard.amocrm.sandbox.state import Account
from wizard.amocrm.sandbox.variant import Variant

LARGEST_BATCH = 250


@dataclass(frozen=True)
class Request:
    """What a client sent; `base` is how it calls the server, for links to follow."""

    method: str
    base: str
    path: str
    query: tuple[tuple[str, str], ...] = ()
    authorization: str = ""
    body: bytes = b""


@dataclass(frozen=True)
class Call:
    """A request that is let in: what it is about, and the account it finds."""

    account: Account
    variant: Variant
    now: int
    base: str
    path: str
    query: tuple[tuple[str, str], ...]
    ids: tuple[str, ...]
    data: Any

    @property
    def here(self) -> str:
        return self.base + self.path

    @property
    def asked(self) -> Mapping[str, str]:
        return dict(self.query)

    def id(self, place: int = 0) -> int:
        return int(self.ids[place])

    def wants(self, extra: str) -> bool:
        return extra in self.asked.get("with", "").split(",")

    def on(self, account: Account) -> Call:
        return replace(self, account=account)


class Done(NamedTuple):
    """The account after a request, and what is answered."""

    account: Account
    answer: Answer


Handler = Callable[[Call], Done]


def read(call: Call, answer: Answer) -> Done:
    """Nothing changed."""
    return Done(call.account, answer)


def batch(call: Call, check: Callable[[Call, Json], Iterator[Wrong]]) -> list[Json]:
    """The objects of a batch, each of which passes; one that does not refuses them all."""
    sent = call.data
    if not isinstance(sent, list) or not sent:
        raise refused(400, "Request body must be a not empty array of objects")
    if len(sent) > LARGEST_BATCH:
        raise refused(400, f"Too many entities: at most {LARGEST_BATCH}")
    found = [(request_id(item, place), list(check(call, item))) for place, item in enumerate(sent)]
    if errors := [{"request_id": name, "errors": [w.told() for w in wrongs]} for name, wrongs in found if wrongs]:
        raise invalid(errors)
    return sent


def single(call: Call, check: Callable[[Call, Json], Iterator[Wrong]]) -> Json:
    """The one object of a call by id."""
    sent = call.data
    if not isinstance(sent, dict) or not sent:
        raise refused(400, "Request body must be a not empty object")
    if wrongs := list(check(call, sent)):
        raise invalid([{"errors": [w.told() for w in wrongs]}])
    return sent


def no_such(wrong: Wrong) -> Exception:
    """A call by an id that is of no use here, which amoCRM tells as an error of the body."""
    return invalid([{"errors": [wrong.told()]}])


def request_id(sent: Any, place: int) -> str:
    """The client's own mark of an item; the server numbers those without."""
    given = sent.get("request_id") if isinstance(sent, dict) else None
    return given if isinstance(given, str) else str(place)
