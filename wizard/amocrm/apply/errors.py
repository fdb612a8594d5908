"""Why a plan is not carried out; nothing was sent then.

* PlanError: it cannot be, or the account is no longer as it was
  + NotConfirmedError
  + OtherAccountError
"""

from __future__ import annotations

from wizard.amocrm.plan.basis import Since
from wizard.amocrm.plan.limits import Problem


class PlanError(Exception):
    """A plan that is not carried out: it cannot be, or the account is no longer as it was."""

    def __init__(self, *, problems: tuple[Problem, ...] = (), since: tuple[Since, ...] = ()) -> None:
        super().__init__("The plan does not fit the account")
        self.problems, self.since = problems, since


class NotConfirmedError(PlanError):
    """Stages would go, and nobody has confirmed that apart."""


class OtherAccountError(PlanError):
    """The key opens another account than the plan is for."""
