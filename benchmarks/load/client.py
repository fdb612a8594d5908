"""A browser tab without a browser: speaks Streamlit's protocol over a websocket and remembers the page's widgets."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any
from urllib.parse import urlsplit

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ClientState_pb2 import ClientState
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.proto.WidgetStates_pb2 import WidgetState
from websockets.asyncio.client import ClientConnection, connect
from websockets.typing import Origin, Subprotocol

from benchmarks.load import visit, widgets
from benchmarks.load.widgets import Widget

PATIENCE = 60.0


@dataclass(frozen=True, slots=True)
class Answer:
    """How a rerun was answered: in how many seconds, with what it had to complain of."""

    seconds: float
    messages: int
    bytes: int
    complaints: tuple[str, ...]


class Tab:
    """An open page; `widgets` are those drawn last, by the key a programmer gave.

    `files` are the addresses of those that were asked for and are made; `watched` the parts of the page that a browser
    asks for again and again.
    """

    def __init__(self, url: str, socket: ClientConnection) -> None:
        self.widgets: dict[str, Widget] = {}
        self.query = ""
        self.files: list[str] = []
        self.watched: set[str] = set()
        self._url, self._socket = url, socket
        self._session, self._page, self._path = "", "", ""
        self._pages: dict[str, str] = {}

    @classmethod
    async def open(cls, url: str) -> Tab:
        """A new visitor with cookies of its own; nothing is drawn before `turn`."""
        jar = await asyncio.to_thread(visit.visit, url)
        address = urlsplit(url)
        socket = await connect(
            f"ws://{address.netloc}/_stcore/stream",
            origin=Origin(f"{address.scheme}://{address.netloc}"),
            subprotocols=[Subprotocol("streamlit"), Subprotocol(visit.xsrf(jar))],
            additional_headers={"Cookie": visit.header(jar, url), "Accept-Language": visit.LANGUAGE},
            max_size=None,
            ping_interval=None,
            proxy=None,
        )
        return cls(url, socket)

    async def turn(self, path: str = "", *, query: str = "") -> Answer:
        """Open a page by its name, as from the address line; within a session one that is known is turned to."""
        self._path, self.query = path, query or self.query
        self._page = self._pages.get(path, "")
        self.widgets = {}
        return await self._rerun(name="" if self._page else path)

    async def press(self, key: str) -> Answer:
        """Click a button."""
        return await self._rerun([WidgetState(id=self.widgets[key].id, trigger_value=True)])

    async def type(self, key: str, text: str) -> Answer:
        """Type into a line of text and leave it."""
        return await self._rerun([widgets.text_state(self.widgets[key].id, text)])

    async def unfold(self, key: str) -> Answer:
        """Open a folded part."""
        return await self._rerun([WidgetState(id=self.widgets[key].id, bool_value=True)])

    async def take(self, key: str) -> Answer:
        """Click a button that gives a file once it is made; its address comes when it is."""
        drawn, message = self.widgets[key], BackMsg()
        asked = message.backend_operation_request
        asked.session_id, asked.request_id, asked.deferred_file.file_id = self._session, key, drawn.file
        click = [WidgetState(id=drawn.id, trigger_value=True)]
        return await self._rerun(click, part=drawn.part, then=message)

    async def send(self, key: str, value: Any) -> Answer:
        """Set the state of what runs in the browser."""
        drawn = self.widgets[key]
        return await self._rerun([widgets.json_state(drawn.id, value)], part=drawn.part)

    async def look(self, part: str) -> Answer:
        """Ask for one of the watched parts."""
        return await self._rerun(part=part, by_itself=True)

    async def watch(self) -> None:
        """Ask for the watched parts once, as a browser does by itself; for the page when there are none any more."""
        for part in tuple(self.watched) or ("",):
            await self._rerun(part=part, by_itself=bool(part))

    async def close(self) -> None:
        await self._socket.close()

    def asks(
        self, changed: Iterable[WidgetState] = (), *, name: str = "", part: str = "", by_itself: bool = False
    ) -> BackMsg:
        """The message that asks for a rerun: all states there are, some of them changed."""
        states = self._states | {state.id: state for state in changed}
        message = BackMsg()
        self._fill(message.rerun_script, name)
        message.rerun_script.fragment_id, message.rerun_script.is_auto_rerun = part, by_itself
        message.rerun_script.widget_states.widgets.extend(states.values())
        return message

    @property
    def _states(self) -> dict[str, WidgetState]:
        return {drawn.id: drawn.state for drawn in self.widgets.values() if drawn.state is not None}

    async def _rerun(
        self,
        changed: Sequence[WidgetState] = (),
        *,
        name: str = "",
        part: str = "",
        by_itself: bool = False,
        then: BackMsg | None = None,
    ) -> Answer:
        """Ask for a run and wait until it is over; `then` is what the browser says right after asking."""
        message = self.asks(changed, name=name, part=part, by_itself=by_itself).SerializeToString()
        known = self._states | {state.id: state for state in changed}
        began = time.perf_counter()
        await self._socket.send(message)
        if then is not None:
            await self._socket.send(then.SerializeToString())
        async with asyncio.timeout(PATIENCE):
            return await self._answer(began, known)

    def _fill(self, state: ClientState, name: str) -> None:
        state.query_string, state.page_script_hash, state.page_name = self.query, self._page, name
        about = state.context_info
        about.timezone, about.locale, about.color_scheme = "UTC", visit.LANGUAGE, "light"
        about.timezone_offset, about.is_embedded = 0, False
        about.url = f"{self._url}/{self._path}"

    async def _answer(self, began: float, known: dict[str, WidgetState]) -> Answer:
        """Listen until the run is over; one that makes way for another run is not."""
        drawn: dict[str, Widget] = {}
        watched: set[str] = set()
        complaints: list[str] = []
        messages = size = 0
        while True:
            frame = await self._socket.recv(decode=False)
            messages, size = messages + 1, size + len(frame)
            message = ForwardMsg.FromString(frame)
            match message.WhichOneof("type"):
                case "delta":
                    self._draw(message, known, drawn=drawn, complaints=complaints)
                case "new_session":
                    self._session = message.new_session.initialize.session_id or self._session
                    self._page = message.new_session.page_script_hash
                    drawn.clear()
                    watched.clear()
                    complaints.clear()
                case "navigation":
                    self._pages = {page.url_pathname: page.page_script_hash for page in message.navigation.app_pages}
                    self._page = message.navigation.page_script_hash
                case "page_info_changed":
                    self.query = message.page_info_changed.query_string
                case "auto_rerun":
                    watched.add(message.auto_rerun.fragment_id)
                case "backend_operation_response":
                    self.files.append(message.backend_operation_response.deferred_file.url)
                case "page_not_found" | "ref_hash" as unexpected:
                    complaints.append(unexpected)
                case "script_finished" if message.script_finished != ForwardMsg.FINISHED_EARLY_FOR_RERUN:
                    break
        seconds = time.perf_counter() - began
        whole = message.script_finished != ForwardMsg.FINISHED_FRAGMENT_RUN_SUCCESSFULLY
        self.widgets = drawn if whole else self.widgets | drawn
        self.watched = watched if whole else self.watched | watched
        return Answer(seconds, messages, size, tuple(complaints))

    @staticmethod
    def _draw(
        message: ForwardMsg, known: dict[str, WidgetState], *, drawn: dict[str, Widget], complaints: list[str]
    ) -> None:
        if message.delta.WhichOneof("type") != "new_element":
            part = widgets.folded(message.delta.add_block)
            if part is not None:
                drawn[widgets.key(part.id)] = replace(part, state=known.get(part.id))
            return
        element = message.delta.new_element
        found = widgets.widget(element)
        if found is not None:
            kept = known.get(found.id) if widgets.keeps(element) else None
            state = found.state if kept is None else kept
            drawn[widgets.key(found.id)] = replace(found, state=state, part=message.delta.fragment_id)
        elif (complaint := widgets.complaint(element)) is not None:
            complaints.append(complaint)
