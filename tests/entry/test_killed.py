"""A server killed with a request under way: another one goes on, and the account holds everything once."""

from __future__ import annotations

import datetime as dt
import subprocess
import sys
import time
from pathlib import Path

import pytest
from pydantic import SecretStr

from tests.amocrm.apply.test_stopped import held
from tests.amocrm.clock import Clock
from tests.amocrm.practice import practice
from tests.amocrm.sandbox_server import serving
from tests.catalog.composed import composed
from wizard.amocrm.apply import look_for
from wizard.amocrm.client import Client
from wizard.amocrm.connection import base_address
from wizard.amocrm.plan import Choices, dump, make
from wizard.amocrm.sandbox import PRACTICE_KEY, Contents, Fault, Kind, Sandbox, Variant
from wizard.entry import Runs, State
from wizard.model.history import History
from wizard.model.project import Language
from wizard.storage.database import Database, address
from wizard.storage.drafts import Drafts
from wizard.storage.runs import Runs as KeptRuns

PROJECT = composed("for-silent", "general", Language.RU)
STOCK = Variant(contents=Contents.DEALS)
ROOT = Path(__file__).parents[2]
# Enters a plan as a server does, until it is killed.
SERVER = """
import sys
from pathlib import Path
from pydantic import SecretStr
from tests.amocrm.clock import Clock
from wizard.amocrm.client import Client
from wizard.amocrm.connection import base_address
from wizard.amocrm.plan import load
from wizard.amocrm.sandbox import PRACTICE_KEY
from wizard.entry import runs
from wizard.storage.drafts import kept
client = Client(base_address(sys.argv[1]), SecretStr(PRACTICE_KEY), limiter=Clock().limiter())
runs().start(kept().opened(sys.argv[2]).draft, load(Path(sys.argv[3]).read_bytes()), client)
runs().wait()
"""


@pytest.mark.parametrize("applied", [True, False])
def test_a_killed_server_s_run_is_gone_on_with_by_another(tmp_path: Path, applied: bool) -> None:
    undisturbed = practice(STOCK)
    undisturbed.apply(undisturbed.plan(PROJECT, Choices()))
    changes = [n for n, seen in enumerate(undisturbed.sandbox.seen) if seen.writes]
    at = changes[len(changes) // 2]
    sandbox = Sandbox(STOCK, limited=False)
    database = Database(address({"VORONKA_DATA": str(tmp_path)}))
    draft = Drafts(database).create(History(PROJECT)).draft
    with serving(sandbox) as url, _client(url) as client:
        plan = make(PROJECT, look_for(client, PROJECT, Choices()), Choices())
        file = tmp_path / "plan.json"
        file.write_bytes(dump(plan))
        sandbox.faults = (Fault(at, Kind.TIMEOUT, applied=applied),)
        server = subprocess.Popen(
            [sys.executable, "-c", SERVER, url, draft.token, str(file)], cwd=ROOT, env={"VORONKA_DATA": str(tmp_path)}
        )
        _until_sent(sandbox, at, server)
        server.kill()
        server.wait()
        sandbox.faults = ()
        here = Runs(lambda: KeptRuns(database, patience=dt.timedelta(seconds=-5)))
        abandoned = here.progress(draft)
        assert abandoned
        assert abandoned.state is State.ABANDONED
        assert 0 < abandoned.done < abandoned.total
        here.start(draft, abandoned.plan, client)
        here.wait()
        finished = Runs(lambda: KeptRuns(database)).progress(draft)
    assert finished
    assert (finished.state, finished.outcome and finished.outcome.complete) == (State.FINISHED, True)
    assert held(sandbox) == held(undisturbed.sandbox)
    database.close()


def _client(url: str) -> Client:
    return Client(base_address(url), SecretStr(PRACTICE_KEY), limiter=Clock().limiter())


def _until_sent(sandbox: Sandbox, at: int, server: subprocess.Popen[bytes]) -> None:
    """Until the request nobody answers is there."""
    deadline = time.monotonic() + 60
    while len(sandbox.seen) <= at:
        assert server.poll() is None
        assert time.monotonic() < deadline
        time.sleep(0.01)
