"""What to do when phones do not get through to this laptop: by system, as keys of texts."""

from __future__ import annotations

import platform

_WORDS = {
    "Windows": "workshop.firewall.windows",
    "Darwin": "workshop.firewall.macos",
    "Linux": "workshop.firewall.linux",
}
# Guests' networks keep devices apart, whatever the laptop allows.
NETWORK = "workshop.firewall.network"


def firewall_help(system: str = "") -> tuple[str, ...]:
    """The keys of what to try, in this order, to be filled with the `port`; the system is that of the server."""
    words = _WORDS.get(system or platform.system())
    return (*((words,) if words else ()), NETWORK)
