"""Why a draft cannot be read or written; each says it in one sentence of the reader's language.

* DraftError
  + UnavailableError: the database does not answer, or cannot be written to; later it may
  + UnknownLinkError: nothing is kept under this link, or no longer
  + TooBigError: the project, or the number of its named versions, is beyond what is kept
  + ChangedElsewhereError: somebody else saved a newer state meanwhile
  + AlreadyRunningError: the draft is being entered into an account at this moment
  + TakenOverError: somebody else goes on with what this process was doing
  + TurnedAwayError: a workshop takes nothing of the kind now, or not from this device
"""

from __future__ import annotations

from typing import Any

from wizard.i18n.translator import Translator


class DraftError(Exception):
    """`key` and `values` make the sentence."""

    key = "drafts.unavailable"

    def __init__(self, key: str | None = None, **values: Any) -> None:
        super().__init__(key or self.key)
        self.key = key or self.key
        self.values = values

    def message(self, tr: Translator) -> str:
        return tr(self.key, **self.values)


class UnavailableError(DraftError):
    """Nothing was written; the same may succeed later."""


class UnknownLinkError(DraftError):
    """Never says whether there once was something."""

    key = "drafts.unknown"


class TooBigError(DraftError):
    key = "drafts.too_big"


class ChangedElsewhereError(DraftError):
    key = "drafts.changed_elsewhere"


class AlreadyRunningError(DraftError):
    key = "entry.already_running"


class TakenOverError(DraftError):
    key = "entry.taken_over"


class TurnedAwayError(DraftError):
    """Nothing was written."""

    key = "workshop.refused.closed"
