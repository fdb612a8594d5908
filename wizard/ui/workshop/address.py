"""The addresses a workshop is offered under, as this server and the reader's browser know them; and their code."""

from __future__ import annotations

import os
from functools import lru_cache
from urllib.parse import urlencode, urlsplit

import segno
import streamlit as st

from wizard.workshop.addresses import Reach, Server, public_address, reach


def found() -> Reach:
    """What phones can come by, the likeliest first."""
    address = urlsplit(st.context.url or "")
    server = Server(
        listens=str(st.get_option("server.address") or ""),
        port=int(st.get_option("server.port") or 8501),
        hosts=tuple(st.get_option("server.allowedHosts") or ()),
        named=str(st.get_option("browser.serverAddress") or ""),
        public=public_address(os.environ),
    )
    called = st.context.headers.get("Host") or address.netloc
    return reach(called, server, scheme=address.scheme or "http")


def offered(chosen: str) -> str:
    """The chosen one if it is among those offered, else the likeliest; nothing where there is none."""
    addresses = found().addresses
    return chosen if chosen in addresses else next(iter(addresses), "")


def of_phones(address: str, token: str, *, language: str, usual: str) -> str:
    """What a phone opens; it speaks the `usual` language, that of the project, unless its address says another one."""
    said = {} if language == usual else {"lang": language}
    return f"{address}{_under()}/?{urlencode({'w': token} | said)}"


def typed(link: str) -> tuple[str, str]:
    """What is to be typed for it: the address, and from its place the code."""
    address, start, code = link.partition("://")[2].partition("/?")
    return address, start + code


def of_wall(address: str, token: str, language: str) -> str:
    """What the projector opens, beside the host's own page."""
    return f"{_under()}/?{urlencode({'w': token, 'show': 1, 'at': address, 'lang': language})}"


@lru_cache(maxsize=64)
def qr(link: str) -> str:
    """The link as a picture."""
    return str(segno.make(link, error="m").svg_data_uri(border=2, dark="#000", light="#fff", omitsize=True))


def _under() -> str:
    """A proxy may serve the app under a path."""
    path = str(st.get_option("server.baseUrlPath") or "").strip("/")
    return f"/{path}" if path else ""
