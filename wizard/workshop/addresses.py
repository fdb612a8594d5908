"""Which address phones in the room can reach this server by, and what stands in the way if they cannot.

An installation for many is reached under its public address; a laptop under those it has in the Wi-Fi of the room.
"""

from __future__ import annotations

import ipaddress
import re
import socket
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

import ifaddr

# Networks inside this machine, and tunnels elsewhere: phones are hardly ever in them.
_ASIDE = re.compile(
    r"docker|^br-|^veth|^virbr|vmnet|vmware|virtualbox|vboxnet|hyper-v|vethernet|wsl|^lxc|^lxd|podman|^cni|^kube"
    r"|^utun|^tun|^tap|^wg|wireguard|^ppp|tailscale|zerotier|^zt|openvpn|vpn|bridge\d|^awdl|^llw|loopback|^lo\d*$|bluetooth",
    re.IGNORECASE,
)
_WIRELESS = re.compile(r"wi-?fi|wlan|^wl|wireless|^en0$", re.IGNORECASE)
_CALLED = re.compile(r"(?:(?P<name>[A-Za-z0-9._-]+)|\[(?P<v6>[0-9A-Fa-f:.]+)\])(?::\d{1,5})?")
_EVERYWHERE = ("", "0.0.0.0", "::", "*")  # noqa: S104 - compared with, not listened at


class Card(NamedTuple):
    """A network card by its name as the system says it, and an address it has."""

    name: str
    ip: str


@dataclass(frozen=True)
class Server:
    """How the server was started: where it listens, its port, and under which names it lets itself be called.

    `named` is the name browsers are told (Streamlit's `browser.serverAddress`, with a port unless it is the usual one),
    `public` the operator's `VORONKA_ADDRESS`.
    """

    listens: str = ""
    port: int = 8501
    hosts: tuple[str, ...] = ()
    named: str = ""
    public: str = ""


@dataclass(frozen=True)
class Reach:
    """`addresses` are those to offer, the likeliest first, without a path; `trouble` is why there are none.

    `hosted` says that it is an installation for many, so that no help with a laptop's firewall is needed.
    """

    addresses: tuple[str, ...] = ()
    trouble: str = ""
    hosted: bool = False


def reach(called: str, server: Server, *, scheme: str = "http", cards: Iterable[Card] | None = None) -> Reach:
    """What to offer to phones when the host's own browser called the server by this name (`Host`)."""
    if server.public:
        return Reach((server.public.rstrip("/"),), hosted=True)
    if is_home(_name(called)) and not is_home(_name(server.named)):
        called = server.named
    name = _name(called)
    if not is_home(name):
        return Reach((f"{scheme}://{called.strip().lower()}",), hosted=not _is_private(name))
    if is_home(server.listens) and server.listens not in _EVERYWHERE:
        return Reach(trouble="workshop.address.only_here")
    found = tuple(card.ip for card in ordered(network_cards() if cards is None else cards))
    if server.listens not in _EVERYWHERE:
        found = (server.listens,)
    known = tuple(ip for ip in found if not server.hosts or "*" in server.hosts or ip in server.hosts)
    if not known:
        return Reach(trouble="workshop.address.moved" if found else "workshop.address.no_network")
    return Reach(tuple(f"{scheme}://{ip}:{server.port}" for ip in known))


def public_address(environment: Mapping[str, str]) -> str:
    """The operator's `VORONKA_ADDRESS` as `https://name`; nothing where it is none, or no address."""
    said = environment.get("VORONKA_ADDRESS", "").strip().rstrip("/")
    scheme, _, called = said.rpartition("://")
    if scheme not in ("", "http", "https") or not _name(called):
        return ""
    return f"{scheme or 'https'}://{called.lower()}"


def network_cards() -> tuple[Card, ...]:
    """The IPv4 addresses of this machine."""
    return tuple(
        Card(adapter.nice_name, ip.ip)
        for adapter in ifaddr.get_adapters()
        for ip in adapter.ips
        if isinstance(ip.ip, str)
    )


def ordered(cards: Iterable[Card]) -> tuple[Card, ...]:
    """Those phones can reach, the likeliest first: wireless, other private ones, public ones, bridges and tunnels.

    An address a machine gave itself for want of a network is none.
    """
    usable = [card for card in cards if _is_usable(card.ip)]
    once = tuple({card.ip: card for card in usable}.values())
    return tuple(sorted(once, key=_unlikely))


def is_home(name: str) -> bool:
    """Whether this name means the very machine it is said on."""
    if name in _EVERYWHERE or name == "localhost" or name.endswith(".localhost"):
        return True
    ip = _ip(name)
    return ip is not None and (ip.is_loopback or ip.is_unspecified)


def names_to_allow(cards: Sequence[Card]) -> tuple[str, ...]:
    """Under which names a server in a room lets itself be called: this machine's own, and its addresses."""
    own = socket.gethostname().lower()
    local = (own, f"{own}.local") if re.fullmatch(r"[a-z0-9-]+", own) else ()
    return ("localhost", "127.0.0.1", *local, *(card.ip for card in ordered(cards)))


def _unlikely(card: Card) -> tuple[bool, bool, bool]:
    return (bool(_ASIDE.search(card.name)), not _is_private(card.ip), not _WIRELESS.search(card.name))


def _is_usable(text: str) -> bool:
    ip = _ip(text)
    return (
        ip is not None
        and ip.version == 4
        and not (ip.is_loopback or ip.is_link_local or ip.is_unspecified or ip.is_multicast)
    )


def _is_private(name: str) -> bool:
    ip = _ip(name)
    return ip.is_private if ip else "." not in name or name.endswith(".local")


def _ip(text: str) -> ipaddress.IPv4Address | ipaddress.IPv6Address | None:
    try:
        return ipaddress.ip_address(text)
    except ValueError:
        return None


def _name(called: str) -> str:
    """The name in a `Host` header, without the port; nothing where there is no such name."""
    found = _CALLED.fullmatch(called.strip())
    return (found["name"] or found["v6"]).lower() if found else ""
