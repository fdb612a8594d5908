"""Starts a server of its own for an app, on this machine only, and stops it."""

from __future__ import annotations

import http.client
import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.apps import ROOT, App

GIVE_UP_AFTER = 60.0
PAUSE = 0.005


@dataclass(frozen=True)
class Served:
    """A running app: its address, and how many seconds passed until it was healthy."""

    url: str
    healthy_after: float
    pid: int
    port: int

    def processor_time(self) -> float:
        """Seconds of processor time the server has used so far; only Linux tells."""
        after_name = Path(f"/proc/{self.pid}/stat").read_text("utf-8").rpartition(")")[2].split()
        user, system = after_name[11:13]
        return (int(user) + int(system)) / os.sysconf("SC_CLK_TCK")


@contextmanager
def serving(app: App, *, database: str = "") -> Iterator[Served]:
    """The app, served with the project's own configuration; the process is ended afterwards.

    Projects are kept in the database that is named, else in a place that is deleted afterwards.
    """
    with TemporaryDirectory(prefix="voronka-benchmark-") as data:
        kept_in = {"VORONKA_DATA": data, "VORONKA_DATABASE_URL": database}
        with _serving(app, {**os.environ, **kept_in, "PYTHONPATH": str(ROOT), "PYTHONUTF8": "1"}) as served:
            yield served


@contextmanager
def _serving(app: App, environment: dict[str, str]) -> Iterator[Served]:
    port = _free_port()
    command = [sys.executable, "-m", "streamlit", "run", str(app.script)]
    options = ["--server.port", str(port), "--server.headless", "true"]
    began = time.perf_counter()
    process = subprocess.Popen([*command, *options], cwd=ROOT, env=environment, stdout=subprocess.DEVNULL)
    try:
        while not _is_healthy(port):
            if process.poll() is not None or time.perf_counter() - began > GIVE_UP_AFTER:
                raise RuntimeError(f"{app.script.name} did not start")
            time.sleep(PAUSE)
        yield Served(f"http://127.0.0.1:{port}", time.perf_counter() - began, process.pid, port)
    finally:
        process.terminate()
        try:
            process.wait(timeout=10)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
    return port


def _is_healthy(port: int) -> bool:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=5)
    try:
        connection.request("GET", "/_stcore/health")
        return connection.getresponse().status == http.HTTPStatus.OK
    except OSError:
        return False
    finally:
        connection.close()
