"""Deals of what is removed: counted for the plan, moved before their stage or pipeline goes."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from wizard.amocrm import reading, writing
from wizard.amocrm.account import LIMIT, MAX_PAGES
from wizard.amocrm.client import Client
from wizard.amocrm.existing import Existing
from wizard.amocrm.plan.choices import Choices
from wizard.amocrm.plan.removals import Going, going
from wizard.amocrm.plan.target import target_of
from wizard.amocrm.reading import Deal
from wizard.amocrm.refused import BadAnswerError, ImpossibleError
from wizard.model.project import Project

# As many deals are moved at once as amoCRM advises.
AT_ONCE = 50


def count_deals(client: Client, project: Project, *, existing: Existing, choices: Choices) -> Mapping[str, int]:
    """How many deals stand in each stage and pipeline that is to be removed, as far as the key's user may see."""
    target = target_of(project, existing, choices)
    return {each.local: _count(client, each) for each in going(target, existing)}


def _count(client: Client, each: Going) -> int:
    found: set[int] = set()
    for page in range(1, MAX_PAGES + 1):
        deals, more = _page(client, each, page)
        found.update(deal.id for deal in deals)
        if not more:
            break
    return len(found)


def remove(client: Client, each: Going, noted: Callable[[tuple[Deal, ...]], None]) -> None:
    """Moves the deals, `noted` before, then removes what they stood in; doing it again does no harm."""
    if each.to is None:
        raise ImpossibleError(said=each.name)
    moved: set[int] = set()
    while deals := _page(client, each, 1)[0]:
        if moved.issuperset(deal.id for deal in deals):
            # They are told to have moved, and stand there still.
            raise ImpossibleError(said=each.name)
        noted(tuple(deal for deal in deals if deal.id not in moved))
        _move(client, deals, to=each.to)
        moved.update(deal.id for deal in deals)
    client.delete(each.path)


def _move(client: Client, deals: tuple[Deal, ...], *, to: tuple[int, int]) -> None:
    for first in range(0, len(deals), AT_ONCE):
        client.patch(reading.DEALS, [writing.deal_move(deal, to) for deal in deals[first : first + AT_ONCE]])


def _page(client: Client, each: Going, page: int) -> tuple[tuple[Deal, ...], bool]:
    """The deals on a page, and whether there is another one."""
    body = client.get(reading.DEALS, {**each.deals, "limit": LIMIT, "page": page})
    try:
        return reading.deals(body), reading.has_more(body)
    except (LookupError, TypeError):
        raise BadAnswerError from None
