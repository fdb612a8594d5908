"""A plan: everything that would change in an account, frozen, so that what was shown is what is done."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import Literal

from pydantic import ValidationError

from wizard.amocrm import manual
from wizard.amocrm.existing import Existing
from wizard.amocrm.plan.basis import Since, basis, since
from wizard.amocrm.plan.change import Action, Change, Detail, Summary, summary
from wizard.amocrm.plan.choices import Choices
from wizard.amocrm.plan.comparing import compare
from wizard.amocrm.plan.limits import Problem, problems
from wizard.amocrm.plan.target import Target, target_of
from wizard.i18n.translator import translator
from wizard.model.base import Model
from wizard.model.project import Project

FORMAT: Literal["voronka/plan/1"] = "voronka/plan/1"


class PlanFileError(Exception):
    """A file that is no plan, or one that was changed after it was made."""


class Plan(Model):
    """`choices` are complete: each pipeline and stage with its partner. `seen` is what of the account it rests on."""

    format: Literal["voronka/plan/1"] = FORMAT
    project: Project
    choices: Choices
    seen: Existing
    changes: tuple[Change, ...]
    problems: tuple[Problem, ...] = ()

    @property
    def summary(self) -> Summary:
        return summary(self.changes)

    @property
    def empty(self) -> bool:
        """Whether a program has nothing to send."""
        return not any(change.tried for change in self.changes)

    @cached_property
    def checksum(self) -> str:
        """Of what is wanted, what there is and what would be done: another one when any of them differs."""
        held = self.model_copy(update={"seen": self.seen.changed(pipelines=(), fields=(), groups=(), reasons=())})
        return hashlib.sha256((held.model_dump_json() + self.seen.fingerprint()).encode()).hexdigest()

    @property
    def removes(self) -> bool:
        """Whether stages or pipelines go, which has to be confirmed apart."""
        return any(change.removes for change in self.changes)

    def target(self, existing: Existing) -> Target:
        """What this plan makes of the account."""
        return target_of(self.project, existing, self.choices)

    def since(self, existing: Existing) -> tuple[Since, ...]:
        """What has changed in the account since, as far as this plan rests on it."""
        return since(self.seen, basis(self.target(existing), existing))


def make(
    project: Project, existing: Existing, choices: Choices | None = None, *, deals: Mapping[str, int] | None = None
) -> Plan:
    """The plan for an account that was read with the hints of the pipelines it takes over.

    `deals` says how many there are in what is to be removed.
    """
    choices = choices or Choices()
    target = target_of(project, existing, choices)
    by_hand = tuple(_by_hand(target, existing))
    return Plan(
        project=project,
        choices=choices.changed(pipelines=target.matches),
        seen=basis(target, existing),
        changes=(*(_counted(change, deals or {}) for change in compare(target, existing)), *by_hand),
        problems=tuple(problems(target, existing, choices)),
    )


def _counted(change: Change, deals: Mapping[str, int]) -> Change:
    if not change.removes:
        return change
    count = Detail(what="deals", new=str(deals.get(change.local, "?")))
    return change.changed(details=(*change.details, count))


def _by_hand(target: Target, existing: Existing) -> Iterator[Change]:
    """The manual list without what a program does here: names of ends are changes of their own."""
    main = next((t for p, _, t in target.pairs(existing) if p.id == target.project.main_pipeline), None)
    done = {"end_names"} | ({"main_pipeline"} if target.main or (main and main.main) else set())
    if existing.account.loss_reasons:
        done.add("loss_reasons_on")
    if target.removals or target.pipeline_removals:
        text = translator(target.project.company.language)("plan.bin")
        yield Change(action=Action.MANUAL, kind="bin", name=text)
    for line in manual.lines(target.project, target.wanted.pipelines):
        if line.kind not in done:
            details = (Detail(what="where", new=line.place.path),)
            yield Change(action=Action.MANUAL, kind=line.kind, name=line.text, details=details)


def dump(plan: Plan) -> bytes:
    """The file of a plan."""
    checked = f'{{"checksum": "{plan.checksum}", "plan": {plan.model_dump_json(indent=1)}}}\n'
    return checked.encode()


class _File(Model):
    checksum: str
    plan: Plan


def load(data: bytes) -> Plan:
    """The plan in a file; PlanFileError for anything but what `dump` wrote."""
    try:
        file = _File.model_validate_json(data)
    except ValidationError:
        raise PlanFileError from None
    if file.plan.checksum != file.checksum:
        raise PlanFileError
    return file.plan
