"""Why a plan is not carried out; nothing was sent then.

* PlanError: it cannot be, or the account is no longer as it was
  + NotConfirmedError
  + OtherAccountError
"""

from __future__ import annotations

from wizard.amocrm.plan.basis import Since
from wizard.amocrm.plan.limits import Problem


class PlanError(Exception):
    """A plan that is not carried out: it cannot be, or the account is no longer as it was.

    `going_on` where a part of it was carried out before.
    """

    def __init__(
        self, *, problems: tuple[Problem, ...] = (), since: tuple[Since, ...] = (), going_on: bool = False
    ) -> None:
        super().__init__("The plan does not fit the account")
        self.problems, self.since, self.going_on = problems, since, going_on


class NotConfirmedError(PlanError):
    """Stages or pipelines would go, and nobody has confirmed that apart."""


class OtherAccountError(PlanError):
    """The key opens another account than the plan is for."""
