"""A line between a browser and a server, or a server and its database, that a test can cut and mend."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field

from tests.ports import free_port


@dataclass
class Line:
    """A port that leads to another one; while it is cut, nobody answers there and whoever talked is cut off."""

    to: int
    port: int = field(default_factory=free_port)
    _loop: asyncio.AbstractEventLoop = field(default_factory=asyncio.new_event_loop)
    _server: asyncio.Server | None = None
    _open: set[asyncio.StreamWriter] = field(default_factory=set)

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def cut(self) -> None:
        self._do(self._cut())

    def mend(self) -> None:
        self._do(self._mend())

    def _do(self, doing: object) -> None:
        asyncio.run_coroutine_threadsafe(doing, self._loop).result(timeout=10)  # type: ignore[arg-type]

    async def _mend(self) -> None:
        self._server = await asyncio.start_server(self._join, "127.0.0.1", self.port)

    async def _cut(self) -> None:
        if self._server:
            self._server.close()
        for writer in list(self._open):
            writer.transport.abort()

    async def _join(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            far_reader, far_writer = await asyncio.open_connection("127.0.0.1", self.to)
        except OSError:
            writer.transport.abort()
            return
        ends = {writer, far_writer}
        self._open |= ends
        try:
            await asyncio.gather(_pass(reader, far_writer), _pass(far_reader, writer))
        finally:
            self._open -= ends

    def run(self) -> None:
        self._loop.run_forever()
        self._loop.close()

    def stop(self) -> None:
        self._do(self._end())
        self._loop.call_soon_threadsafe(self._loop.stop)

    async def _end(self) -> None:
        await self._cut()
        ours = asyncio.current_task()
        talking = [task for task in asyncio.all_tasks() if task is not ours]
        for task in talking:
            task.cancel()
        await asyncio.gather(*talking, return_exceptions=True)


async def _pass(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    with suppress(OSError):
        while data := await reader.read(65_536):
            writer.write(data)
            await writer.drain()
    writer.close()


@contextmanager
def line(to: int) -> Iterator[Line]:
    """A whole line to this port."""
    made = Line(to)
    thread = threading.Thread(target=made.run, daemon=True)
    thread.start()
    made.mend()
    try:
        yield made
    finally:
        made.stop()
        thread.join(timeout=10)
