"""What a reader had checked on the audit's page; it stays in the tab until something else is checked."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from wizard.amocrm.existing import Existing
from wizard.audit.found import Found
from wizard.audit.project import project_of
from wizard.audit.pull import pulled
from wizard.audit.readers.account_reader import found_in
from wizard.audit.report import AuditReport, report
from wizard.model.project import Project


@dataclass(frozen=True)
class Audited:
    """The funnels as found, as a project, and judged."""

    found: Found
    project: Project
    report: AuditReport
    _made: dict[Any, Any] = field(default_factory=dict, compare=False, repr=False)

    def once(self, name: Any, make: Callable[[], Any]) -> Any:
        """What `make` gives, made once and again only under another name."""
        if name not in self._made:
            self._made[name] = make()
        return self._made[name]


def audited(found: Found, *, currency: str) -> Audited:
    project = project_of(found)
    project = project.changed(company=project.company.changed(currency=currency))
    return Audited(found, project, report(found, project))


def of_account(existing: Existing) -> Audited:
    """An account that was read by its API, under its own name and currency."""
    found, project = found_in(existing), pulled(existing)
    return Audited(found, project, report(found, project))
