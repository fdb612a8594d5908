"""What an answer of amoCRM's server means: a body, or the reason why there is none."""

from __future__ import annotations

import json
import math
import re
from typing import Any

import httpx

from wizard.amocrm.limiter import BLOCKED_MINUTES, LONGEST_PAUSE
from wizard.amocrm.refused import (
    AccountError,
    AnswerLostError,
    AwayError,
    BadAnswerError,
    BlockedError,
    BusyError,
    FieldError,
    ForbiddenError,
    ImpossibleError,
    InvalidError,
    NotAllowedError,
    NotFoundError,
    RefusedError,
    ServerError,
    UnauthorizedError,
    UnpaidError,
)

Json = dict[str, Any]

_NUMBER = re.compile(r"[A-Za-z0-9._-]{1,80}")
_REFUSALS: dict[int, type[RefusedError]] = {
    400: InvalidError,
    401: UnauthorizedError,
    402: UnpaidError,
    403: ForbiddenError,
    404: NotFoundError,
    405: NotAllowedError,
    422: ImpossibleError,
}


def understood(response: httpx.Response) -> Json | AccountError:
    """The body of an answer, empty for an empty list; or why it is none, to be raised by whoever asked."""
    body, request = _body(response), request_of(response)
    if response.is_success:
        return _given(response, body, request)
    if response.status_code == httpx.codes.TOO_MANY_REQUESTS:
        return _busy(response, request)
    if response.is_server_error:
        return _failed(response, request)
    if response.status_code == httpx.codes.FORBIDDEN and body is None:
        return BlockedError(request=request, host=_host(response), minutes=BLOCKED_MINUTES)
    return _refused(response, body or {}, request)


def _given(response: httpx.Response, body: Json | None, request: str) -> Json | AccountError:
    if response.status_code == httpx.codes.NO_CONTENT or response.request.method == "DELETE":
        return {}
    if body is not None:
        return body
    return (BadAnswerError if _asks(response) else AnswerLostError)(request=request)


def _busy(response: httpx.Response, request: str) -> BusyError:
    wait = retry_after(response)
    if wait and wait > LONGEST_PAUSE:
        return AwayError(request=request, minutes=math.ceil(wait / 60))
    return BusyError(request=request)


def _failed(response: httpx.Response, request: str) -> AccountError:
    """A change may have been made before the failure."""
    if _asks(response):
        return ServerError(request=request, status=response.status_code)
    return AnswerLostError(request=request)


def _refused(response: httpx.Response, body: Json, request: str) -> AccountError:
    """A no, with amoCRM's words."""
    status, fields = response.status_code, tuple(_field_errors(body))
    words = "; ".join(f"{field.path}: {field.said}" for field in fields) or _text(body, "detail", "title")
    if status == httpx.codes.BAD_REQUEST and not fields:
        # Nothing is named that would be wrong: it may be a failure of amoCRM's own, which wants it repeated.
        if _asks(response):
            return ServerError(request=request, status=status)
        return AnswerLostError("account.unclear", request=request, said=words or str(status))
    error = _REFUSALS.get(status, RefusedError)
    return error(request=request, fields=fields, status=status, said=words or str(status))


def _asks(response: httpx.Response) -> bool:
    return response.request.method == "GET"


def _host(response: httpx.Response) -> str:
    return response.request.url.netloc.decode("ascii")


def request_of(response: httpx.Response) -> str:
    """The number under which amoCRM's support finds the request."""
    number = response.headers.get("X-Request-Id", "")
    return number if _NUMBER.fullmatch(number) else ""


def retry_after(response: httpx.Response) -> float | None:
    """For how long the server asks to wait, in seconds."""
    said = response.headers.get("Retry-After", "")
    return float(said) if said.isascii() and said.isdigit() else None


def _body(response: httpx.Response) -> Json | None:
    try:
        body = json.loads(response.content)
    except (ValueError, RecursionError):
        return None
    return body if isinstance(body, dict) else None


def _field_errors(body: Json) -> list[FieldError]:
    groups = body.get("validation-errors")
    found = []
    for group in groups if isinstance(groups, list) else ():
        errors = group.get("errors") if isinstance(group, dict) else None
        for error in errors if isinstance(errors, list) else ():
            if isinstance(error, dict):
                item = _text(group, "request_id")
                found.append(FieldError(_text(error, "path"), _text(error, "code"), _text(error, "detail"), item))
    return found


def _text(body: Json, *names: str) -> str:
    return next((str(body[name]) for name in names if body.get(name)), "")
