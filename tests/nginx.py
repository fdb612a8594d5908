"""An nginx of the tests' own with the configuration of `deploy/`: everything it writes is in a temporary directory."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from string import Template

from tests.ports import free_port

TEMPLATE = Path(__file__).resolve().parents[1] / "deploy/nginx.conf.template"
GIVE_UP_AFTER = 10.0
_PLACES = ("/usr/sbin", "/usr/local/sbin", "/usr/local/nginx/sbin", "/opt/homebrew/bin", "/usr/local/bin")

# What a distribution's own nginx.conf holds around ours. Workers of root stay root: the directory is closed to others.
_AROUND = Template("""\
$user
pid nginx.pid;
error_log error.log notice;
worker_processes 2;
events { worker_connections 512; }
http {
    access_log default-access.log;
    client_body_temp_path body;
    proxy_temp_path proxy;
    fastcgi_temp_path fastcgi;
    uwsgi_temp_path uwsgi;
    scgi_temp_path scgi;
    include voronka.conf;
}
""")


@dataclass(frozen=True)
class Proxy:
    """A running nginx: where it listens and where its files are."""

    port: int
    home: Path

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def access_log(self) -> list[str]:
        return (self.home / "access.log").read_text("utf-8").splitlines()

    def everything_written(self) -> str:
        """All logs together, nginx's own words on the terminal included."""
        return "\n".join(log.read_text("utf-8", "replace") for log in sorted(self.home.glob("*.log")))


@contextmanager
def proxy(replicas: Sequence[int]) -> Iterator[Proxy]:
    """An nginx in front of the two replicas at these ports; it is ended and its files are deleted whatever happens."""
    binary = find()
    if binary is None:
        raise RuntimeError("no nginx was found: install it or name it by NGINX=path")
    home = Path(tempfile.mkdtemp(prefix="voronka-nginx-"))
    made = Proxy(free_port(), home)
    _configure(made, replicas)
    command = [binary, "-p", f"{home}/", "-c", "nginx.conf", "-e", "error.log", "-g", "daemon off;"]
    try:
        with (
            (home / "terminal.log").open("wb") as words,
            subprocess.Popen(command, stdout=words, stderr=words) as process,
        ):
            try:
                _wait(process, made)
                yield made
            finally:
                process.terminate()
    finally:
        shutil.rmtree(home)


def settings(made: Proxy, replicas: Sequence[int]) -> dict[str, str]:
    """What the configuration leaves open."""
    first, second = (f"127.0.0.1:{port}" for port in replicas)
    return {
        "VORONKA_LISTEN": f"127.0.0.1:{made.port}",
        "VORONKA_REPLICA_1": first,
        "VORONKA_REPLICA_2": second,
        "VORONKA_CACHE": str(made.home / "cache"),
        "VORONKA_ACCESS_LOG": str(made.home / "access.log"),
    }


def _configure(made: Proxy, replicas: Sequence[int]) -> None:
    text = TEMPLATE.read_text("utf-8")
    for name, value in settings(made, replicas).items():
        text = text.replace(f"${{{name}}}", value)
    (made.home / "voronka.conf").write_text(text, "utf-8")
    is_root = hasattr(os, "geteuid") and os.geteuid() == 0
    (made.home / "nginx.conf").write_text(_AROUND.substitute(user="user root;" if is_root else ""), "utf-8")


def _wait(process: subprocess.Popen[bytes], made: Proxy) -> None:
    began = time.monotonic()
    while not _listens(made.port):
        if process.poll() is not None or time.monotonic() - began > GIVE_UP_AFTER:
            raise RuntimeError(f"nginx did not start: {made.everything_written()}")
        time.sleep(0.02)


def _listens(port: int) -> bool:
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) == 0


def find() -> str | None:
    """The program: the one named by NGINX, else the first in a usual place; Debian keeps it off a user's PATH."""
    named = os.environ.get("NGINX")
    return (
        shutil.which(named) if named else shutil.which("nginx") or shutil.which("nginx", path=os.pathsep.join(_PLACES))
    )
