"""A server of the app's own, on this machine only, as a user would start it."""

from __future__ import annotations

import http.client
import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

ROOT = Path(__file__).resolve().parents[2]
GIVE_UP_AFTER = 60.0


@contextmanager
def served(script: str = "app.py", *, path: str = "") -> Iterator[str]:
    """The address of a running server with a home of its own, under a path; the process is ended afterwards."""
    port = _free_port()
    command = [sys.executable, "-m", "streamlit", "run", script]
    options = ["--server.port", str(port), "--server.headless", "true", "--server.baseUrlPath", path]
    with TemporaryDirectory() as home:
        environment = {**os.environ, "HOME": home, "USERPROFILE": home, "PYTHONPATH": str(ROOT), "PYTHONUTF8": "1"}
        process = subprocess.Popen(
            [*command, *options], cwd=ROOT, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        try:
            _wait(process, port, path)
            yield f"http://127.0.0.1:{port}{path}"
        finally:
            process.terminate()
            try:
                process.wait(timeout=10)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()


def _wait(process: subprocess.Popen[bytes], port: int, path: str) -> None:
    began = time.monotonic()
    while not _is_healthy(port, path):
        if process.poll() is not None or time.monotonic() - began > GIVE_UP_AFTER:
            raise RuntimeError("the server did not start")
        time.sleep(0.1)


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
    return port


def _is_healthy(port: int, path: str) -> bool:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=5)
    try:
        connection.request("GET", f"{path}/_stcore/health")
        return connection.getresponse().status == http.HTTPStatus.OK
    except OSError:
        return False
    finally:
        connection.close()
