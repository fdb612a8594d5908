"""`python -m benchmarks.load [--quick] [--clients 50] [--seconds 30] [--database both] [--crowd 160] [--soak 20]`.

For trying a part; `python -m tests.endurance load soak` measures everything and writes it down.
"""

from __future__ import annotations

import argparse
from dataclasses import replace
from typing import Any

from benchmarks.load import places, run

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
    parser.add_argument(
        "--soak",
        type=int,
        default=0,
        metavar="MINUTES",
        help="of load while memory is watched; below 15 nothing has settled",
    )
    given = parser.parse_args()
    usual = run.QUICK if given.quick else run.USUAL
    load = replace(usual.load, **_given(given, "clients", "seconds"))
    databases = usual.databases if given.database == _BOTH else (given.database,)
    return replace(usual, load=load, databases=databases, soak=given.soak, **_given(given, "crowd", "sessions"))


def _given(given: argparse.Namespace, *names: str) -> dict[str, Any]:
    return {name: value for name in names if (value := getattr(given, name)) is not None}


def main(asked: run.Asked) -> None:
    run.load(asked)
    if asked.soak:
        run.soak(asked)


if __name__ == "__main__":
    main(asked())
