"""What goes wrong on demand: at which request, how, and whether the server had done its work by then."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from wizard.amocrm.sandbox.answers import Answer, page, problem


class Kind(StrEnum):
    """How a request fails: without any answer, or with one that is of no use."""

    TIMEOUT = "timeout"
    DROPPED = "dropped"
    UNREACHABLE = "unreachable"
    TRUNCATED = "truncated"
    UNAUTHORIZED = "unauthorized"
    UNPAID = "unpaid"
    BLOCKED = "blocked"
    TOO_MANY = "too_many"
    TRY_AGAIN = "try_again"
    SERVER_ERROR = "server_error"
    BAD_GATEWAY = "bad_gateway"
    UNAVAILABLE = "unavailable"
    GATEWAY_TIMEOUT = "gateway_timeout"
    REDIRECT = "redirect"


SILENT = (Kind.TIMEOUT, Kind.DROPPED, Kind.UNREACHABLE)
ELSEWHERE = "https://amocrm.example/api/v4/account"

_ANSWERS = {
    Kind.UNAUTHORIZED: problem(401, "Unauthorized"),
    Kind.UNPAID: problem(402, "Subscription is over"),
    Kind.BLOCKED: page(403),
    Kind.TOO_MANY: page(429),
    # A failure of the server dressed as the client's.
    Kind.TRY_AGAIN: problem(400, "Something went wrong. Please, repeat the request"),
    Kind.SERVER_ERROR: problem(500, "Internal Server Error"),
    Kind.BAD_GATEWAY: page(502),
    Kind.UNAVAILABLE: page(503),
    Kind.GATEWAY_TIMEOUT: page(504),
    Kind.REDIRECT: Answer(302, location=ELSEWHERE),
}


@dataclass(frozen=True)
class Fault:
    """Requests from number `at` on, counted from 0, `times` of them, fail; if `applied`, only the answer is lost."""

    at: int
    kind: Kind
    applied: bool = False
    times: int = 1

    def hits(self, number: int) -> bool:
        return self.at <= number < self.at + self.times

    def spoiled(self, answer: Answer) -> Answer:
        """What comes instead of an answer."""
        if self.kind is Kind.TRUNCATED:
            return Answer(answer.status, answer.body[: len(answer.body) // 2], answer.kind)
        return _ANSWERS[self.kind]
