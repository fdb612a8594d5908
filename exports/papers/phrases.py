"""What a manager says at a stage: the sentence that the newbie's hint gives word for word."""

from __future__ import annotations

from wizard.i18n.translator import Translator
from wizard.model.pipeline import Stage


def phrase(stage: Stage, tr: Translator) -> str:
    """The hint's line that begins as such sentences do, without that beginning; empty where there is none."""
    sign = tr("paper.phrase_sign")
    lines = (line.strip() for line in stage.hints.newbie.split("\n"))
    return next((line[len(sign) :].strip() for line in lines if line.startswith(sign)), "")
