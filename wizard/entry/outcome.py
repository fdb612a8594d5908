"""What came of an entry, as it is kept: another process can tell it in words after a restart."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from pydantic import Field

from wizard.amocrm.apply import NotConfirmedError, OtherAccountError, PlanError, Report
from wizard.amocrm.plan import Change, telling
from wizard.amocrm.plan.basis import Since
from wizard.amocrm.plan.binding import with_bindings
from wizard.amocrm.plan.limits import Problem
from wizard.amocrm.refused import AccountError
from wizard.entry.practice import is_practice
from wizard.i18n.translator import Translator
from wizard.model.base import Model
from wizard.model.project import Binding, Project
from wizard.storage.refused import DraftError


class Trouble(Model):
    """Why it stopped: a key and values of a sentence, or what does not fit the account any more."""

    key: str
    values: Mapping[str, str | int | float] = Field(default_factory=dict)
    request: str = ""
    since: tuple[Since, ...] = ()
    problems: tuple[Problem, ...] = ()

    def lines(self, tr: Translator) -> Iterator[str]:
        """The same in words: one sentence, and a line for each thing that does not fit."""
        if not self.problems:
            yield AccountError(self.key, request=self.request, **self.values).message(tr)
        yield from telling.changed_since(self.since, tr)
        yield from (problem.message(tr) for problem in self.problems)


def trouble(error: AccountError | PlanError | DraftError) -> Trouble:
    if isinstance(error, PlanError):
        return Trouble(key=_plan_key(error), since=error.since, problems=error.problems)
    return Trouble(key=error.key, values=_plain(error), request=getattr(error, "request", ""))


def _plan_key(error: PlanError) -> str:
    if isinstance(error, NotConfirmedError):
        return "apply.not_confirmed_removal"
    if isinstance(error, OtherAccountError):
        return "apply.other_account"
    return "apply.changed_meanwhile" if error.going_on else "apply.changed"


def _plain(error: AccountError | DraftError) -> dict[str, str | int | float]:
    return {n: value if isinstance(value, str | int | float) else str(value) for n, value in error.values.items()}


class Refused(Model):
    """A change amoCRM said no to, and its words."""

    change: Change
    trouble: Trouble


class Outcome(Model):
    """The report of a finished run: entered, refused, accepted and yet not there, left to people.

    It is `complete` when everything a program can write is written. `bindings` say
    what everything has become in the account, which they call `account`.
    """

    account: str
    complete: bool
    done: tuple[Change, ...] = ()
    refused: tuple[Refused, ...] = ()
    missing: tuple[Change, ...] = ()
    by_hand: tuple[Change, ...] = ()
    bindings: tuple[Binding, ...] = ()


def outcome(report: Report, project: Project) -> Outcome:
    account = report.existing.account
    refused = report.reasons_refused
    bindings = with_bindings(project, report.target, report.existing, reasons_refused=refused).bindings
    return Outcome(
        account=account.key,
        complete=report.complete,
        done=report.done,
        refused=tuple(Refused(change=r.change, trouble=trouble(r.error)) for r in report.refused),
        missing=report.missing,
        by_hand=report.by_hand,
        bindings=tuple(binding for binding in bindings if binding.account == account.key),
    )


def _practised(account: str) -> bool:
    return account.isdecimal() and is_practice(int(account))


def bound(project: Project, told: Outcome) -> Project:
    """An edit: the project knows what it has become in the account; what it says of others stays.

    Former practice accounts are forgotten: they are gone.
    """
    new = {binding.local: binding for binding in told.bindings}
    others = (
        b for b in project.bindings if (b.local not in new if b.account == told.account else not _practised(b.account))
    )
    return project.changed(bindings=(*others, *new.values()))
