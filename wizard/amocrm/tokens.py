"""The key of an account: how it is taken from what people paste, and what can be told of it without asking."""

from __future__ import annotations

import base64
import binascii
import datetime as dt
import json
import re
from dataclasses import dataclass
from typing import Any

from pydantic import SecretStr

from wizard.amocrm.refused import TokenError

MAX_LENGTH = 10_000
_TOKEN = re.compile(r"[A-Za-z0-9._~+/=-]+")
# Line breaks and invisible marks come along when a long text is copied.
_LAID_OUT = re.compile("[\\s\u00ad\u200b-\u200f\u2060\ufeff]+")
_SCHEME = re.compile(r"bearer\s+", re.IGNORECASE)


@dataclass(frozen=True)
class Claims:
    """What a key says of itself. Nobody has checked it: good for words to people, and for nothing else."""

    expires: dt.datetime | None = None
    account: int | None = None


def token(text: str) -> SecretStr:
    """The key in a text. A refusal never repeats what was given."""
    bare = _LAID_OUT.sub("", _SCHEME.sub("", text.strip().strip("\"'"), count=1))
    if not bare:
        raise TokenError("account.no_token")
    if len(bare) > MAX_LENGTH or not _TOKEN.fullmatch(bare):
        raise TokenError
    return SecretStr(bare)


def claims(secret: SecretStr) -> Claims:
    """What the key says of itself; nothing where it is of another make."""
    said = _payload(secret)
    account = said.get("account_id")
    return Claims(_moment(said.get("exp")), account if type(account) is int else None)


def _payload(secret: SecretStr) -> dict[str, Any]:
    parts = secret.get_secret_value().split(".")
    if len(parts) != 3:
        return {}
    try:
        said = json.loads(base64.urlsafe_b64decode(parts[1] + "=" * (-len(parts[1]) % 4)))
    except (ValueError, binascii.Error, RecursionError):
        return {}
    return said if isinstance(said, dict) else {}


def _moment(seconds: Any) -> dt.datetime | None:
    if isinstance(seconds, bool) or not isinstance(seconds, int | float):
        return None
    try:
        return dt.datetime.fromtimestamp(seconds, dt.UTC)
    except (ValueError, OverflowError, OSError):
        return None
