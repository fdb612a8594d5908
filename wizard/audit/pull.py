"""A project taken from an account, with the ids by which a plan knows its things again."""

from __future__ import annotations

import re

from wizard.amocrm.existing import Existing
from wizard.audit.found import cleaned
from wizard.audit.project import project_of
from wizard.audit.readers.account_reader import found_in
from wizard.model.project import Project

_CURRENCY = re.compile(r"[A-Z]{3}")


def pulled(existing: Existing) -> Project:
    """The account's live funnels, fields and loss reasons as a project of the account's name."""
    project = project_of(found_in(existing))
    company = project.company.changed(name=cleaned(existing.account.name))
    currency = existing.account.currency
    if currency and _CURRENCY.fullmatch(currency):
        company = company.changed(currency=currency)
    return project.changed(company=company)
