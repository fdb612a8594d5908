"""The code phones come to a workshop by: short enough to be typed from the wall, and how what was typed is read.

Ten signs of Crockford's base32 are 50 bits. `docs/decisions/0008` says why that is enough.
"""

from __future__ import annotations

import base64
import hmac
import re
import secrets
import string

from wizard.storage.links import is_token, join_token

GROUP, GROUPS = 5, 2
SIGNS = "0123456789abcdefghjkmnpqrstvwxyz"
_LENGTH = GROUP * GROUPS
_FORM = re.compile(f"[{SIGNS}]{{{_LENGTH}}}")
_BASE32 = str.maketrans(string.ascii_uppercase + "234567", SIGNS)
# What looks alike is the same sign, and nothing parts the groups but the eye.
_TYPED = str.maketrans({"o": "0", "i": "1", "l": "1"} | dict.fromkeys("-\u2010\u2011\u2013\u2014"))
_SALT = 12
_LONG = 16  # the salt of workshops that were begun while links were too long to be typed


def new_salt() -> bytes:
    """What tells one workshop of a draft from another, and says how its code is made."""
    return secrets.token_bytes(_SALT)


def join_code(token: str, salt: bytes) -> str:
    """The code of a workshop: only who has the link that edits can make it again."""
    if len(salt) == _LONG:
        return join_token(token, salt)
    made = hmac.digest(token.encode(), b"voronka/workshop/code/" + salt, "sha256")
    return _grouped(base64.b32encode(made).decode()[:_LENGTH].translate(_BASE32))


def read_code(text: str) -> str:
    """The code as it is kept, however it was typed; a long one as it is, and nothing where there is no code."""
    signs = "".join(text.lower().split()).translate(_TYPED)
    if _FORM.fullmatch(signs):
        return _grouped(signs)
    return text if is_token(text) else ""


def is_code(text: str) -> bool:
    return text != "" and read_code(text) == text


def _grouped(signs: str) -> str:
    return "-".join(signs[place : place + GROUP] for place in range(0, _LENGTH, GROUP))
