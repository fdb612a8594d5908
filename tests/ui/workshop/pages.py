"""A workshop as its pages show it: a phone, the wall, and the host's panel beside a step."""

from __future__ import annotations

import json
from itertools import count
from typing import Any

from streamlit.testing.v1 import AppTest

from tests.ui.app import ROOT
from tests.ui.kept import Tab
from wizard.storage.draft import Draft
from wizard.storage.drafts import Drafts
from wizard.workshop import Host

ANNA, BORIS = "anna".ljust(32, "-"), "boris".ljust(32, "-")
SALE, FIRST = "first_sale", "request_received"
_KEYS = (f"act-{number:05}" for number in count())


class Page:
    """What one browser shows of a workshop: the data of its element, and what it sends."""

    def __init__(self, name: str, at: AppTest) -> None:
        self.key, self.at = f"workshop.{name}", at
        self.run()

    def run(self) -> None:
        self.at.run()
        assert not self.at.exception, [e.value for e in self.at.exception]

    def send(self, *done: dict[str, Any], device: str = "") -> list[str]:
        """Have these acts done; what each was answered."""
        sent = [{"key": next(_KEYS), **act} for act in done]
        self.at.session_state[self.key] = {"sent": {"device": device, "acts": sent}}
        self.run()
        answers = self.data["answers"]
        return [answers[act["key"]] for act in sent]

    @property
    def data(self) -> dict[str, Any]:
        (drawn,) = (e.proto.json for e in self.at.get("bidi_component") if e.proto.id.endswith(self.key))
        found: dict[str, Any] = json.loads(drawn)
        return found


def phone(host: Host, device: str = ANNA, **query: str) -> Page:
    at = AppTest.from_file(str(ROOT / "app.py"), default_timeout=30)
    at.query_params["w"] = host.token
    for name, value in query.items():
        at.query_params[name] = value
    page = Page("phone", at)
    page.send(device=device)
    return page


def wall(host: Host) -> AppTest:
    at = AppTest.from_file(str(ROOT / "app.py"), default_timeout=30)
    at.query_params.update({"w": host.token, "show": "1"})
    return at


def stage(text: str) -> dict[str, Any]:
    return {"act": "propose", "kind": "stage", "text": text, "pipeline": SALE, "stage": FIRST}


def led(drafts: Drafts, draft: Draft, page: str = "stages") -> tuple[Tab, Page]:
    tab = Tab(drafts, draft.token)
    tab.visit(page)
    return tab, Page("panel", tab.at)


def decide(proposal: int, state: str, **more: str) -> dict[str, Any]:
    return {"act": "decide", "proposal": proposal, "state": state, **more}
