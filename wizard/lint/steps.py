"""Reads a manager's step: who acts, and whether anybody does."""

from __future__ import annotations

from wizard.lint.lexicon import found, lexicon, whole
from wizard.lint.names import words

# A Russian infinitive after "client" addresses the manager: "client: call in the evening".
_INFINITIVE = ("\u0442\u044c", "\u0442\u0438", "\u0447\u044c", "\u0442\u044c\u0441\u044f")
_CLIENT_ACTS = ("will", "must", "should", "has")


def waits(step: str) -> bool:
    """Whether the step begins with waiting, or leaves the action to the client."""
    text = _leading(step)
    first, *rest = text or [""]
    return first in lexicon()["steps"]["waiting"] or _client_acts(first, rest)


def rewritten(step: str) -> str | None:
    """An action of ours instead of waiting, where one can be offered."""
    text = " ".join(_leading(step))
    for rewrite in lexicon()["steps"]["rewrites"]:
        if whole(rewrite["forms"], text) or _at_start(rewrite["forms"], text):
            becomes: str = rewrite["becomes"]
            return becomes
    return None


def _leading(step: str) -> list[str]:
    text = words(step).split()
    while text and text[0] in (*lexicon()["steps"]["lead_in"], "the"):
        text = text[1:]
    return text


def _client_acts(first: str, rest: list[str]) -> bool:
    if not rest:
        return False
    if first in lexicon()["steps"]["client_ru"]:
        return not rest[0].endswith(_INFINITIVE)
    if first not in lexicon()["steps"]["client_en"] or rest[0] in lexicon()["steps"]["client_things_en"]:
        return False
    return rest[0] in _CLIENT_ACTS or (rest[0].endswith("s") and not rest[0].endswith("ss"))


def _at_start(forms: list[str], text: str) -> bool:
    match = found([form for form in forms if " " in form], text)
    return match is not None and match.start() == 0
