"""Lists, ids and the account in JSON that may hold anything."""

from __future__ import annotations

import re
from typing import Any
from urllib.parse import urlsplit

from wizard.audit.found import cleaned

_ID = re.compile(r"[A-Za-z0-9_-]{1,40}")
_HOST = re.compile(r"[a-z0-9.-]{1,200}")


def listed(value: Any, *names: str) -> list[Any]:
    """The items of a body: a bare list, what stands under `_embedded`, or the values of a mapping by id."""
    if isinstance(value, list):
        return value
    if not isinstance(value, dict):
        return []
    inside = value.get("_embedded")
    for holder in (inside if isinstance(inside, dict) else {}, value):
        for name in names:
            if name in holder:
                return listed(holder[name])
    # The API before this one gave mappings by id.
    return list(value.values()) if value and all(key.isdigit() for key in value) else []


def mappings(items: list[Any]) -> list[dict[str, Any]]:
    return [item for item in items if isinstance(item, dict)]


def identity(item: dict[str, Any]) -> str:
    """The id of a thing as text; empty for what cannot be an id."""
    text = cleaned(item.get("id"))
    return text if _ID.fullmatch(text) else ""


def account_of(pipelines: list[dict[str, Any]]) -> str:
    """The account's number; empty where no pipeline says it."""
    return next((number for p in pipelines if (number := cleaned(p.get("account_id")))), "")


def host_of(body: Any, pipelines: list[dict[str, Any]]) -> str:
    """The account's address as the links say it; empty where there are none."""
    return next((host for item in (body, *pipelines) if (host := _host(item))), "")


def _host(item: Any) -> str:
    links = item.get("_links") if isinstance(item, dict) else None
    itself = links.get("self") if isinstance(links, dict) else None
    href = itself.get("href") if isinstance(itself, dict) else None
    try:
        host = urlsplit(href).hostname if isinstance(href, str) else None
    except ValueError:
        return ""
    return host if host and _HOST.fullmatch(host) else ""
