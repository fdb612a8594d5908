"""Why deals are lost: the account's one list of reasons, and how each pipeline uses it."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from pydantic import Field

from wizard.model.base import Id, Model, Name
from wizard.model.routes import Route

OTHER = "other"


class LossGroup(StrEnum):
    PRICE = "price"
    TIME = "time"
    PRODUCT = "product"
    TERMS = "terms"
    COMPETITOR = "competitor"
    SERVICE = "service"
    CONTACT = "contact"
    NON_TARGET = "non_target"
    NEED = "need"
    DELIVERY = "delivery"
    STOP = "stop"
    WE_DECLINED = "we_declined"
    THEY_DECLINED = "they_declined"
    OTHER = "other"


class LossReason(Model):
    """A reason of refusal.

    Normally an item of the account's one list. With `field` it is an option of that list field
    instead: hiring and partners keep their causes there, so that the account's list stays short.
    """

    id: Id
    name: Name
    group: LossGroup | None = None
    comment_required: bool = False
    field: Id | None = None


class LossUse(Model):
    """A reason used in one pipeline; without a route of its own the pipeline's lost route holds.

    `count` is the user's own number of deals lost for it in a month.
    """

    reason: Id
    route: Route | None = None
    count: Annotated[float, Field(ge=0, le=1e9)] | None = None
