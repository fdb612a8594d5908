"""Things that are in an account from the start: made here, as nobody asks for them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from wizard.amocrm.sandbox import names
from wizard.amocrm.sandbox.state import LOST, WON, Account, Lead, Pipeline, Stage
from wizard.amocrm.sandbox.variant import Brand

_DAY = 86_400


def pipeline(account: Account, name: str, *, brand: Brand, own: Sequence[tuple[str, str]]) -> Account:
    """The account with one more pipeline, after the others; own stages are names and colours."""
    account, (pipeline_id, unsorted, *ids) = account.numbered(2 + len(own))
    made = Pipeline(
        id=pipeline_id,
        name=name,
        sort=10 * (1 + len(account.pipelines)),
        own=tuple(Stage(stage_id, *stage) for stage_id, stage in zip(ids, own, strict=True)),
        won=names.won(brand),
        lost=names.lost(brand),
        unsorted=names.unsorted(brand, unsorted),
    )
    return replace(account, pipelines=(*account.pipelines, made))


def leads(account: Account, pipeline: Pipeline, *, deals: Sequence[tuple[str, int, Stage]], now: int) -> Account:
    """The account with deals, told by name, sum and stage; they came one a day and closed the day after."""
    account, ids = account.numbered(len(deals))
    made = []
    for age, (lead_id, (name, price, stage)) in enumerate(zip(ids, deals, strict=True), start=2):
        came = now - age * _DAY
        closed = came + _DAY if stage.id in (WON, LOST) else None
        made.append(Lead(lead_id, name, price, pipeline.id, stage.id, came, closed or came, closed_at=closed))
    return replace(account, leads=(*account.leads, *made))
