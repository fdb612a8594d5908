"""`python -m benchmarks.load [--quick] [--clients 50] [--seconds 30] [--database both] [--crowd 160] [--soak 20]`."""

from __future__ import annotations

import argparse
from typing import Any

from benchmarks.load import places, run
from benchmarks.load.scenario import Load

_BOTH = "both"


def asked() -> run.Asked:
    """What the command line asks for; `--quick` is for a look, its figures prove nothing."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.load")
    parser.add_argument("--quick", action="store_true", help="few people, a short time")
    parser.add_argument("--clients", type=int, help="people on one process (50)")
    parser.add_argument("--seconds", type=float, help="of each of the two turns (30)")
    parser.add_argument("--database", choices=[*places.DATABASES, _BOTH], default=_BOTH)
    parser.add_argument("--crowd", type=int, help="people on two replicas (160); 0: none")
    parser.add_argument("--sessions", type=int, help="open projects whose memory is measured (200); 0: none")
    parser.add_argument("--soak", type=int, default=0, metavar="MINUTES", help="of load while memory is watched")
    given = parser.parse_args()
    clients, seconds, crowd, sessions = (10, 8.0, 40, 20) if given.quick else (50, 30.0, 160, 200)
    return run.Asked(
        load=Load(_or(given.clients, clients), _or(given.seconds, seconds)),
        databases=list(places.DATABASES) if given.database == _BOTH else [given.database],
        crowd=_or(given.crowd, crowd),
        sessions=_or(given.sessions, sessions),
        soak=given.soak,
    )


def _or(given: Any, usual: Any) -> Any:
    return usual if given is None else given


if __name__ == "__main__":
    run.main(asked())
