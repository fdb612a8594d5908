"""A server of the app's own, on this machine only, as a user would start it."""

from __future__ import annotations

import http.client
import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.ports import free_port

ROOT = Path(__file__).resolve().parents[2]
GIVE_UP_AFTER = 60.0


@dataclass(frozen=True)
class Server:
    """A running server: its process, where it listens, where its words and its data go."""

    process: subprocess.Popen[bytes]
    port: int
    home: Path
    path: str = ""

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}{self.path}"

    @property
    def log(self) -> Path:
        return self.home / "server.log"

    def kill(self) -> None:
        """End it in mid-work, as `kill -9` does."""
        self.process.kill()
        self.process.wait()


@contextmanager
def served(script: str = "app.py", *, path: str = "") -> Iterator[str]:
    """The address of a running server with a home of its own, under a path; the process is ended afterwards."""
    with running(script=script, path=path) as server:
        yield server.address


@contextmanager
def running(
    settings: Mapping[str, str] | None = None,
    *,
    port: int | None = None,
    script: str = "app.py",
    path: str = "",
    wrapped: Callable[[list[str]], list[str]] = list,
) -> Iterator[Server]:
    """A server with a home of its own and these environment variables; the process is ended afterwards.

    `wrapped` puts a command around the server's, such as one of `tests/limits.py`.
    """
    port = port or free_port()
    command = [sys.executable, "-m", "streamlit", "run", script]
    options = ["--server.port", str(port), "--server.headless", "true", "--server.baseUrlPath", path]
    with TemporaryDirectory() as directory:
        home = {"HOME": directory, "USERPROFILE": directory, "VORONKA_DATA": str(Path(directory, "data"))}
        environment = {**os.environ, **home, "PYTHONPATH": str(ROOT), "PYTHONUTF8": "1", **(settings or {})}
        with Path(directory, "server.log").open("wb") as log:
            process = subprocess.Popen(wrapped([*command, *options]), cwd=ROOT, env=environment, stdout=log, stderr=log)
        try:
            server = Server(process, port, Path(directory), path)
            _wait(server)
            yield server
        finally:
            _end(process)


def _end(process: subprocess.Popen[bytes]) -> None:
    process.terminate()
    try:
        process.wait(timeout=10)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()


def _wait(server: Server) -> None:
    began = time.monotonic()
    while not _is_healthy(server.port, server.path):
        if server.process.poll() is not None or time.monotonic() - began > GIVE_UP_AFTER:
            raise RuntimeError(f"the server did not start: {server.log.read_text('utf-8', 'replace')}")
        time.sleep(0.1)


def _is_healthy(port: int, path: str) -> bool:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=5)
    try:
        connection.request("GET", f"{path}/_stcore/health")
        return connection.getresponse().status == http.HTTPStatus.OK
    except OSError:
        return False
    finally:
        connection.close()
