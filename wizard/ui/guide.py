"""The guided example: a furniture maker's funnels with mistakes of amoCRM's stock pipeline, and a task for each."""

from __future__ import annotations

from typing import NamedTuple

from wizard.lint.rule import Finding
from wizard.lint.runner import Report
from wizard.model.edits.losses import set_route
from wizard.model.edits.stages import StageRef, change_stage, set_key_stage, set_proof_after
from wizard.model.project import Project, Step

FUNNELS = ("first_sale", "customer_support", "refusal_warming")
SALE = "first_sale"
_FIRST, _SECOND, _TALKS, _THINKS = "request_received", "contact_made", "key_scheduled", "offer_reviewed"
_REASON = "price_too_high"


class Task(NamedTuple):
    """One thing to cure: it is done once its finding is gone. `shows` is what to choose on the page."""

    name: str
    page: Step
    rule: str
    about: str
    shows: tuple[str, str]

    def finding(self, report: Report) -> Finding | None:
        """What is still to be cured."""
        path = f"pipelines/{SALE}/{self.about}"
        return next((f for f in report.open if (f.rule, f.path) == (self.rule, path)), None)


TASKS = (
    Task("fact", Step.STAGES, "no-fact", f"stages/{_SECOND}/proof", ("stage", _FIRST)),
    Task("thinks", Step.STAGES, "stage-waits", f"stages/{_THINKS}/name", ("stage", _THINKS)),
    Task("talks", Step.STAGES, "stage-is-talk", f"stages/{_TALKS}/name", ("stage", _TALKS)),
    Task("key", Step.KEY_STAGE, "no-key-stage", "key_stage", ("pipeline", SALE)),
    Task("lost", Step.LOSSES, "client-lost", f"losses/{_REASON}/route", ("reason", _REASON)),
)


def with_mistakes(project: Project, *, thinks: str, talks: str) -> Project:
    """The sound project as many begin: two stages named as in the stock pipeline, and three things left out.

    Its steps are ready: what is empty in them is a mistake, not something still to come.
    """
    project = change_stage(project, StageRef(SALE, _THINKS), name=thinks)
    project = change_stage(project, StageRef(SALE, _TALKS), name=talks)
    project = set_proof_after(project, StageRef(SALE, _FIRST), proof="")
    project = set_key_stage(project, SALE, stage=None)
    project = set_route(project, SALE, reason=_REASON, route=None)
    return project.changed(started=tuple(Step), ready=tuple(Step))
