"""Accounts as the sandbox starts with them: the stock pipeline, and what the variant puts beside it."""

from __future__ import annotations

from dataclasses import replace

from wizard.amocrm.sandbox import fillings, names
from wizard.amocrm.sandbox.births import pipeline
from wizard.amocrm.sandbox.state import Account, Field, Group
from wizard.amocrm.sandbox.variant import Contents, Variant

# What a new account's stages are painted with is not among the colours it accepts.
_COLOURS = ("#99ccff", "#ffff99", "#ffcc66", "#ffcccc")
_STATISTICS = "statistic"
_MARKS = ("utm_source", "utm_medium", "utm_campaign", "utm_term", "utm_content")


def account(variant: Variant, *, now: int) -> Account:
    """An account that existed for a while by `now`."""
    fresh = _fresh(variant, now)
    match variant.contents:
        case Contents.FRESH:
            return fresh
        case Contents.DEALS:
            return fillings.with_deals(fresh, names.words(variant.brand), now=now)
        case Contents.BUSY:
            return fillings.busy(fresh, variant.brand, now=now)
        case Contents.NEARLY_FULL:
            return fillings.nearly_full(fresh, variant.brand)


def _fresh(variant: Variant, now: int) -> Account:
    words = names.words(variant.brand)
    empty = Account(
        id=31_000_001, name=words["account"], subdomain=words["subdomain"], user=9_000_001, created_at=now - 90 * 86_400
    )
    made = pipeline(
        empty, words["pipeline"], brand=variant.brand, own=tuple(zip(words["stages"], _COLOURS, strict=True))
    )
    (stock,) = made.pipelines
    return _with_marks(made.with_pipeline(replace(stock, main=True, sort=1)), words["statistics"])


def _with_marks(made: Account, name: str) -> Account:
    """Where advertising systems write what brought a deal: in every account from its birth."""
    made, ids = made.numbered(len(_MARKS))
    fields = tuple(
        Field(field_id, mark, "tracking_data", place, code=mark.upper(), group=_STATISTICS, predefined=True)
        for place, (field_id, mark) in enumerate(zip(ids, _MARKS, strict=True), start=1)
    )
    return replace(made, groups=(Group(_STATISTICS, name, 1, predefined=True),), fields=fields)
