"""A practice account at a simulated time, and what is done to it: plans, entries, plans again."""

from __future__ import annotations

from dataclasses import dataclass, field

from pydantic import SecretStr

from tests.amocrm.clock import Clock
from wizard.amocrm.apply import Journal, Memory, Report, apply, look_for
from wizard.amocrm.client import Client
from wizard.amocrm.connection import Address
from wizard.amocrm.existing import Existing
from wizard.amocrm.limiter import Limiter
from wizard.amocrm.plan import Action, Choices, Plan, make
from wizard.amocrm.sandbox import PRACTICE_KEY, Contents, Fault, Sandbox, Variant, transport
from wizard.model.project import Project

EVERYTHING = Choices(everything=True)
FRESH = Variant(contents=Contents.FRESH)


@dataclass
class Practice:
    """An account and the journal of what is entered into it."""

    sandbox: Sandbox
    clock: Clock
    limiter: Limiter
    journal: Journal = field(default_factory=Memory)

    def client(self) -> Client:
        address = Address("uchebnyi.amocrm.ru")
        return Client(address, SecretStr(PRACTICE_KEY), transport=transport(self.sandbox), limiter=self.limiter)

    def plan(self, project: Project, choices: Choices = EVERYTHING) -> Plan:
        return make(project, self.read(project, choices), choices)

    def read(self, project: Project, choices: Choices = EVERYTHING) -> Existing:
        return look_for(self.client(), project, choices)

    def apply(self, plan: Plan) -> Report:
        return apply(plan, self.client(), self.journal)

    @property
    def writes(self) -> int:
        return sum(seen.writes for seen in self.sandbox.seen)

    @property
    def requests(self) -> int:
        return len(self.sandbox.seen)


def practice(variant: Variant = FRESH, *, faults: tuple[Fault, ...] = ()) -> Practice:
    clock = Clock()
    clock.now = 1_800_000_000.0
    return Practice(Sandbox(variant, faults=faults, clock=clock), clock, clock.limiter())


def writes_left(plan: Plan) -> list[tuple[Action, str, str]]:
    """What a plan would still write."""
    return [(change.action, change.kind, change.name) for change in plan.changes if change.writes]
