"""Where an account is: its address, made of whatever people paste, and never of another host than amoCRM's.

The key of a customer's CRM is sent there, so the host is built of the parts that were recognised, not taken
from the text.
"""

from __future__ import annotations

import ipaddress
import re
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlsplit

from wizard.amocrm.refused import AddressError

# The operator's address of every account, for trying things out on this machine.
BASE_URL = "VORONKA_AMOCRM_BASE_URL"

RUSSIAN = "amocrm.ru"
_CLOUDS = (RUSSIAN, "amocrm.com", "kommo.com")
_LABEL = r"[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?"
_HOST = re.compile(rf"({_LABEL})\.({'|'.join(map(re.escape, _CLOUDS))})", re.ASCII)
# Nothing but a host may stand before the path: no user, no port but the usual one.
_PASTED = re.compile(
    rf"(?:https?://)?(?:www\.(?={_LABEL}\.\w+\.))?(?P<host>{_LABEL}(?:\.[a-z0-9-]{{1,63}})*)\.?(?::443)?(?P<rest>[/?#].*)?",
    re.ASCII | re.IGNORECASE | re.DOTALL,
)
_EMAIL = re.compile(r"[^\s@/]+@[^\s@/]+")
_AROUND = " \t\r\n\u00a0\u200b\ufeff\"'<>()[],;\u00ab\u00bb\u201c\u201d\u201e"


@dataclass(frozen=True)
class Address:
    """An account's address; `host` has the port of a local one."""

    host: str
    scheme: str = "https"

    @property
    def url(self) -> str:
        return f"{self.scheme}://{self.host}"

    @property
    def cloud(self) -> str:
        """Whose server it is: Russian amoCRM, Kommo, or this machine."""
        return self.host.partition(".")[2] if is_vendor(self.host) else self.host


def is_vendor(host: str) -> bool:
    """Whether a host is an account's own one at amoCRM or Kommo."""
    match = _HOST.fullmatch(host)
    return match is not None and match[1] != "www" and not match[1].startswith("xn--")


def address(text: str) -> Address:
    """The address of an account as people paste it; a name alone is an account of amocrm.ru."""
    pasted = text.strip(_AROUND)
    if _EMAIL.fullmatch(pasted):
        raise AddressError("account.email")
    match = _PASTED.fullmatch(pasted)
    if match is None:
        raise AddressError
    host = match["host"].lower()
    if "." not in host and not match["rest"]:
        host = f"{host}.{RUSSIAN}"
    if is_vendor(host):
        return Address(host)
    if host.removeprefix("www.") in _CLOUDS:
        raise AddressError("account.vendor_site")
    raise AddressError("account.foreign_address", host=host)


def base_address(text: str) -> Address:
    """An address the operator gave: an account's one, or one of this machine, where plain HTTP will do."""
    try:
        parts = urlsplit(text.strip())
        host, port = parts.hostname or "", parts.port
    except ValueError:
        raise AddressError("account.bad_base") from None
    if parts.scheme not in ("http", "https") or not _is_local(host):
        return address(text)
    if parts.username is not None or parts.path.strip("/") or parts.query or parts.fragment:
        raise AddressError("account.bad_base")
    name = f"[{host}]" if ":" in host else host
    return Address(f"{name}:{port}" if port else name, parts.scheme)


def allowed(text: str, environ: Mapping[str, str]) -> Address:
    """The address of an account; where the operator named one it stands for every account."""
    base = environ.get(BASE_URL, "").strip()
    return base_address(base) if base else address(text)


def _is_local(host: str) -> bool:
    try:
        return host == "localhost" or ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False
