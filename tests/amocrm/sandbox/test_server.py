"""The sandbox on a socket answers as it does in the process."""

from __future__ import annotations

import httpx
import pytest

from tests.amocrm.sandbox.asking import FRESH, PIPELINES
from tests.amocrm.sandbox_server import serving
from wizard.amocrm.sandbox import PRACTICE_KEY, Fault, Kind, Sandbox

BODY = [{"name": "A", "sort": 1}]
STATUSES = f"{PIPELINES}/7000001/statuses"


def asking(address: str) -> httpx.Client:
    headers = {"Authorization": f"Bearer {PRACTICE_KEY}"}
    return httpx.Client(base_url=f"{address}/api/v4", headers=headers, timeout=0.3, trust_env=False)


def test_requests_are_answered_over_one_connection() -> None:
    with serving(Sandbox(FRESH, limited=False)) as address, asking(address) as client:
        told = client.get(PIPELINES).json()
        added = client.post(STATUSES, json=BODY).json()["_embedded"]["statuses"][0]["id"]
        deleted = client.delete(f"{STATUSES}/{added}")
        missing = client.get(f"{STATUSES}/{added}").json()
        empty = client.get("/leads?filter[pipeline_id]=7000001")
    assert told["_links"] == {"self": {"href": f"{address}/api/v4/leads/pipelines"}}
    assert (deleted.status_code, deleted.content, missing["detail"]) == (204, b"", "Status not found")
    assert (empty.status_code, empty.content) == (204, b"")


@pytest.mark.parametrize(
    ("kind", "error"),
    [
        (Kind.TIMEOUT, httpx.ReadTimeout),
        (Kind.DROPPED, httpx.RemoteProtocolError),
    ],
)
def test_lost_answers_are_lost_on_the_wire(kind: Kind, error: type[Exception]) -> None:
    sandbox = Sandbox(FRESH, limited=False, faults=(Fault(0, kind, applied=True),))
    with serving(sandbox) as address, asking(address) as client:
        with pytest.raises(error):
            client.post(STATUSES, json=BODY)
        assert len(client.get(STATUSES).json()["_embedded"]["statuses"]) == 8


def test_pages_of_the_proxy_and_cut_answers_come_whole() -> None:
    faults = (Fault(0, Kind.BAD_GATEWAY), Fault(1, Kind.TRUNCATED))
    with serving(Sandbox(FRESH, limited=False, faults=faults)) as address, asking(address) as client:
        page, cut, whole = (client.get(PIPELINES) for _ in range(3))
    assert (page.status_code, page.headers["Content-Type"]) == (502, "text/html")
    assert cut.content == whole.content[: len(whole.content) // 2]
