"""An entry asks as little as the API allows, and as fast as it allows."""

from __future__ import annotations

from tests.amocrm.practice import practice
from tests.catalog.composed import composed
from wizard.model.project import Language

# Why is said in `wizard.amocrm.apply.running`.
FEWEST = 34
A_SECOND = 7


def test_seven_funnels_take_little_longer_than_the_fewest_requests_must() -> None:
    account = practice()
    plan = account.plan(composed("seven", "general", Language.RU))
    requests, begun = account.requests, account.clock.now + 10
    account.clock.now = begun
    report = account.apply(plan)
    assert report.complete
    assert account.requests - requests == FEWEST + 1
    assert account.clock.now - begun <= 1.15 * ((FEWEST - 1) // A_SECOND)
    assert all(seen.outcome != 429 for seen in account.sandbox.seen)
