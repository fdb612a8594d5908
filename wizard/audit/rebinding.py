"""What of a rebuilt project is which thing of the account: a later plan then updates it and adds nothing twice."""

from __future__ import annotations

from collections.abc import Iterator

from wizard.audit.mapping import Plan, remote_of, replaced
from wizard.lint import paths
from wizard.lint.reading.letters import plain
from wizard.model.project import Binding, Project

Pair = tuple[str, str]


def bindings(before: Project, after: Project, plan: Plan) -> Iterator[Binding]:
    """What stayed keeps its id; what took the place of something of the same meaning takes over that one's."""
    heirs = dict((*_kept(before, after), *_replacing(before, after, plan), *_shared(before, after)))
    for local, (account, remote) in remote_of(before).items():
        if local in heirs:
            yield Binding(account=account, local=heirs[local], remote=remote)


def same_fields(after: Project, before: Project) -> list[Pair]:
    """Fields of the account and the new ones of the same name, place and type."""
    had = {field.id for field in before.fields}
    added = {(plain(f.name), f.place, f.type): f.id for f in after.fields if f.id not in had}
    known = ((f.id, added.get((plain(f.name), f.place, f.type))) for f in before.fields if f.name)
    return [(old, new) for old, new in known if new]


def same_reasons(after: Project, before: Project) -> list[Pair]:
    """Loss reasons of the account and the new ones of the same name."""
    had = {reason.id for reason in before.loss_reasons}
    added = {plain(r.name): r.id for r in after.loss_reasons if r.id not in had and r.field is None}
    known = ((r.id, added.get(plain(r.name))) for r in before.loss_reasons if r.name)
    return [(old, new) for old, new in known if new]


def _kept(before: Project, after: Project) -> Iterator[Pair]:
    """Funnels that were not replaced."""
    had = {pipeline.id for pipeline in before.pipelines}
    for pipeline in (p for p in after.pipelines if p.id in had):
        for path in (paths.pipeline(pipeline.id), *(paths.stage(pipeline.id, s.id) for s in pipeline.stages)):
            yield path, path


def _replacing(before: Project, after: Project, plan: Plan) -> Iterator[Pair]:
    """A base funnel takes over the first funnel it replaces, its stages those whose deals they get.

    Of several stages it is the one of the same name, else the first: its deals stay where they are.
    """
    first = {funnel: old for old, funnel in reversed(list(plan.items()))}
    aims: dict[Pair, list[tuple[str, bool]]] = {}
    for (old, stage), move in zip(replaced(before, plan), after.moves, strict=True):
        if first[move.pipeline] == old.id and move.stage:
            same = plain(stage.name) == plain(after.pipeline(move.pipeline).stage(move.stage).name)
            aims.setdefault((move.pipeline, move.stage), []).append((paths.stage(old.id, stage.id), same))
    yield from ((paths.pipeline(old), paths.pipeline(funnel)) for funnel, old in first.items())
    for (funnel, new), candidates in aims.items():
        yield max(candidates, key=lambda candidate: candidate[1])[0], paths.stage(funnel, new)


def _shared(before: Project, after: Project) -> Iterator[Pair]:
    """Fields and reasons, under their own ids or those of the new ones they became."""
    fields, reasons = dict(same_fields(after, before)), dict(same_reasons(after, before))
    have = {f.id for f in after.fields}, {r.id for r in after.loss_reasons}
    for field in before.fields:
        heir = fields.get(field.id, field.id)
        if heir in have[0]:
            yield paths.field(field.id), paths.field(heir)
    for reason in before.loss_reasons:
        heir = reasons.get(reason.id, reason.id)
        if heir in have[1]:
            yield paths.reason(reason.id), paths.reason(heir)
