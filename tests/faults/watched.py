"""A tab whose connections are watched, so that a test knows when a page has been drawn after one was lost."""

from __future__ import annotations

import time
from collections.abc import Callable

from playwright.sync_api import Browser, WebSocket
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

from tests.browser.tab import Tab

PATIENCE = 40.0  # seconds; the browser itself waits longer between its attempts the longer it is cut off
_CONNECTED = '[data-test-connection-state="CONNECTED"]'


class Watched(Tab):
    """Counts its connections and the runs that were finished on the last one; knows when it waits for one."""

    def __init__(
        self, browser: Browser, address: str, *, width: int = 1280, height: int = 900, mixed: bool = False
    ) -> None:
        super().__init__(browser, address, width=width, height=height, mixed=mixed)
        self.connections = 0
        self.runs = 0
        self._waits = False
        self.page.on("websocket", self._joined)

    def _joined(self, socket: WebSocket) -> None:
        self.connections += 1
        self.runs = 0
        self._waits = False
        socket.on("framesent", self._say)
        socket.on("framereceived", self._hear)

    def _say(self, frame: str | bytes) -> None:
        if isinstance(frame, bytes) and BackMsg.FromString(frame).WhichOneof("type") == "rerun_script":
            self._waits = True

    def _hear(self, frame: str | bytes) -> None:
        if isinstance(frame, bytes) and ForwardMsg.FromString(frame).WhichOneof("type") == "script_finished":
            self.runs += 1
            self._waits = False

    def settle(self) -> None:
        """Wait until what was asked for last is drawn, however slow the machine is."""
        self.page.wait_for_timeout(80)
        self.until(lambda: not self._waits, "the page drawn again")
        super().settle()

    def until(self, holds: Callable[[], bool], what: str, *, patience: float = PATIENCE) -> float:
        """Wait for something; the seconds it took."""
        began = time.monotonic()
        while not holds():
            assert time.monotonic() - began < patience, f"in vain: {what}"
            self.page.wait_for_timeout(20)
        return time.monotonic() - began

    def is_cut_off(self) -> None:
        """Wait until the browser knows."""
        self.page.locator(f"[data-test-connection-state]:not({_CONNECTED})").wait_for(state="attached")

    def is_back(self, connections: int) -> None:
        """Wait for a connection beyond so many, and the page drawn over it."""
        self.until(lambda: self.connections > connections and self.runs > 0, "the page after a connection was lost")
        self.page.locator(_CONNECTED).wait_for(state="attached")
        self.settle()
