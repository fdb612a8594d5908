"""Deals of stages that are removed: counted for the plan, moved before their stage goes."""

from __future__ import annotations

from collections.abc import Mapping

from wizard.amocrm import reading, writing
from wizard.amocrm.account import LIMIT, MAX_PAGES
from wizard.amocrm.client import Client
from wizard.amocrm.existing import Existing
from wizard.amocrm.plan.choices import Choices
from wizard.amocrm.plan.removals import Going, going
from wizard.amocrm.plan.target import target_of
from wizard.amocrm.reading import Json
from wizard.amocrm.refused import BadAnswerError, ImpossibleError
from wizard.model.project import Project

# As many deals are moved at once as amoCRM advises.
AT_ONCE = 50


def count_deals(client: Client, project: Project, *, existing: Existing, choices: Choices) -> Mapping[int, int]:
    """How many deals stand in each stage that is to be removed, as far as the key's user may see."""
    target = target_of(project, existing, choices)
    return {each.stage.id: _count(client, each) for each in going(target, existing)}


def _count(client: Client, each: Going) -> int:
    found: set[int] = set()
    for page in range(1, MAX_PAGES + 1):
        body = _page(client, each, page)
        found.update(_ids(body))
        if not reading.has_more(body):
            break
    return len(found)


def remove(client: Client, each: Going) -> None:
    """Moves the deals, then removes the stage; doing it again does no harm."""
    if each.to is None:
        raise ImpossibleError(said=each.stage.name)
    moved: set[int] = set()
    while deals := _ids(_page(client, each, 1)):
        if moved.issuperset(deals):
            # They are told to have moved, and stand there still.
            raise ImpossibleError(said=each.stage.name)
        _move(client, each, deals, to=each.to)
        moved.update(deals)
    client.delete(reading.status(each.pipeline.id, each.stage.id))


def _move(client: Client, each: Going, deals: tuple[int, ...], *, to: int) -> None:
    for first in range(0, len(deals), AT_ONCE):
        part = deals[first : first + AT_ONCE]
        client.patch(reading.DEALS, [writing.deal_move(deal, pipeline=each.pipeline.id, stage=to) for deal in part])


def _page(client: Client, each: Going, page: int) -> Json:
    asked = reading.deals_in(each.pipeline.id, each.stage.id)
    return client.get(reading.DEALS, {**asked, "limit": LIMIT, "page": page})


def _ids(body: Json) -> tuple[int, ...]:
    try:
        return reading.deal_ids(body)
    except (LookupError, TypeError):
        raise BadAnswerError from None
