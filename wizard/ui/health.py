"""Two addresses for operators: `/healthz`, the process is alive; `/readyz`, its database answers."""

from __future__ import annotations

import asyncio

from starlette.requests import Request
from starlette.responses import PlainTextResponse
from starlette.routing import Route

from wizard.storage.refused import DraftError


async def alive(_request: Request) -> PlainTextResponse:
    return PlainTextResponse("ok")


async def ready(_request: Request) -> PlainTextResponse:
    """503 while projects cannot be kept; says no more than that, for anybody may ask."""
    try:
        await asyncio.to_thread(_ask_database)
    except DraftError:
        return PlainTextResponse("the database does not answer", status_code=503)
    return PlainTextResponse("ok")


def _ask_database() -> None:
    from wizard.storage.drafts import kept  # noqa: PLC0415 - the server is healthy before the database is imported

    kept().database.answers()


ROUTES = (Route("/healthz", alive), Route("/readyz", ready))
