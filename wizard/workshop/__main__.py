"""Serves the wizard to the phones of a room: `python -m wizard.workshop [PORT]`, or `make workshop`.

Everybody in the same network can reach it then, by its own names and addresses only.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

from wizard.workshop.addresses import Card, names_to_allow, network_cards, ordered

ROOT = Path(__file__).resolve().parents[2]
EVERYWHERE = "0.0.0.0"  # noqa: S104 - this is what the command is for
PORT = "8501"


def command(cards: tuple[Card, ...], *, port: str = PORT) -> list[str]:
    """What starts the server."""
    allowed = [part for name in names_to_allow(cards) for part in ("--server.allowedHosts", name)]
    listen = ("--server.address", EVERYWHERE, "--server.port", port)
    return [sys.executable, "-m", "streamlit", "run", str(ROOT / "app.py"), *listen, *allowed]


def main(arguments: list[str]) -> None:
    port = arguments[0] if arguments else PORT
    cards = network_cards()
    reachable = ordered(cards)
    told = "".join(f"  http://{card.ip}:{port}  ({card.name})\n" for card in reachable)
    sys.stdout.write(f"Phones in the same network come by:\n{told}" if told else "This machine is in no network.\n")
    sys.stdout.flush()
    os.chdir(ROOT)
    started = command(cards, port=port)
    if os.name == "posix":
        os.execv(started[0], started)  # noqa: S606 - the server takes this process's place
    import subprocess  # noqa: PLC0415

    sys.exit(subprocess.call(started))  # noqa: S603


if __name__ == "__main__":
    main(sys.argv[1:])
