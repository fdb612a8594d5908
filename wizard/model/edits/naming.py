"""The name of a company where texts say it: another takes its place, as a whole and never inside a word."""

from __future__ import annotations

import re
from collections.abc import Callable

# The shortest name that is looked for in texts; shorter ones are parts of words.
_SHORTEST = 3


def renaming(former: str, company: str) -> Callable[[str], str]:
    """What puts the new name into a text wherever it says the former one."""
    if len(former) < _SHORTEST:
        return lambda text: text
    name = re.compile(rf"(?<!\w){re.escape(former)}(?!\w)")
    return lambda text: name.sub(lambda _: company, text)
