"""Deal fields: reused by binding, by code, then by name and type; options and demands are added, never lost."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from wizard.amocrm import reading, wire, writing
from wizard.amocrm.existing import Existing, ExistingField
from wizard.amocrm.plan import names
from wizard.amocrm.plan.change import Change, Detail, Kind, compared, created
from wizard.amocrm.plan.groups import group_of
from wizard.amocrm.plan.names import plain
from wizard.amocrm.plan.request import Json, Pending, Request, batch
from wizard.amocrm.plan.target import Target
from wizard.model.fields import LISTS, Field, FieldType, Place

Pairs = tuple[tuple[int, int], ...]

# Sums of money are entered as numbers where they are not paid for.
_ALIKE = {FieldType.MONETARY: (FieldType.MONETARY, FieldType.NUMERIC)}


def partners(target: Target, existing: Existing) -> dict[str, ExistingField]:
    """The account's field of each of ours that has one; a field of another type is another field."""
    deals = [field for field in existing.fields if field.place is Place.DEAL]
    by_id = {field.id: [field] for field in deals}
    by_code, by_name = _by(deals, lambda f: plain(f.code or "")), _by(deals, lambda f: plain(f.name))
    looks: tuple[Callable[[Field], list[ExistingField]], ...] = (
        lambda field: by_id.get(target.known.get(names.field(field.id), 0), []),
        lambda field: by_code.get(field.id, []),
        lambda field: by_name.get(plain(field.name), []),
    )
    found: dict[str, ExistingField] = {}
    taken: set[int] = set()
    for candidates in looks:
        for field in (f for f in target.wanted.fields if f.id not in found):
            known = next((t for t in candidates(field) if t.id not in taken and _alike(field, t)), None)
            if known:
                found[field.id] = known
                taken.add(known.id)
    return found


def _by(fields: list[ExistingField], key: Callable[[ExistingField], str]) -> dict[str, list[ExistingField]]:
    told: dict[str, list[ExistingField]] = {}
    for field in fields:
        told.setdefault(key(field), []).append(field)
    return told


def _alike(field: Field, theirs: ExistingField) -> bool:
    return theirs.known_type in _ALIKE.get(field.type, (field.type,))


def _bound(target: Target, field: Field, theirs: ExistingField) -> bool:
    return target.known.get(names.field(field.id)) == theirs.id


def changes(target: Target, existing: Existing) -> Iterator[Change]:
    found = partners(target, existing)
    for field in target.wanted.fields:
        theirs, local = found.get(field.id), names.field(field.id)
        if theirs:
            details = _details(target, existing, field, theirs)
            yield compared(Kind.FIELD, field.name, local=local, remote=theirs.id, details=details)
        else:
            yield created(Kind.FIELD, field.name, local=local, details=_new(target, existing, field))


def _new(target: Target, existing: Existing, field: Field) -> Iterator[Detail]:
    yield Detail(what="type", new=field.type.value)
    if any(plain(field.name) == plain(theirs.name) for theirs in existing.fields):
        yield Detail(what="same_name_other_type", new=field.name)
    if field.group:
        yield Detail(what="group", new=field.group)
    if field.type in LISTS:
        yield Detail(what="options", new=", ".join(target.project.option_names(field)))
    if stages := _stages(target, field, have=()):
        yield Detail(what="required", new=stages)


def _details(target: Target, existing: Existing, field: Field, theirs: ExistingField) -> Iterator[Detail]:
    if _bound(target, field, theirs) and theirs.name.strip() != field.name:
        yield Detail(what="name", old=theirs.name, new=field.name)
    if _moves(target, existing, field, theirs):
        group = existing.group(theirs.group)
        yield Detail(what="group", old=group.name if group else "", new=field.group)
    if new := _new_options(target, field, theirs):
        yield Detail(what="options", old=", ".join(o.name for o in theirs.options), new=", ".join(new))
    if stages := _stages(target, field, have=theirs.required):
        yield Detail(what="required", new=stages)


def _moves(target: Target, existing: Existing, field: Field, theirs: ExistingField) -> bool:
    """A field in a section people made stays there, unless it is known to be ours."""
    now = existing.group(theirs.group)
    if not field.group or (now and plain(now.name) == plain(field.group)):
        return False
    return now is None or now.predefined or _bound(target, field, theirs)


def _new_options(target: Target, field: Field, theirs: ExistingField) -> list[str]:
    have = {plain(option.name) for option in theirs.options}
    return [name for name in target.project.option_names(field) if plain(name) not in have]


def _stages(target: Target, field: Field, *, have: Pairs) -> str:
    """The stages that are to demand a field and do not yet, in words."""
    told: dict[str, list[str]] = {}
    for pipeline, stage in target.wanted.required.get(field.id, ()):
        if target.stage_remote(pipeline, stage) not in have:
            found = target.project.pipeline(pipeline)
            told.setdefault(found.name, []).append(found.stage(stage).name)
    return "; ".join(f"{pipeline}: {', '.join(stages)}" for pipeline, stages in told.items())


def _pairs(target: Target, field: Field) -> Pairs:
    """The stages that demand a field and are there by now."""
    pairs = (target.stage_remote(*pair) for pair in target.wanted.required.get(field.id, ()))
    return tuple(pair for pair in pairs if pair)


def added(target: Target, existing: Existing, pending: Pending) -> Iterator[Request]:
    """All new fields in one request, in their sections and demanded by their stages."""
    found = partners(target, existing)
    last = max((field.sort for field in existing.fields), default=490)
    new = [f for f in target.wanted.fields if f.id not in found and names.field(f.id) in pending]
    items = [
        (names.field(field.id), _body(target, existing, field, sort=last + 10 * n))
        for n, field in enumerate(new, start=1)
    ]
    yield from batch("POST", reading.DEAL_FIELDS, items, Kind.FIELD)


def _body(target: Target, existing: Existing, field: Field, *, sort: int) -> Json:
    group = group_of(existing, field.group) if field.group else None
    body = wire.field_body(target.project, field, sort=sort)
    return writing.placed_field(body, group=group.id if group else None, required=_pairs(target, field))


def changed(target: Target, existing: Existing, pending: Pending) -> Iterator[Request]:
    """All fields to change in one request."""
    found = partners(target, existing)
    items = []
    for field in target.wanted.fields:
        local = names.field(field.id)
        if field.id in found and local in pending:
            items.append((local, _change(target, existing, field, found[field.id])))
    yield from batch("PATCH", reading.DEAL_FIELDS, items, Kind.FIELD)


def _change(target: Target, existing: Existing, field: Field, theirs: ExistingField) -> Json:
    what = {detail.what for detail in _details(target, existing, field, theirs)}
    group = group_of(existing, field.group) if "group" in what else None
    merged = tuple(dict.fromkeys((*theirs.required, *_pairs(target, field))))
    return writing.field_change(
        theirs,
        name=field.name if "name" in what else None,
        group=group.id if group else None,
        new_options=_new_options(target, field, theirs),
        required=merged if "required" in what else None,
    )
