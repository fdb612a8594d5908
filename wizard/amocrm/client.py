"""Asks an account's server and changes things there: one request after another, at the pace it allows.

Nothing that changes the account is ever sent twice, unless amoCRM turned the first one away unread.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import TracebackType
from typing import Any, Self

import httpx
from pydantic import SecretStr

from wizard.amocrm.answers import Json, request_of, retry_after, understood
from wizard.amocrm.connection import Address, is_vendor
from wizard.amocrm.limiter import Limiter, limiter_of
from wizard.amocrm.refused import (
    AccountError,
    AnswerLostError,
    AwayError,
    BadAnswerError,
    BlockedError,
    BusyError,
    RedirectedError,
    ServerError,
    SilentError,
    UnreachableError,
)

USER_AGENT = "Voronka/0.1 (funnel wizard)"
TIMEOUT = httpx.Timeout(20, connect=5)
PREFIX = "/api/v4/"
TRIES = 3
HOPS = 3

# Only questions fail in the last three ways.
_HARMLESS = (UnreachableError, BusyError, SilentError, ServerError, BadAnswerError)
# Failures before anything was sent.
_NOT_SENT = (httpx.ConnectError, httpx.ConnectTimeout, httpx.PoolTimeout, httpx.ProxyError, httpx.UnsupportedProtocol)


class _Bearer(httpx.Auth):
    """Adds the key to each request at the last moment, so that nothing else ever holds it in clear."""

    def __init__(self, token: SecretStr) -> None:
        self._token = token

    def auth_flow(self, request: httpx.Request) -> Iterator[httpx.Request]:  # type: ignore[override]
        request.headers["Authorization"] = f"Bearer {self._token.get_secret_value()}"
        yield request


class Client:
    """A connection to one account; closes with its `with` block."""

    def __init__(
        self,
        address: Address,
        token: SecretStr,
        *,
        transport: httpx.BaseTransport | None = None,
        limiter: Limiter | None = None,
    ) -> None:
        self.address, self.token = address, token
        self._limiter = limiter or limiter_of(address)
        self._http = httpx.Client(
            base_url=address.url,
            auth=_Bearer(token),
            headers={"User-Agent": USER_AGENT, "Accept": "application/hal+json, application/json"},
            timeout=TIMEOUT,
            follow_redirects=False,
            # A proxy of the surroundings has no business with this machine's own servers.
            trust_env=is_vendor(address.host),
            transport=transport,
        )

    def __repr__(self) -> str:
        return f"Client({self.address.url})"

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        self._http.close()

    def get(self, path: str, params: Mapping[str, str | int] | None = None) -> Json:
        """The answer to a question; empty for an empty list."""
        return self._asked("GET", path, params=params)

    def post(self, path: str, body: list[Json]) -> Json:
        """Add things; what was added comes back."""
        return self._asked("POST", path, body=body)

    def patch(self, path: str, body: Json | list[Json]) -> Json:
        return self._asked("PATCH", path, body=body)

    def delete(self, path: str) -> None:
        self._asked("DELETE", path)

    def _asked(
        self, method: str, path: str, *, params: Mapping[str, str | int] | None = None, body: Any = None
    ) -> Json:
        """The answer, asked for again where that does no harm."""
        again = 0
        while True:
            answer = self._followed(self._http.build_request(method, PREFIX + path, params=params, json=body))
            if isinstance(answer, dict):
                return answer
            again += 1
            if again == TRIES or not _harmless(answer):
                answer.hide(self.token.get_secret_value())
                raise answer
            # After "too many" the limiter itself waits.
            if not isinstance(answer, BusyError):
                self._limiter.rest(2.0**again / 2)

    def _followed(self, request: httpx.Request) -> Json | AccountError:
        """The answer of the server, or of the address the account has moved to."""
        for _ in range(HOPS):
            response = self._sent(request)
            if isinstance(response, AccountError):
                return response
            if response.next_request is None:
                return self._noted(response)
            target = self._moved(response, response.next_request.url)
            if isinstance(target, AccountError):
                return target
            request = self._http.build_request("GET", target)
        return RedirectedError("account.moved_in_circles")

    def _sent(self, request: httpx.Request) -> httpx.Response | AccountError:
        """One request over the network. Foreign errors end here: they hold the request, and so the key."""
        with self._limiter.place(self.address.host):
            try:
                return self._http.send(request)
            except _NOT_SENT:
                return UnreachableError(host=self.address.host)
            except httpx.HTTPError:
                return SilentError(host=self.address.host) if request.method == "GET" else AnswerLostError()

    def _moved(self, response: httpx.Response, target: httpx.URL) -> httpx.URL | AccountError:
        """Where a redirect leads, if it is the same account of the vendor's, or the same server."""
        host = target.netloc.decode("ascii")
        origin = f"{target.scheme}://{host}"
        ours = is_vendor(self.address.host) and is_vendor(host) and target.scheme == "https" and not target.userinfo
        if not (ours or origin == self.address.url):
            return RedirectedError(request=request_of(response), host=target.host)
        same = host.partition(".")[0] == self.address.host.partition(".")[0]
        if response.request.method != "GET" or not same:
            return RedirectedError("account.moved", request=request_of(response), host=host)
        return target

    def _noted(self, response: httpx.Response) -> Json | AccountError:
        """What the answer means, and what follows from it for the pace."""
        answer = understood(response)
        if isinstance(answer, BlockedError):
            self._limiter.block(self.address.host)
        elif isinstance(answer, BusyError):
            self._limiter.slow_down(retry_after(response))
        elif not isinstance(answer, AccountError):
            self._limiter.speed_up()
        return answer


def _harmless(error: AccountError) -> bool:
    """Whether asking again does no harm: nothing was done, and somebody may answer soon."""
    return isinstance(error, _HARMLESS) and not isinstance(error, AwayError)
