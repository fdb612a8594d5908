"""From a request to its answer: who asks, whether they may, what they sent, and who answers."""

from __future__ import annotations

import json
from typing import Any

from wizard.amocrm.sandbox import names
from wizard.amocrm.sandbox.answers import refused
from wizard.amocrm.sandbox.call import Call, Done, Request
from wizard.amocrm.sandbox.routes import route
from wizard.amocrm.sandbox.state import Account
from wizard.amocrm.sandbox.variant import Variant

_BODIES = ("POST", "PATCH")


def served(account: Account, request: Request, *, variant: Variant, now: int) -> Done:
    """The account after the request and the answer; RefusedError leaves the account as it was."""
    if request.authorization != f"Bearer {variant.key}":
        raise refused(401, names.words(variant.brand)["unauthorized"])
    if not variant.subscribed:
        raise refused(402, "Subscription is over")
    handler, ids = route(request.method, request.path)
    if request.method != "GET" and not variant.admin:
        raise refused(403, "You do not have enough rights")
    data = _parsed(request.body) if request.method in _BODIES else None
    return handler(
        Call(
            account=account,
            variant=variant,
            now=now,
            base=request.base,
            path=request.path,
            query=request.query,
            ids=ids,
            data=data,
        )
    )


def _parsed(body: bytes) -> Any:
    try:
        data = json.loads(body.decode())
        # Halves of characters pass as JSON and are no text.
        json.dumps(data, ensure_ascii=False).encode()
    except ValueError:
        raise refused(400, "Invalid request data") from None
    return data
