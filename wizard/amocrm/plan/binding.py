"""Which thing of an account each thing of a project has become: kept in the project, so that renaming both is safe."""

from __future__ import annotations

from collections.abc import Iterator

from wizard.amocrm.existing import Existing
from wizard.amocrm.plan import fields, names, reasons
from wizard.amocrm.plan.target import Target
from wizard.model.project import Binding, Project


def with_bindings(project: Project, target: Target, existing: Existing, *, reasons_refused: bool = False) -> Project:
    """The project bound to this account; what it says of others stays."""
    found: dict[str, int | str] = dict(_found(target.on(existing), existing))
    if reasons_refused:
        found[names.REASONS] = names.REFUSED
    account = existing.account
    others = [b for b in project.bindings if not (account.is_called(b.account) and b.local in found)]
    new = (Binding(account=account.key, local=local, remote=str(remote)) for local, remote in found.items())
    return project.changed(bindings=(*others, *new))


def _found(target: Target, existing: Existing) -> Iterator[tuple[str, int]]:
    for match in target.matches:
        if match.remote:
            yield names.pipeline(match.pipeline), match.remote
        yield from ((names.stage(match.pipeline, s.stage), s.remote) for s in match.stages or () if s.remote)
    yield from ((names.field(ours), theirs.id) for ours, theirs in fields.partners(target, existing).items())
    yield from ((names.reason(ours), theirs.id) for ours, theirs in reasons.partners(target, existing).items())
