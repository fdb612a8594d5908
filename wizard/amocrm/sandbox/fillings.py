"""What accounts hold beside the stock pipeline: deals, another firm's order, or nearly all that fits."""

from __future__ import annotations

from dataclasses import replace

from wizard.amocrm.sandbox import births, names
from wizard.amocrm.sandbox.names import Words
from wizard.amocrm.sandbox.state import Account, Choice, Field, Group, Hint, Pipeline, Reason, Stage
from wizard.amocrm.sandbox.variant import Brand
from wizard.model.pipeline import PALETTE

# More than a page of deals holds.
_MANY = 300


def with_deals(account: Account, words: Words, *, now: int) -> Account:
    """Deals at every stage of the stock pipeline."""
    (stock,) = account.pipelines
    deals = [(deal["name"], deal["sum"], _stage(stock, deal["stage"])) for deal in words["deals"]]
    return births.leads(account, stock, deals=deals, now=now)


def busy(account: Account, brand: Brand, *, now: int) -> Account:
    """Ten pipelines, one of them in the archive, with fields, reasons, a hint and many deals, one in the bin."""
    words = names.words(brand)
    account = with_deals(account, words, now=now)
    own = tuple(zip(words["own_stages"], PALETTE, strict=False))
    for name in words["pipelines"]:
        account = births.pipeline(account, name, brand=brand, own=own)
    _, second, *_, archived = account.pipelines
    account = account.with_pipeline(replace(archived, archived=True))
    account = _with_fields(account, second, words=words)
    account = _with_hint(account, second, text=words["hint"], now=now)
    account = _with_reasons(account, words["reasons"], now=now)
    deals = [
        (f"{deal['name']} {n}", 0, second.own[0]) for n, deal in zip(range(_MANY), words["deals"] * 10, strict=True)
    ]
    return _with_bin(births.leads(account, second, deals=deals, now=now), archived)


def nearly_full(account: Account, brand: Brand) -> Account:
    """49 pipelines of 50, the second of them with 99 stages of 100."""
    words = names.words(brand)
    for n in range(2, 50):
        count = 96 if n == 2 else 1
        own = tuple((words["numbered_stage"].format(n=k), PALETTE[0]) for k in range(1, count + 1))
        account = births.pipeline(account, words["numbered"].format(n=n), brand=brand, own=own)
    return account


def _stage(pipeline: Pipeline, told: int | str) -> Stage:
    system = {"unsorted": pipeline.unsorted, "won": pipeline.won, "lost": pipeline.lost}
    stage = pipeline.own[told] if isinstance(told, int) else system[told]
    if stage is None:
        raise KeyError(told)
    return stage


def _with_fields(account: Account, pipeline: Pipeline, *, words: Words) -> Account:
    account, (group_id, source, comment, delivery, *choices) = account.numbered(4 + len(words["sources"]))
    group = Group(f"leads_{group_id}", words["group"], 2)
    at_end = ((pipeline.id, pipeline.own[-1].id),)
    enums = tuple(
        Choice(choice_id, value, sort)
        for sort, (choice_id, value) in enumerate(zip(choices, words["sources"], strict=True), start=1)
    )
    fields = (
        Field(source, words["source"], "select", 510, code="SOURCE", group=group.id, choices=enums, required=at_end),
        Field(comment, words["comment"], "textarea", 520),
        Field(delivery, words["delivery"], "date", 530, group=group.id, required=at_end),
    )
    return replace(account, groups=(*account.groups, group), fields=(*account.fields, *fields))


def _with_hint(account: Account, pipeline: Pipeline, *, text: str, now: int) -> Account:
    account, (hint_id,) = account.numbered()
    stage = replace(pipeline.own[0], hints=(Hint(hint_id, "newbie", text, now, now),))
    return account.with_pipeline(pipeline.with_stage(stage))


def _with_reasons(account: Account, reasons: list[str], *, now: int) -> Account:
    account, ids = account.numbered(len(reasons))
    made = tuple(
        Reason(reason_id, name, sort, now, now)
        for sort, (reason_id, name) in enumerate(zip(ids, reasons, strict=True), start=1)
    )
    return replace(account, reasons=made)


def _with_bin(account: Account, pipeline: Pipeline) -> Account:
    """A pipeline that looks empty and cannot be deleted."""
    thrown = account.leads[-1]
    moved = replace(thrown, pipeline=pipeline.id, stage=pipeline.own[0].id, in_bin=True)
    return replace(account, leads=(*account.leads[:-1], moved))
