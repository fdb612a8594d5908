"""Pages of a list: links lead from one to the next, and an empty one is an answer without a body."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any
from urllib.parse import urlencode

from wizard.amocrm.sandbox.answers import NOTHING, Json, hal
from wizard.amocrm.sandbox.call import Call, Done, read

LONGEST_PAGE = 250


def paged(
    call: Call, found: Sequence[Any], body: Callable[[Call, Any], Json], *, name: str, usual: int = LONGEST_PAGE
) -> Done:
    """The page that is asked for; `usual` is how long one is when that is not said."""
    page, limit = _number(call, "page", usual=1), min(_number(call, "limit", usual=usual), LONGEST_PAGE)
    start = (page - 1) * limit
    shown = found[start : start + limit]
    if not shown:
        return read(call, NOTHING)
    links = {"self": {"href": _address(call, page)}}
    if start + limit < len(found):
        links["next"] = {"href": _address(call, page + 1)}
    return read(call, hal({"_page": page, "_links": links, "_embedded": {name: [body(call, item) for item in shown]}}))


def _number(call: Call, name: str, *, usual: int) -> int:
    sent = call.asked.get(name, "")
    return int(sent) if sent.isdecimal() and int(sent) else usual


def _address(call: Call, page: int) -> str:
    kept = [(name, value) for name, value in call.query if name != "page"]
    return f"{call.here}?{urlencode([*kept, ('page', str(page))])}"
