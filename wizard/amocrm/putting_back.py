"""What of an entry can be put back by the picture of the account before it, what only in part, and what not at all."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from wizard.amocrm.lines import quoted
from wizard.amocrm.plan import names
from wizard.amocrm.plan.change import Action, Change, Detail, Kind
from wizard.i18n.translator import Translator
from wizard.model.pipeline import PALETTE

SHOWN = 5


class How(StrEnum):
    """Wholly, not without losing something, or not at all."""

    WHOLLY = "wholly"
    PARTLY = "partly"
    NEVER = "never"


@dataclass(frozen=True)
class PutBack:
    """One sort of change, and whether its former state can come back, in a sentence."""

    how: How
    text: str


Sort = tuple[How, str]

_CREATED: dict[str, Sort] = {
    Kind.PIPELINE: (How.PARTLY, "put_back.new_pipeline"),
    Kind.STAGE: (How.PARTLY, "put_back.new_stage"),
    Kind.GROUP: (How.WHOLLY, "put_back.new_group"),
    Kind.FIELD: (How.PARTLY, "put_back.new_field"),
    Kind.REASON: (How.PARTLY, "put_back.new_reason"),
}
_CHANGED: dict[tuple[str, str], Sort] = {
    (Kind.PIPELINE, "name"): (How.WHOLLY, "put_back.pipeline_name"),
    (Kind.PIPELINE, "unsorted"): (How.PARTLY, "put_back.unsorted"),
    (Kind.STAGE, "name"): (How.WHOLLY, "put_back.stage_name"),
    (Kind.STAGE, "hint"): (How.WHOLLY, "put_back.hint"),
    (Kind.ORDER, "order"): (How.WHOLLY, "put_back.order"),
    (Kind.END, "name"): (How.WHOLLY, "put_back.end_name"),
    (Kind.FIELD, "name"): (How.WHOLLY, "put_back.field_name"),
    (Kind.FIELD, "group"): (How.WHOLLY, "put_back.field_group"),
    (Kind.FIELD, "required"): (How.WHOLLY, "put_back.required"),
    (Kind.FIELD, "options"): (How.PARTLY, "put_back.options"),
    (Kind.MAIN, "main"): (How.WHOLLY, "put_back.main"),
    (Kind.REMOVAL, "deals_to"): (How.NEVER, "put_back.removed_stage"),
    (Kind.PIPELINE_REMOVAL, "deals_to"): (How.NEVER, "put_back.removed_pipeline"),
}
_OUR_COLOUR: Sort = (How.WHOLLY, "put_back.colour")
_STOCK_COLOUR: Sort = (How.NEVER, "put_back.stock_colour")


def put_back(changes: Iterable[Change], tr: Translator) -> tuple[PutBack, ...]:
    """For the changes that were made: a line for each sort of them, what comes back wholly first."""
    told: dict[Sort, list[str]] = {}
    for sort, name in _sorts(tuple(changes)):
        known = told.setdefault(sort, [])
        if name not in known:
            known.append(name)
    order = list(How)
    sorts = sorted(told, key=lambda sort: order.index(sort[0]))
    return tuple(PutBack(how, tr(key, names=_some(told[how, key], tr))) for how, key in sorts)


def _sorts(changes: tuple[Change, ...]) -> Iterator[tuple[Sort, str]]:
    born = {change.local for change in changes if change.action is Action.CREATE and change.kind == Kind.PIPELINE}
    for change in changes:
        if change.action is Action.CREATE:
            within = change.kind == Kind.STAGE and any(change.local.startswith(names.inside(local)) for local in born)
            if change.kind in _CREATED and not within:
                yield _CREATED[change.kind], change.name
            continue
        for detail in change.details:
            if sort := _sort(change, detail):
                yield sort, detail.old if change.kind == Kind.MAIN else change.name


def _sort(change: Change, detail: Detail) -> Sort | None:
    if detail.what == "colour":
        return _OUR_COLOUR if detail.old in PALETTE else _STOCK_COLOUR
    return _CHANGED.get((change.kind, "hint" if detail.what.startswith("hint_") else detail.what))


def _some(known: list[str], tr: Translator) -> str:
    told = quoted(known[:SHOWN], tr)
    more = len(known) - SHOWN
    return f"{told} {tr('put_back.more', count=tr.number(more))}" if more > 0 else told
