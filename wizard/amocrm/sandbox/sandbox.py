"""The practice account: takes requests, keeps what they change, and remembers them."""

from __future__ import annotations

import time
from dataclasses import dataclass
from http import HTTPStatus
from threading import Lock

from wizard.amocrm.sandbox import stock
from wizard.amocrm.sandbox.answers import Answer, RefusedError
from wizard.amocrm.sandbox.call import Request
from wizard.amocrm.sandbox.faults import SILENT, Fault, Kind
from wizard.amocrm.sandbox.pace import Clock, Pace
from wizard.amocrm.sandbox.serving import served
from wizard.amocrm.sandbox.state import Account
from wizard.amocrm.sandbox.variant import Variant


@dataclass(frozen=True)
class Seen:
    """A request that came: when, what, and the status it was answered with, or the fault that left it unanswered."""

    at: float
    method: str
    path: str
    outcome: int | Kind

    @property
    def writes(self) -> bool:
        return self.method != "GET"


class Sandbox:
    """One account for as many threads as like; with `limited=False` nobody counts requests a second."""

    def __init__(
        self,
        variant: Variant | None = None,
        *,
        account: Account | None = None,
        faults: tuple[Fault, ...] = (),
        clock: Clock = time.time,
        limited: bool = True,
    ) -> None:
        self.variant = variant or Variant()
        self.account = account or stock.account(self.variant, now=int(clock()))
        self.faults = faults
        self._seen: list[Seen] = []
        self._clock = clock
        self._pace = Pace(clock, limited=limited)
        self._lock = Lock()

    @property
    def seen(self) -> tuple[Seen, ...]:
        """Every request so far, from first to last."""
        return tuple(self._seen)

    def handle(self, request: Request) -> Answer | Kind:
        """The answer to a request, or the kind of fault for which none comes."""
        with self._lock:
            outcome = self._handle(request)
            told = outcome if isinstance(outcome, Kind) else outcome.status
            self._seen.append(Seen(self._clock(), request.method, request.path, told))
            return outcome

    def _handle(self, request: Request) -> Answer | Kind:
        if refusal := self._pace.refusal():
            return refusal
        number = len(self._seen)
        fault = next((fault for fault in self.faults if fault.hits(number)), None)
        if fault is None:
            return self._serve(request)
        answer = self._serve(request) if fault.applied or fault.kind is Kind.TRUNCATED else Answer(HTTPStatus.OK)
        self._pace.blocked |= fault.kind is Kind.BLOCKED
        return fault.kind if fault.kind in SILENT else fault.spoiled(answer)

    def _serve(self, request: Request) -> Answer:
        try:
            self.account, answer = served(self.account, request, variant=self.variant, now=int(self._clock()))
        except RefusedError as error:
            return error.answer
        return answer
