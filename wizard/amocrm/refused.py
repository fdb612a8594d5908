"""Why an account cannot be reached, read or written; each says it in a sentence of the reader's language.

* AccountError
  + AddressError: the text is not an account's address
  + TokenError: the text is not an access key
  + UnreachableError: nothing was sent, for nobody answers there
  + SilentError: a question was sent and no whole answer came
  + AnswerLostError: a change was sent and its answer is unknown: read first, then go on
  + BlockedError: amoCRM shut the door; nothing is sent for a while
  + BusyError: too many requests
    - AwayError: for longer than anybody waits
  + ServerError: amoCRM itself fails
  + BadAnswerError: what answers does not speak as amoCRM does
  + RedirectedError: another address answers
  + RefusedError: amoCRM says no
    - UnauthorizedError, UnpaidError, ForbiddenError, NotFoundError, NotAllowedError, InvalidError, ImpossibleError
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from wizard.i18n.translator import Translator
from wizard.storage.errors import shown

# Of the vendor's own words more is shown than of a name.
_SAID = 300


class AccountError(Exception):
    """`key` and `values` make the sentence; `request` is the number amoCRM's support asks for."""

    key = "account.bad_answer"

    def __init__(self, key: str | None = None, *, request: str = "", **values: Any) -> None:
        super().__init__(key or self.key)
        self.key = key or self.key
        self.values = values
        self.request = request

    def message(self, tr: Translator) -> str:
        values = {name: shown(value, _SAID) if name == "said" else shown(value) for name, value in self.values.items()}
        sentence = tr(self.key, **values)
        return f"{sentence} {tr('account.request', id=shown(self.request))}" if self.request else sentence

    def hide(self, secret: str) -> None:
        """A server may repeat the key it was given; nobody else does."""
        self.values = {n: v.replace(secret, "\u2026") if isinstance(v, str) else v for n, v in self.values.items()}
        self.request = self.request.replace(secret, "")


class AddressError(AccountError):
    key = "account.bad_address"


class TokenError(AccountError):
    key = "account.bad_token"


class UnreachableError(AccountError):
    key = "account.unreachable"


class SilentError(AccountError):
    key = "account.silent"


class AnswerLostError(AccountError):
    """It may have been done or not; sending it again could do it twice."""

    key = "account.answer_lost"


class BlockedError(AccountError):
    key = "account.blocked"


class BusyError(AccountError):
    key = "account.busy"


class AwayError(BusyError):
    key = "account.away"


class ServerError(AccountError):
    key = "account.server"


class BadAnswerError(AccountError):
    key = "account.bad_answer"


class RedirectedError(AccountError):
    key = "account.redirected"


@dataclass(frozen=True)
class FieldError:
    """What amoCRM has against one part of a body: where, which kind, and its own words.

    `item` tells which of several things sent at once it is about, as the sender named or numbered them.
    """

    path: str
    code: str
    said: str
    item: str = ""

    def without(self, secret: str) -> FieldError:
        return replace(self, **{name: text.replace(secret, "\u2026") for name, text in vars(self).items()})


class RefusedError(AccountError):
    """Nothing was changed; `fields` are the parts that were not accepted."""

    key = "account.refused"

    def __init__(
        self, key: str | None = None, *, request: str = "", fields: tuple[FieldError, ...] = (), **values: Any
    ) -> None:
        super().__init__(key, request=request, **values)
        self.fields = fields

    def hide(self, secret: str) -> None:
        super().hide(secret)
        self.fields = tuple(field.without(secret) for field in self.fields)


class UnauthorizedError(RefusedError):
    key = "account.unauthorized"


class UnpaidError(RefusedError):
    key = "account.unpaid"


class ForbiddenError(RefusedError):
    key = "account.forbidden"


class NotFoundError(RefusedError):
    key = "account.not_found"


class NotAllowedError(RefusedError):
    key = "account.not_allowed"


class InvalidError(RefusedError):
    key = "account.invalid"


class ImpossibleError(RefusedError):
    key = "account.impossible"
