"""The sandbox in the place of the network: what httpx sends arrives there, without a socket."""

from __future__ import annotations

import uuid
from urllib.parse import parse_qsl

import httpx

from wizard.amocrm.sandbox.call import Request
from wizard.amocrm.sandbox.faults import Kind
from wizard.amocrm.sandbox.sandbox import Sandbox

_NO_ANSWER: dict[Kind, type[httpx.TransportError]] = {
    Kind.TIMEOUT: httpx.ReadTimeout,
    Kind.DROPPED: httpx.RemoteProtocolError,
    Kind.UNREACHABLE: httpx.ConnectError,
}


def transport(sandbox: Sandbox) -> httpx.BaseTransport:
    """For `httpx.Client(transport=…)`."""

    def handle(request: httpx.Request) -> httpx.Response:
        outcome = sandbox.handle(_request(request))
        if isinstance(outcome, Kind):
            raise _NO_ANSWER[outcome](f"No answer: {outcome}", request=request)
        headers = outcome.headers | {"X-Request-Id": uuid.uuid4().hex}
        return httpx.Response(int(outcome.status), headers=headers, content=outcome.body)

    return httpx.MockTransport(handle)


def _request(request: httpx.Request) -> Request:
    url = request.url
    return Request(
        method=request.method,
        base=f"{url.scheme}://{url.netloc.decode()}",
        path=url.path,
        query=tuple(parse_qsl(url.query.decode(), keep_blank_values=True)),
        authorization=request.headers.get("Authorization", ""),
        body=request.content,
    )
