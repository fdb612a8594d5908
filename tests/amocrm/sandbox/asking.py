"""Asking a sandbox as a client does: the status and the body of each answer, at a time that stands still."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import httpx

from wizard.amocrm.sandbox import PRACTICE_KEY, Contents, Fault, Sandbox, Variant, transport
from wizard.amocrm.sandbox.variant import Brand

HOST = "https://uchebnyi.amocrm.ru"
NOW = 1_800_000_000
PIPELINES = "/leads/pipelines"
FIELDS = "/leads/custom_fields"
GROUPS = "/leads/custom_fields/groups"
REASONS = "/leads/loss_reasons"
NO_CHOICE = "The value you selected is not a valid choice."
FRESH = Variant(contents=Contents.FRESH)
KOMMO = Variant(brand=Brand.KOMMO, contents=Contents.FRESH)


@dataclass(frozen=True)
class Account:
    """A sandbox and its client."""

    sandbox: Sandbox
    client: httpx.Client

    def __call__(self, method: str, path: str, body: Any = None) -> tuple[int, Any]:
        """The status and the JSON of an answer, none where there is no body."""
        answer = self.client.request(method, path, **({} if body is None else {"json": body}))
        return answer.status_code, answer.json() if answer.content else None

    def get(self, path: str) -> Any:
        status, body = self("GET", path)
        assert status == 200, body
        return body

    def write(self, method: str, path: str, body: Any) -> Any:
        status, told = self(method, path, body)
        assert status in (200, 201), told
        return told

    def stages(self, pipeline: int) -> list[dict[str, Any]]:
        found: list[dict[str, Any]] = self.get(f"{PIPELINES}/{pipeline}/statuses")["_embedded"]["statuses"]
        return found

    def pipelines(self) -> list[dict[str, Any]]:
        found: list[dict[str, Any]] = self.get(PIPELINES)["_embedded"]["pipelines"]
        return found


def opened(variant: Variant = FRESH, *, faults: tuple[Fault, ...] = (), key: str = PRACTICE_KEY) -> Account:
    """An account nobody counts requests in."""
    sandbox = Sandbox(variant, faults=faults, clock=lambda: NOW, limited=False)
    return Account(sandbox, client(sandbox, key=key))


def client(sandbox: Sandbox, *, key: str = PRACTICE_KEY) -> httpx.Client:
    return httpx.Client(
        transport=transport(sandbox), base_url=f"{HOST}/api/v4", headers={"Authorization": f"Bearer {key}"}
    )


def problem(status: int, title: str, detail: str) -> dict[str, Any]:
    return {"title": title, "type": f"https://httpstatus.es/{status}", "status": status, "detail": detail}


def invalid(*errors: tuple[str, str, str], item: str | None = "0") -> dict[str, Any]:
    """The body that refuses one item for these reasons: code, path, words; without an item a call by id."""
    told = [{"code": code, "path": path, "detail": detail} for code, path, detail in errors]
    mark = {} if item is None else {"request_id": item}
    return {
        "validation-errors": [{**mark, "errors": told}],
        **problem(400, "Bad Request", "Request validation failed"),
    }


def no_choice(path: str, *, item: str | None = "0") -> tuple[int, dict[str, Any]]:
    return 400, invalid(("NotSupportedChoice", path, NO_CHOICE), item=item)


def missing(path: str, *, item: str | None = "0") -> tuple[int, dict[str, Any]]:
    return 400, invalid(("FieldMissing", path, "This field is missing."), item=item)


def unexpected(path: str, *, item: str | None = "0") -> tuple[int, dict[str, Any]]:
    return 400, invalid(("FieldNotExpected", path, "This field was not expected."), item=item)
