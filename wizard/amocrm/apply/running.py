"""Carries out a plan: what is still missing is worked out from the account itself, so a stopped run just goes on.

The fewest requests the API allows for seven new pipelines whose stages all have hints, in an account that has none of
their names, are 34. Before: five questions (account, pipelines, fields, sections, reasons), for a plan must not be
carried out on an account that has changed. Then 18 changes: one for all pipelines, with one stage each, for a pipeline
may not be without; for each pipeline one that adds the other stages with their hints, because hints are promised in
stages and not in new pipelines, and one for the hint of its first stage, because stages are changed one at a time; one
for sections, one for fields with their demands, one for reasons. At last 11 questions: pipelines, fields, sections,
reasons, and the stages of each pipeline, for hints are told nowhere else. This takes one more, the account, to see at
the end that it is still the same one.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from functools import partial

from wizard.amocrm.apply.errors import NotConfirmedError, OtherAccountError, PlanError
from wizard.amocrm.apply.folding import folded
from wizard.amocrm.apply.foreign import unexplained
from wizard.amocrm.apply.journal import Event, Journal, Memory, Stood, begun, entry
from wizard.amocrm.apply.looking import hinted, look
from wizard.amocrm.apply.removing import remove
from wizard.amocrm.apply.report import Report, report
from wizard.amocrm.client import Client
from wizard.amocrm.existing import Existing, ExistingPipeline
from wizard.amocrm.plan.basis import How, Since
from wizard.amocrm.plan.change import Kind
from wizard.amocrm.plan.comparing import compare, next_request
from wizard.amocrm.plan.plan import Plan
from wizard.amocrm.plan.removals import going
from wizard.amocrm.plan.request import LARGEST_BATCH, Request
from wizard.amocrm.plan.target import Target
from wizard.amocrm.reading import Deal, Json
from wizard.amocrm.refused import (
    AccountError,
    AnswerLostError,
    ForbiddenError,
    ImpossibleError,
    InvalidError,
    RefusedError,
    UnauthorizedError,
    UnpaidError,
)

# As often the answer to the same change may be lost before somebody has to look.
LOSSES = 3
SMALLEST_HALF = 2


@dataclass
class _Run:
    """What has happened so far in this process."""

    plan: Plan
    client: Client
    journal: Journal
    target: Target
    done: set[str] = field(default_factory=set)
    refusals: dict[str, RefusedError] = field(default_factory=dict)
    losses: Counter[str] = field(default_factory=Counter)
    most: int = LARGEST_BATCH

    def note(self, event: Event, request: Request, said: str = "") -> None:
        told = {"about": request.about, "method": request.method, "path": request.path, "said": said}
        self.journal.write(entry(self.plan.checksum, event, **told, left=_left(event, request)))


def _left(event: Event, request: Request) -> int | None:
    """How many changes are still to be made after this."""
    over = request.items if event in (Event.DONE, Event.REFUSED) else 0
    return None if request.left is None else max(0, request.left - over)


def apply(plan: Plan, client: Client, journal: Journal | None = None, *, removing: bool = False) -> Report:
    """Everything the plan says, or an AccountError after which the same call with the same journal goes on.

    `removing` is the second confirmation a plan that removes stages or pipelines needs.
    """
    if plan.removes and not removing:
        raise NotConfirmedError
    journal = journal or Memory()
    existing, before = _begin(plan, client, journal)
    run = _Run(plan, client, journal, plan.target(before))
    try:
        existing = _remove(run, _work(run, existing))
        existing = _look(run)
    except AccountError as error:
        journal.write(entry(plan.checksum, Event.STOPPED, said=error.key))
        raise
    told = report(plan, existing, target=run.target, refusals=run.refusals)
    journal.write(entry(plan.checksum, Event.FINISHED))
    return told


def _begin(plan: Plan, client: Client, journal: Journal) -> tuple[Existing, Existing]:
    """The account now, and as it was before the first request of this plan."""
    if plan.problems:
        raise PlanError(problems=plan.problems)
    before = begun(journal, plan.checksum)
    if before is None:
        existing = look(client, lambda found: plan.target(found).remotes)
        _refuse_another(plan, existing)
        if since := plan.since(existing):
            raise PlanError(since=since)
        journal.write(entry(plan.checksum, Event.BEGUN, before=existing))
        return existing, existing
    target = plan.target(before)
    existing = look(client, lambda found: target.on(found).remotes)
    _refuse_another(plan, existing)
    if foreign := unexplained(plan, compare(target, existing)):
        told = (Since(kind=Kind(change.kind), name=change.name, how=How.CHANGED) for change in foreign)
        raise PlanError(since=tuple(told), going_on=True)
    return existing, before


def _refuse_another(plan: Plan, existing: Existing) -> None:
    if existing.account.id != plan.seen.account.id:
        raise OtherAccountError


def _look(run: _Run) -> Existing:
    existing = look(run.client, lambda found: run.target.on(found).remotes)
    _refuse_another(run.plan, existing)
    return existing


def _work(run: _Run, existing: Existing) -> Existing:
    while request := next_request(run.target, existing, run.done):
        existing = _sent(run, existing, request.part(0, run.most))
    return existing


def _remove(run: _Run, existing: Existing) -> Existing:
    """Stages and pipelines go when everything else is there, each after its deals have moved."""
    while left := [g for g in going(run.target.on(existing), existing) if g.local not in run.done]:
        each = left[0]
        request = Request("DELETE", each.path, {}, (each.local,), each.kind, left=len(left))
        run.note(Event.SENDING, request)
        try:
            remove(run.client, each, partial(_note_deals, run, each.local))
        except AnswerLostError as error:
            existing = _lost(run, request, error)
            continue
        except (ImpossibleError, InvalidError) as error:
            existing = _refused(run, existing, request, error)
            continue
        run.note(Event.DONE, request)
        run.done.add(each.local)
    return existing


def _note_deals(run: _Run, local: str, deals: tuple[Deal, ...]) -> None:
    """Where deals stood is known nowhere once they have moved."""
    stood = tuple(Stood(deal=deal.id, pipeline=deal.pipeline, stage=deal.stage) for deal in deals)
    if stood:
        run.journal.write(entry(run.plan.checksum, Event.MOVING, about=(local,), deals=stood))


def _sent(run: _Run, existing: Existing, request: Request) -> Existing:
    """The account after a request; one whose answer was lost is read anew instead of asked twice."""
    run.note(Event.SENDING, request)
    try:
        answer = _ask(run.client, request)
        after = _after(run, existing, request, answer)
    except AnswerLostError as error:
        return _lost(run, request, error)
    except RefusedError as error:
        return _refused(run, existing, request, error)
    run.note(Event.DONE, request)
    run.done.update(request.about)
    return after


def _ask(client: Client, request: Request) -> Json:
    if request.method == "POST":
        return client.post(request.path, request.body if isinstance(request.body, list) else [request.body])
    return client.patch(request.path, request.body)


def _after(run: _Run, existing: Existing, request: Request, answer: Json) -> Existing:
    try:
        after = folded(existing, request, answer)
    except (LookupError, TypeError, AttributeError, ValueError, StopIteration):
        raise AnswerLostError from None
    pipeline = after.pipeline(request.look) if request.look else None
    return _swapped(after, hinted(run.client, pipeline)) if pipeline else after


def _swapped(existing: Existing, new: ExistingPipeline) -> Existing:
    return existing.changed(pipelines=tuple(new if p.id == new.id else p for p in existing.pipelines))


def _lost(run: _Run, request: Request, error: AnswerLostError) -> Existing:
    """Half as much at once from now on: a server that gives up on a batch may manage half of it."""
    run.note(Event.LOST, request)
    run.losses[request.about[0]] += 1
    if run.losses[request.about[0]] > LOSSES:
        raise error
    run.most = max(1, min(run.most, request.items) // SMALLEST_HALF)
    return _look(run)


def _refused(run: _Run, existing: Existing, request: Request, error: RefusedError) -> Existing:
    if isinstance(error, UnauthorizedError | UnpaidError):
        raise error
    if isinstance(error, ForbiddenError) and request.kind not in (Kind.REASON, Kind.END):
        raise error
    if isinstance(error, InvalidError) and not error.fields and not run.losses[request.about[0]]:
        # Nothing is said against the body: the server may have failed, having done it or not.
        return _lost(run, request, AnswerLostError(request=error.request))
    if request.items > 1 and isinstance(error, InvalidError | ImpossibleError):
        return _in_halves(run, existing, request)
    run.note(Event.REFUSED, request, said=str(error.values.get("said", "")))
    run.done.update(request.about)
    run.refusals.update(dict.fromkeys(request.about, error))
    return existing


def _in_halves(run: _Run, existing: Existing, request: Request) -> Existing:
    """One bad thing refuses a whole batch: what is good in it is found by halving."""
    middle = request.items // SMALLEST_HALF
    for part in (request.part(0, middle), request.part(middle, request.items)):
        existing = _sent(run, existing, part)
    return existing
