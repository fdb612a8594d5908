"""Which funnels a business should have, which to launch first, and why: from the diagnosis."""

from __future__ import annotations

from dataclasses import dataclass

from wizard.catalog import reader
from wizard.catalog.shelf import SHIPPED, Shelf
from wizard.catalog.start import MAX_NOW, MAX_NOW_FEW_SELLERS
from wizard.catalog.templates import Industry
from wizard.model.diagnosis import AfterPayment, Diagnosis, FirstReply, Repeat, Sellers, Source, Team
from wizard.model.pipeline import Launch


@dataclass(frozen=True)
class Recommendation:
    """A funnel, when to launch it, and why (the key of a sentence: ``why.<funnel>.<why>``)."""

    funnel: str
    launch: Launch
    why: str


def recommend(diagnosis: Diagnosis, *, industry: str, shelf: Shelf = SHIPPED) -> tuple[Recommendation, ...]:
    """The funnels to have, in the order people meet them; two or three of them to launch now."""
    wanted = _wanted(diagnosis, industry=shelf.industry_or_general(industry))
    limit = MAX_NOW_FEW_SELLERS if diagnosis.sellers is Sellers.FEW else MAX_NOW
    now = [funnel for funnel in _urgent(diagnosis) if funnel in wanted][:limit]
    return tuple(
        Recommendation(template.id, Launch.NOW if template.id in now else Launch.LATER, wanted[template.id])
        for template in reader.funnels()
        if template.id in wanted
    )


def main_source(diagnosis: Diagnosis) -> Source | None:
    """Where most clients come from: as said, else the first named."""
    return diagnosis.main_source or (diagnosis.sources[0] if diagnosis.sources else None)


def delivers(diagnosis: Diagnosis, *, industry: Industry) -> bool:
    """Whether somebody works on the order after it is paid: as answered, else as usual in the trade."""
    if diagnosis.after_payment is None:
        return industry.separate_delivery
    return diagnosis.after_payment is not AfterPayment.NOTHING


def _urgent(diagnosis: Diagnosis) -> tuple[str, ...]:
    """Funnels in the order they earn a place among those launched now."""
    first: tuple[str, ...] = ("first_sale",)
    if main_source(diagnosis) is Source.OUTBOUND:
        first = ("first_sale", "lead_generation")
    elif diagnosis.first_reply is FirstReply.SOMEBODY_ELSE:
        first = ("first_sale", "inbound_qualification")
    done_by_others = diagnosis.after_payment in (None, AfterPayment.ANOTHER_PERSON, AfterPayment.LONG_SERVICE)
    delivery = ("customer_support",) if done_by_others else ()
    return (*first, *delivery, "refusal_warming")


def _wanted(diagnosis: Diagnosis, *, industry: Industry) -> dict[str, str]:
    """Funnel -> why it is there."""
    wanted = {"first_sale": "always", "refusal_warming": "always"}
    if diagnosis.first_reply is FirstReply.SOMEBODY_ELSE and main_source(diagnosis) is not Source.OUTBOUND:
        wanted["inbound_qualification"] = "somebody_else"
    if Source.OUTBOUND in diagnosis.sources:
        wanted["lead_generation"] = "outbound"
    if delivers(diagnosis, industry=industry):
        wanted["customer_support"] = str(diagnosis.after_payment or "industry")
    if diagnosis.repeat in (None, Repeat.MONTHLY, Repeat.YEARLY):
        wanted["repeat_sales"] = str(diagnosis.repeat or "usual")
    if Source.EVENTS in diagnosis.sources:
        wanted["events_courses"] = "events"
    if Source.PARTNERS in diagnosis.sources or Team.PARTNERS in diagnosis.team:
        wanted["partners"] = "partners"
    if Team.HIRING in diagnosis.team:
        wanted["hr"] = "hiring"
    return wanted
