"""A tab without a browser asks exactly what a browser asks."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import WebSocket
from streamlit.proto.BackMsg_pb2 import BackMsg

from benchmarks.apps import WIZARD
from benchmarks.load import drafts, places
from benchmarks.load.client import Tab
from benchmarks.load.widgets import text_state
from tests.browser import tab

pytestmark = pytest.mark.browser

LINE = "stage.first_sale.request_received.name"


def test_the_same_edit_is_asked_for_as_by_a_browser(tmp_path: Path) -> None:
    database = f"sqlite:///{tmp_path / 'drafts.sqlite3'}"
    (token,) = drafts.prepare(database, 1)
    with places.single(WIZARD, database) as place:
        asked = _by_browser(place.url, token)
        assert asyncio.run(_by_tab(place.url, token)) == asked
    assert len(asked["states"]) > 5


def _by_browser(url: str, token: str) -> dict[str, Any]:
    sent: list[BackMsg] = []

    def note(frame: bytes | str) -> None:
        if isinstance(frame, bytes):
            sent.append(BackMsg.FromString(frame))

    def listen(socket: WebSocket) -> None:
        socket.on("framesent", note)

    with tab.browser() as started:
        page = tab.Tab(started, url)
        page.page.on("websocket", listen)
        page.visit(path=f"stages?p={token}")
        page.type(LINE, "Call made")
        page.close()
    return _told(sent[-1])


async def _by_tab(url: str, token: str) -> dict[str, Any]:
    opened = await Tab.open(url)
    await opened.turn("stages", query=f"p={token}")
    message = opened.asks([text_state(opened.widgets[LINE].id, "Call made")])
    await opened.close()
    return _told(message)


def _told(message: BackMsg) -> dict[str, Any]:
    asked = message.rerun_script
    return {
        "page": asked.page_script_hash,
        "name": asked.page_name,
        "query": asked.query_string,
        "address": asked.context_info.url,
        "states": {state.id: str(state) for state in asked.widget_states.widgets},
    }
