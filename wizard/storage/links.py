"""The secrets in links: whoever has one has the project, so only their hashes are kept."""

from __future__ import annotations

import base64
import hashlib
import hmac
import re
import secrets

BYTES = 24  # 192 random bits
_FORM = re.compile(r"[A-Za-z0-9_-]{32}")


def new_token() -> str:
    """A new link's secret."""
    return secrets.token_urlsafe(BYTES)


def view_token(token: str) -> str:
    """The secret of the link that only shows: made from the other one, which cannot be made from it."""
    return base64.urlsafe_b64encode(hashlib.sha256(b"voronka/view/" + token.encode()).digest()[:BYTES]).decode()


def join_token(token: str, salt: bytes) -> str:
    """What phones came to a workshop by before codes were short; see `join_codes`."""
    made = hmac.digest(token.encode(), b"voronka/workshop/" + salt, "sha256")
    return base64.urlsafe_b64encode(made[:BYTES]).decode()


def client_token(token: str, salt: bytes) -> str:
    """The secret a client opens a questionnaire by: only who has the link that edits can make it again."""
    made = hmac.digest(token.encode(), b"voronka/questionnaire/" + salt, "sha256")
    return base64.urlsafe_b64encode(made[:BYTES]).decode()


def hashed(token: str) -> bytes:
    """What is kept of a secret. It is random and long, so that a plain hash cannot be turned back."""
    return hashlib.sha256(b"voronka/link/" + token.encode()).digest()


def is_token(text: str) -> bool:
    return _FORM.fullmatch(text) is not None
