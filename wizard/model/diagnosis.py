"""The first nine questions about a business; None means «not yet / don't know»."""

from __future__ import annotations

from enum import StrEnum

from wizard.model.base import Model


class Source(StrEnum):
    SITE = "site"
    CALLS = "calls"
    MESSENGERS = "messengers"
    REFERRALS = "referrals"
    OUTBOUND = "outbound"
    EVENTS = "events"
    PARTNERS = "partners"


class FirstReply(StrEnum):
    SELLER = "seller"
    SOMEBODY_ELSE = "somebody_else"


class Payment(StrEnum):
    BEFORE = "before"
    AT_ONCE = "at_once"
    AFTER = "after"
    DEFERRED = "deferred"


class AfterPayment(StrEnum):
    NOTHING = "nothing"
    ANOTHER_PERSON = "another_person"
    SAME_PERSON = "same_person"
    LONG_SERVICE = "long_service"


class Repeat(StrEnum):
    NO = "no"
    MONTHLY = "monthly"
    YEARLY = "yearly"
    MANY_SMALL = "many_small"


class Team(StrEnum):
    PARTNERS = "partners"
    HIRING = "hiring"
    NEITHER = "neither"


class Account(StrEnum):
    NONE = "none"
    EMPTY = "empty"
    LIVE_DEALS = "live_deals"


class Sellers(StrEnum):
    FEW = "few"
    SOME = "some"
    MANY = "many"


class Diagnosis(Model):
    """Answers to the diagnosis, in its order; the industry itself stands with the company.

    `main_source` is the most important of `sources` (the first one chosen unless said otherwise).
    """

    sources: tuple[Source, ...] = ()
    main_source: Source | None = None
    first_reply: FirstReply | None = None
    payment: Payment | None = None
    after_payment: AfterPayment | None = None
    repeat: Repeat | None = None
    team: tuple[Team, ...] = ()
    account: Account | None = None
    sellers: Sellers | None = None
