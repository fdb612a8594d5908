"""Looks at an account: whose it is and what the key may do there, or all it holds."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from functools import partial
from typing import Any, Protocol, TypeVar

from wizard.amocrm import reading
from wizard.amocrm.client import Client
from wizard.amocrm.existing import Account, Existing, ExistingPipeline, ExistingReason
from wizard.amocrm.reading import Json
from wizard.amocrm.refused import BadAnswerError, ForbiddenError, NotAllowedError, NotFoundError
from wizard.amocrm.tokens import claims
from wizard.i18n.translator import Translator
from wizard.model.fields import Place

LIMIT = 250
# Far more than any account has; a server that always promises one more page is left at last.
MAX_PAGES = 100

T = TypeVar("T")


class _HasId(Protocol):
    @property
    def id(self) -> Any: ...


I = TypeVar("I", bound=_HasId)  # noqa: E741


@dataclass(frozen=True)
class AccountCheck:
    """Whose account a key opens, what it may do there, and how long it lives as it says itself."""

    account: Account
    expires: dt.datetime | None

    def lines(self, tr: Translator, *, now: dt.datetime) -> tuple[str, ...]:
        """The same in sentences."""
        return (
            tr("account.whose", name=self.account.name, host=self.account.host),
            tr(_ADMIN[self.account.admin]),
            tr(_REASONS[self.account.loss_reasons]),
            self._life(tr, now),
        )

    def _life(self, tr: Translator, now: dt.datetime) -> str:
        if self.expires is None:
            return tr("account.life_unknown")
        day = tr.date(self.expires.date())
        if self.expires <= now:
            return tr("account.life_over", day=day)
        return tr.plural("account.life", (self.expires - now).days, day=day)


_ADMIN = {True: "account.admin", False: "account.not_admin", None: "account.admin_unknown"}
_REASONS = {True: "account.reasons_on", False: "account.reasons_off", None: "account.reasons_unknown"}


def check(client: Client) -> AccountCheck:
    """Two questions: the account, and the key's user."""
    return AccountCheck(_with_user(client, _account(client)), claims(client.token).expires)


def read(client: Client, *, hints_of: Collection[int] | None = None) -> Existing:
    """All an account holds, by five questions and one more for each live pipeline, whose hints come apart.

    With `hints_of` only those pipelines are asked for their hints. Fields are told in pages of 250.
    """
    account = _account(client)
    pipelines = _parsed(reading.pipelines, client.get(reading.PIPELINES))
    return Existing(
        account=account,
        pipelines=tuple(_hinted(client, pipelines, hints_of)),
        fields=_listed(client, reading.DEAL_FIELDS, reading.fields),
        groups=_groups(client),
        reasons=_reasons(client),
    )


def with_people(client: Client, existing: Existing) -> Existing:
    """The same with the fields of contacts and companies: two questions more."""
    contacts = _listed(client, reading.CONTACT_FIELDS, partial(reading.fields, place=Place.CONTACT))
    companies = _listed(client, reading.COMPANY_FIELDS, partial(reading.fields, place=Place.COMPANY))
    return existing.changed(fields=existing.fields + contacts + companies)


def _account(client: Client) -> Account:
    return _parsed(lambda body: reading.account(body, host=client.address.host), client.get(reading.ACCOUNT))


def _with_user(client: Client, account: Account) -> Account:
    if account.user is None:
        return account
    try:
        body = client.get(reading.user(account.user))
    except ForbiddenError:
        # Only administrators may look at users, themselves included.
        return account.changed(admin=False)
    return _parsed(lambda said: reading.with_user(account, said), body)


def _hinted(
    client: Client, pipelines: tuple[ExistingPipeline, ...], wanted: Collection[int] | None
) -> Iterator[ExistingPipeline]:
    for pipeline in pipelines:
        if pipeline.archived or (wanted is not None and pipeline.id not in wanted):
            yield pipeline
        else:
            stages = _parsed(reading.stages, client.get(reading.statuses(pipeline.id), reading.WITH_HINTS))
            yield reading.with_hints(pipeline, {stage.id: stage for stage in stages})


def _groups(client: Client) -> tuple[Any, ...]:
    try:
        return _listed(client, reading.GROUPS, reading.groups)
    except NotFoundError:
        return ()


def _reasons(client: Client) -> tuple[ExistingReason, ...] | None:
    """None where the account does not tell: its API documents them half."""
    try:
        return _listed(client, reading.REASONS, reading.reasons)
    except (ForbiddenError, NotFoundError, NotAllowedError):
        return None


def _listed(client: Client, path: str, parse: Callable[[Json], tuple[I, ...]]) -> tuple[I, ...]:
    """All pages of a list. A server that takes no notice of the page number says the same again: then it is all."""
    found: dict[Any, I] = {}
    for page in range(1, MAX_PAGES + 1):
        body = client.get(path, {"limit": LIMIT, "page": page})
        told = {item.id: item for item in _parsed(parse, body)}
        new = told.keys() - found.keys()
        found |= told
        if not new or not reading.has_more(body):
            break
    return tuple(found.values())


def _parsed(parse: Callable[[Json], T], body: Json) -> T:
    try:
        return parse(body)
    except (LookupError, TypeError, AttributeError, ValueError):
        pass
    raise BadAnswerError
