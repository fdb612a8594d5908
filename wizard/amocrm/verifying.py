"""Compares an account with a project, whoever entered it: what is there, and what is missing or different."""

from __future__ import annotations

from dataclasses import dataclass

from wizard.amocrm.existing import Existing
from wizard.amocrm.plan.change import Action, Change
from wizard.amocrm.plan.choices import Choices
from wizard.amocrm.plan.comparing import compare
from wizard.amocrm.plan.target import target_of
from wizard.i18n.translator import Translator
from wizard.model.project import Project


@dataclass(frozen=True)
class Verification:
    """What of the project the account has, and what it has not, as far as the API tells."""

    entered: tuple[Change, ...]
    differing: tuple[Change, ...]

    @property
    def equal(self) -> bool:
        return not self.differing

    @property
    def total(self) -> int:
        return len(self.entered) + len(self.differing)

    def headline(self, tr: Translator) -> str:
        """How much of how much is there."""
        if self.equal:
            return tr.plural("verify.equal", self.total)
        return tr("verify.missing", entered=tr.number(len(self.entered)), total=tr.number(self.total))


def verify(project: Project, existing: Existing, choices: Choices | None = None) -> Verification:
    """The account has to have been read with the hints of the project's pipelines, as for a plan."""
    changes = compare(target_of(project, existing, choices or Choices()), existing)
    ours = [change for change in changes if change.local]
    return Verification(
        entered=tuple(change for change in ours if change.action is Action.UNCHANGED),
        differing=tuple(change for change in ours if change.action is not Action.UNCHANGED),
    )
