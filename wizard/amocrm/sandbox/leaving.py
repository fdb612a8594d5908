"""What becomes of deals and fields when a stage is no more."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from wizard.amocrm.sandbox.state import Account, Lead

Pairs = tuple[tuple[int, int], ...]


def left(account: Account, pipeline_id: int, *, stage: int, to: int, now: int) -> Account:
    """The account without a stage that is gone: its deals stand in another, no field is required at it."""
    gone = (pipeline_id, stage)

    def moved(lead: Lead) -> Lead:
        return replace(lead, stage=to, updated_at=now) if (lead.pipeline, lead.stage) == gone else lead

    return unbound(account.with_leads(moved), lambda pair: pair == gone)


def pipeline_left(account: Account, pipeline_id: int) -> Account:
    """The account in which no field is required anywhere in a pipeline that is gone."""
    return unbound(account, lambda pair: pair[0] == pipeline_id)


def unbound(account: Account, gone: Callable[[tuple[int, int]], bool]) -> Account:
    def kept(pairs: Pairs) -> Pairs:
        return tuple(pair for pair in pairs if not gone(pair))

    fields = tuple(replace(f, required=kept(f.required), hidden=kept(f.hidden)) for f in account.fields)
    return replace(account, fields=fields)
