"""Whatever fails at whichever request, an entry goes on where it was and does nothing twice."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import httpx
import pytest
from pydantic import SecretStr

from tests.amocrm.practice import EVERYTHING, Practice, practice
from tests.catalog.composed import composed
from wizard.amocrm.apply import JournalFile, apply
from wizard.amocrm.client import Client
from wizard.amocrm.connection import Address
from wizard.amocrm.plan import Choices, PipelineChoice, Plan
from wizard.amocrm.refused import AccountError, BlockedError
from wizard.amocrm.sandbox import PRACTICE_KEY, Contents, Fault, Kind, Sandbox, Variant, transport
from wizard.model.project import Language

SEVEN = composed("seven", "general", Language.RU)
STOCK = Variant(contents=Contents.DEALS)
FAULTS = (
    (Kind.TIMEOUT, False),
    (Kind.TIMEOUT, True),
    (Kind.TOO_MANY, False),
    (Kind.SERVER_ERROR, False),
    (Kind.SERVER_ERROR, True),
    (Kind.BAD_GATEWAY, True),
    (Kind.GATEWAY_TIMEOUT, False),
    (Kind.GATEWAY_TIMEOUT, True),
    (Kind.DROPPED, True),
    (Kind.TRUNCATED, True),
    (Kind.TRY_AGAIN, False),
)

Held = tuple[object, ...]


def held(sandbox: Sandbox) -> Held:
    """All an account holds, by names and in order: two of the same are one too many."""
    account = sandbox.account
    stages = {(p.id, s.id): f"{p.name}/{s.name}" for p in account.pipelines for s in p.stages}
    return (
        sorted((p.name, p.main, [(s.name, s.colour, _hints(s.hints)) for s in p.stages]) for p in account.pipelines),
        sorted(group.name for group in account.groups),
        sorted(
            (f.name, f.type, f.group is None, [c.value for c in f.choices], sorted(stages[pair] for pair in f.required))
            for f in account.fields
        ),
        sorted(reason.name for reason in account.reasons),
        [(lead.id, lead.pipeline, lead.stage) for lead in account.leads],
    )


def _hints(hints: object) -> list[str]:
    return sorted(hint.text for hint in hints)  # type: ignore[attr-defined]


def _choices(account: Practice) -> Choices:
    """Six new pipelines, and the stock one with its deals taken over."""
    stock = account.sandbox.account.pipelines[0].id
    return EVERYTHING.changed(pipelines=(PipelineChoice(pipeline="first_sale", remote=stock),), main=True)


@cache
def _plan() -> Plan:
    """The same for every new practice account, for they are all alike."""
    account = practice(STOCK)
    return account.plan(SEVEN, _choices(account))


@cache
def _undisturbed() -> tuple[Held, int]:
    """What the account holds in the end, and how many requests it takes."""
    account = practice(STOCK)
    account.apply(_plan())
    return held(account.sandbox), account.requests


def _try(at: int, kind: Kind, *, applied: bool) -> None:
    account = practice(STOCK, faults=(Fault(at, kind, applied=applied),))
    report = account.apply(_plan())
    assert (report.refused, report.missing) == ((), ())
    assert held(account.sandbox) == _undisturbed()[0]


def test_any_request_may_fail_in_some_way() -> None:
    for at in range(_undisturbed()[1]):
        kind, applied = FAULTS[at % len(FAULTS)]
        _try(at, kind, applied=applied)


@pytest.mark.long
@pytest.mark.parametrize(("kind", "applied"), FAULTS)
def test_any_request_may_fail_in_any_way(kind: Kind, applied: bool) -> None:
    for at in range(_undisturbed()[1]):
        _try(at, kind, applied=applied)


class _KilledError(BaseException):
    """The process ends here."""


def _killed_at(account: Practice, count: int, *, applied: bool) -> Client:
    """A client whose process dies at its request number `count`, before or after the server did its work."""
    sent = transport(account.sandbox)
    left = iter(range(count))

    def handle(request: httpx.Request) -> httpx.Response:
        if next(left, None) is not None:
            return sent.handle_request(request)
        if applied:
            sent.handle_request(request)
        raise _KilledError

    network = httpx.MockTransport(handle)
    return Client(Address("uchebnyi.amocrm.ru"), SecretStr(PRACTICE_KEY), transport=network, limiter=account.limiter)


def _kill(file: Path, count: int, *, applied: bool) -> None:
    account = practice(STOCK)
    with pytest.raises(_KilledError):
        apply(_plan(), _killed_at(account, count, applied=applied), JournalFile(file))
    report = apply(_plan(), account.client(), JournalFile(file))
    assert (report.refused, report.missing) == ((), ())
    assert held(account.sandbox) == _undisturbed()[0]


def test_a_killed_process_is_continued_by_another_one(tmp_path: Path) -> None:
    for count in range(0, _undisturbed()[1], 3):
        _kill(tmp_path / f"{count}.jsonl", count, applied=count % 2 == 0)


@pytest.mark.long
@pytest.mark.parametrize("applied", [False, True])
def test_it_is_wherever_it_was_killed(tmp_path: Path, applied: bool) -> None:
    for count in range(_undisturbed()[1]):
        _kill(tmp_path / f"{count}.jsonl", count, applied=applied)


@pytest.mark.parametrize("kind", [Kind.BLOCKED, Kind.UNAUTHORIZED, Kind.UNPAID, Kind.REDIRECT])
def test_some_failures_stop_it_at_once_and_it_goes_on_when_they_are_over(kind: Kind) -> None:
    wanted, requests = _undisturbed()
    for at in range(3, requests, 11):
        account = practice(STOCK, faults=(Fault(at, kind),))
        with pytest.raises(AccountError):
            account.apply(_plan())
        assert account.requests == at + 1
        account.sandbox._pace.blocked = False  # noqa: SLF001 - what amoCRM's support does
        account.clock.now += 3600
        account.apply(_plan())
        assert held(account.sandbox) == wanted


def test_nothing_is_sent_after_a_block() -> None:
    account = practice(STOCK, faults=(Fault(9, Kind.BLOCKED),))
    for _ in range(2):
        with pytest.raises(BlockedError):
            account.apply(_plan())
    assert account.requests == 10


def test_a_server_that_loses_every_answer_is_left_alone() -> None:
    account = practice(STOCK, faults=(Fault(6, Kind.SERVER_ERROR, times=10_000),))
    with pytest.raises(AccountError):
        account.apply(_plan())
    assert account.requests < 20
