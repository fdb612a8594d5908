"""What comes back from the server: bodies as amoCRM words them, and pages as the proxy before it does."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from http import HTTPStatus
from typing import Any

Json = dict[str, Any]

_HAL = "application/hal+json"
_PROBLEM = "application/problem+json"
_HTML = "text/html"


@dataclass(frozen=True)
class Answer:
    """A status, a body and what kind of body it is."""

    status: int
    body: bytes = b""
    kind: str = ""
    location: str = ""

    @property
    def headers(self) -> dict[str, str]:
        told = {"Content-Type": self.kind, "Location": self.location}
        return {name: value for name, value in told.items() if value}


class RefusedError(Exception):
    """The server does not do what was asked; nothing is changed."""

    def __init__(self, answer: Answer) -> None:
        super().__init__(answer)
        self.answer = answer


NOTHING = Answer(HTTPStatus.NO_CONTENT)


def hal(body: Json, status: int = HTTPStatus.OK) -> Answer:
    """A body of data."""
    return Answer(status, _encoded(body), _HAL)


def problem(status: int, detail: str, **more: Any) -> Answer:
    """A body that says what is wrong."""
    title = HTTPStatus(status).phrase
    # The vendor keeps the older name, Python 3.13 has the newer one.
    title = "Unprocessable Entity" if status == HTTPStatus.UNPROCESSABLE_ENTITY else title
    body = {**more, "title": title, "type": f"https://httpstatus.es/{status}", "status": int(status), "detail": detail}
    return Answer(status, _encoded(body), _PROBLEM)


def refused(status: int, detail: str) -> RefusedError:
    return RefusedError(problem(status, detail))


def unknown(what: str = "Entity") -> RefusedError:
    """What an address names is not there."""
    return refused(HTTPStatus.NOT_FOUND, f"{what} not found")


def invalid(errors: Sequence[Json]) -> RefusedError:
    """The body does not pass: every item's errors together."""
    told = {"validation-errors": list(errors)}
    return RefusedError(problem(HTTPStatus.BAD_REQUEST, "Request validation failed", **told))


def page(status: int) -> Answer:
    """A page of the proxy: no JSON, so nothing of it can be parsed."""
    name = f"{status} {HTTPStatus(status).phrase}"
    text = (
        f"<html>\r\n<head><title>{name}</title></head>\r\n<body>\r\n<center><h1>{name}</h1></center>\r\n"
        "<hr><center>nginx</center>\r\n</body>\r\n</html>\r\n"
    )
    return Answer(status, text.encode(), _HTML)


def _encoded(body: Json) -> bytes:
    return json.dumps(body, ensure_ascii=False).encode()
