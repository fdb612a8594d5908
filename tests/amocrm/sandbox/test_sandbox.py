"""The practice account as a thing the process keeps."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

from tests.amocrm.sandbox.asking import REASONS, client, opened
from tests.amocrm.sandbox.invariants import broken
from wizard.amocrm.sandbox import Sandbox, Variant


def test_an_account_is_taken_up_where_it_was_left() -> None:
    left = opened(Variant())
    left.write("POST", REASONS, [{"name": "Дорого"}])
    sandbox = Sandbox(account=left.sandbox.account, limited=False)
    with client(sandbox) as asking:
        assert asking.get(REASONS).json() == left.get(REASONS)


def test_it_serves_several_threads_without_losing_a_change() -> None:
    account = opened()
    with ThreadPoolExecutor(8) as pool:
        statuses = set(pool.map(lambda n: account("POST", REASONS, [{"name": f"{n}"}])[0], range(80)))
    assert statuses == {200}
    assert sorted(int(reason.name) for reason in account.sandbox.account.reasons) == list(range(80))
    assert (broken(account.sandbox.account), len(account.sandbox.seen)) == ([], 80)
