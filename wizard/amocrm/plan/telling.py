"""A plan in words, and as data for programs."""

from __future__ import annotations

import json
from collections.abc import Iterator
from textwrap import shorten

from wizard.amocrm.plan.basis import Since
from wizard.amocrm.plan.change import Action, Change, Detail, Kind
from wizard.amocrm.plan.plan import Plan
from wizard.i18n.translator import Translator

MARKS = {
    Action.CREATE: "+",
    Action.UPDATE: "~",
    Action.UNCHANGED: "=",
    Action.ONLY_IN_ACCOUNT: "\u00b7",
    Action.MANUAL: "!",
}
REMOVED = "\u2212"
_KINDS = {
    Kind.PIPELINE: "plan.kind.pipeline",
    Kind.STAGE: "plan.kind.stage",
    Kind.END: "plan.kind.end",
    Kind.ORDER: "plan.kind.order",
    Kind.GROUP: "plan.kind.group",
    Kind.FIELD: "plan.kind.field",
    Kind.REASON: "plan.kind.reason",
    Kind.MAIN: "plan.kind.main",
    Kind.REMOVAL: "plan.kind.removal",
    Kind.PIPELINE_REMOVAL: "plan.kind.pipeline_removal",
}
_WHAT = {
    "name": "plan.what.name",
    "colour": "plan.what.colour",
    "unsorted": "plan.what.unsorted",
    "order": "plan.what.order",
    "group": "plan.what.group",
    "options": "plan.what.options",
    "required": "plan.what.required",
    "type": "plan.what.type",
    "main": "plan.what.main",
    "sources": "plan.what.sources",
    "deals_to": "plan.what.deals_to",
    "deals": "plan.what.deals",
    "same_name_other_type": "plan.what.same_name",
    "hint_newbie": "plan.what.hint_newbie",
    "hint_candidate": "plan.what.hint_candidate",
    "hint_master": "plan.what.hint_master",
}
_HOW = {"new": "plan.since.new", "gone": "plan.since.gone", "changed": "plan.since.changed"}
_SHOWN = 200


def lines(plan: Plan, tr: Translator) -> Iterator[str]:
    """What would be written, then how much of what there is; what stays as it is is counted only."""
    for problem in plan.problems:
        yield f"x {problem.message(tr)}"
    for change in plan.changes:
        if change.writes:
            yield line(change, tr)
            yield from (f"    {told}" for told in details(change, tr))
    yield from (line(change, tr) for change in plan.changes if change.action is Action.ONLY_IN_ACCOUNT)
    yield from by_hand(plan.changes, tr)
    yield totals(plan, tr)


def by_hand(changes: tuple[Change, ...], tr: Translator) -> Iterator[str]:
    manual = [change for change in changes if change.action is Action.MANUAL]
    if manual:
        yield tr("plan.by_hand")
        yield from (line(change, tr) for change in manual)


def totals(plan: Plan, tr: Translator) -> str:
    told, removed = plan.summary, sum(change.removes for change in plan.changes)
    if not told.writes:
        return tr("plan.nothing")
    counts = (
        ("create", told.create),
        ("update", told.update - removed),
        ("remove", removed),
        ("manual", told.manual),
        ("only_in_account", told.only_in_account),
        ("unchanged", told.unchanged),
    )
    said = ", ".join(tr(f"plan.part.{what}", n=tr.number(count)) for what, count in counts if count)
    return f"{said[0].upper()}{said[1:]}."


def line(change: Change, tr: Translator) -> str:
    """One change: its mark, its kind, its name."""
    mark = REMOVED if change.removes else MARKS[change.action]
    if change.kind == "unsorted_off":
        return f"{mark} {tr('plan.unsorted_off', pipeline=change.name)}"
    if change.kind not in _KINDS:
        # A line of the manual list is a whole sentence.
        return f"{mark} {change.name}"
    said = f"{mark} {tr(_KINDS[Kind(change.kind)])} {tr('manual.quoted', name=change.name)}"
    if change.kind == Kind.END and change.action is Action.MANUAL:
        return f"{said}: {tr('plan.end_tried', old=change.details[0].old)}"
    return said


def details(change: Change, tr: Translator) -> Iterator[str]:
    """What of it changes, from what to what."""
    for detail in change.details:
        what = tr(_WHAT[detail.what])
        old, new = (_cut(_typed(text, tr) if detail.what == "type" else text) for text in (detail.old, detail.new))
        yield f"{what}: {old} \u2192 {new}" if old else f"{what}: {new}"


def _typed(kind: str, tr: Translator) -> str:
    """The name of a type of fields; an account may have others than a project."""
    return tr(f"field_type.{kind}") if tr.has(f"field_type.{kind}") else kind


def _cut(text: str) -> str:
    return shorten(text, _SHOWN, placeholder="\u2026")


def changed_since(since: tuple[Since, ...], tr: Translator) -> Iterator[str]:
    """What somebody else has changed in the account meanwhile."""
    for each in since:
        yield tr(_HOW[each.how.value], kind=tr(_KINDS[each.kind]), name=each.name)


def as_json(plan: Plan) -> str:
    """For programs: the same in every language."""
    told = {
        "changes": [_told(change) for change in plan.changes],
        "summary": plan.summary.model_dump(),
        "checksum": plan.checksum,
    }
    return json.dumps(told, ensure_ascii=False, indent=1)


def _told(change: Change) -> dict[str, object]:
    return {
        "action": change.action.value,
        "kind": change.kind,
        "name": change.name,
        "details": [_detail(detail) for detail in change.details],
    }


def _detail(detail: Detail) -> dict[str, str]:
    return detail.model_dump()
