"""Which account the sandbox is: what it holds, and how it behaves where accounts differ."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

# Opens the practice account of this process only, so it is no secret.
PRACTICE_KEY = "practice"


class Brand(StrEnum):
    """amoCRM with Russian names, or Kommo with English ones and with the answers of Kommo's own pages."""

    AMOCRM = "amocrm"
    KOMMO = "kommo"


class Contents(StrEnum):
    """How much is in the account; each holds the stock pipeline."""

    FRESH = "fresh"
    DEALS = "deals"
    BUSY = "busy"
    NEARLY_FULL = "nearly_full"


class SystemStages(StrEnum):
    """What a PATCH of the stages amoCRM made itself does."""

    RENAMABLE = "renamable"
    IGNORED = "ignored"
    REFUSED = "refused"


class LossReasons(StrEnum):
    """Whether managers are asked for reasons, and whether programs may write them, which no page promises."""

    ON = "on"
    OFF = "off"
    READ_ONLY = "read_only"


class SuperFields(StrEnum):
    """Whether the paid types of fields may be created, and the answer when not."""

    PAID = "paid"
    PAYMENT_REQUIRED = "payment_required"
    FORBIDDEN = "forbidden"


@dataclass(frozen=True)
class Variant:
    """One account; the defaults are the one people practise on."""

    brand: Brand = Brand.AMOCRM
    contents: Contents = Contents.DEALS
    system_stages: SystemStages = SystemStages.RENAMABLE
    loss_reasons: LossReasons = LossReasons.ON
    super_fields: SuperFields = SuperFields.PAID
    # One script that works on live accounts says that new stages always come last, whatever place they ask for.
    new_stages_last: bool = False
    admin: bool = True
    free: bool = False
    subscribed: bool = True
    key: str = PRACTICE_KEY
