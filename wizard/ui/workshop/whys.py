"""Why a proposal is not taken: the few causes that a host gives again and again, by kind, as keys of texts."""

from __future__ import annotations

from wizard.i18n.translator import Translator
from wizard.workshop import Kind

_WHYS = {
    Kind.STAGE: ("action", "there", "elsewhere"),
    Kind.NAME: ("action", "unclear"),
    Kind.FACT: ("unproven", "there"),
    Kind.QUESTION: ("idle", "there", "elsewhere"),
    Kind.REASON: ("vague", "there", "elsewhere"),
    Kind.DEAL: ("rare", "discussed"),
    Kind.REMARK: ("aside", "discussed"),
}


def whys(tr: Translator) -> dict[str, list[str]]:
    return {kind.value: [tr(f"workshop.why_not.{why}") for why in found] for kind, found in _WHYS.items()}
