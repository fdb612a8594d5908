"""A plan as a list: what is created, changed, unchanged and left alone, pipeline by pipeline, folded."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

import streamlit as st

from wizard.amocrm.plan import Action, Change, Plan, telling
from wizard.amocrm.plan.grouping import Group, Section, grouped
from wizard.i18n.translator import Translator
from wizard.table.rows import colour_in_words
from wizard.ui import inputs
from wizard.ui.components import folding
from wizard.ui.plain import plain, safe
from wizard.ui.session import Session

# As people read: first what is written, then what is theirs to do, then what stays.
ORDER = (Action.CREATE, Action.UPDATE, Action.MANUAL, Action.ONLY_IN_ACCOUNT, Action.UNCHANGED)
_COLOURS = {Action.CREATE: "green", Action.UPDATE: "orange", Action.MANUAL: "violet"}
_GONE = (telling.REMOVED, "plan.action.remove")
# For each action its sign, and the key of what the sign says.
Signs = Mapping[Action, tuple[str, str]]
SIGNS: Signs = {action: (mark, f"plan.action.{action}") for action, mark in telling.MARKS.items()}
_HINT = "hint_"
_COLOUR = re.compile(r"#[0-9a-fA-F]{6}")


def show(session: Session, plan: Plan) -> None:
    """Every group under its name; what is written is open, what stays is not."""
    groups = grouped(plan)
    first = next((group for group in groups if group.summary.writes), None)
    for group in groups:
        name = inputs.key("plan", "group", group.section, group.pipeline)
        with folding.fold(_label(group, session.tr), name=name, expanded=group is first) as is_open:
            if is_open:
                rows(group.changes, session.tr)


def _label(group: Group, tr: Translator) -> str:
    name = plain(group.name) if group.section is Section.PIPELINE else tr(f"plan.section.{group.section}")
    return " \u00b7 ".join((f"**{name}**", *_counts(group, tr)))


def _counts(group: Group, tr: Translator) -> Iterable[str]:
    removed = sum(change.removes for change in group.changes)
    if removed:
        yield f":red[{tr('plan.part.remove', n=tr.number(removed))}]"
    for action in ORDER:
        n = getattr(group.summary, action.value) - (removed if action is Action.UPDATE else 0)
        if n and group.section is Section.MANUAL:
            yield tr.number(n)
        elif n:
            words = tr(f"plan.part.{action}", n=tr.number(n))
            yield f":{_COLOURS[action]}[{words}]" if action in _COLOURS else words


def rows(changes: Iterable[Change], tr: Translator, *, signs: Signs = SIGNS) -> None:
    """A line for each change, with what of it becomes what."""
    told = sorted(changes, key=lambda change: (not change.removes, ORDER.index(change.action)))
    manner = "v-plan" if signs is SIGNS else "v-plan v-verified"
    lines = [(_row(change, tr, signs), _where(change)) for change in told]
    note = f'<p class="v-over">{safe(tr("plan.may_differ"))}</p>' if any(where for _, where in lines) else ""
    st.html(f'<ul class="{manner}">{"".join(placed(lines))}</ul>{note}')


def placed(lines: Iterable[tuple[str, str]]) -> Iterable[str]:
    """Rows below the place in amoCRM they are about, which is named once for all that follow one another."""
    last = ""
    for row, where in lines:
        if where and where != last:
            yield f'<li class="v-place">{safe(where)}</li>'
        last = where
        yield row


def _where(change: Change) -> str:
    return next((detail.new for detail in change.details if detail.what == "where"), "")


def _row(change: Change, tr: Translator, signs: Signs) -> str:
    said = telling.line(change, tr).partition(" ")[2]
    mark, key = _GONE if change.removes else signs[change.action]
    words = safe(tr(key))
    sign = f'<span class="v-mark" role="img" aria-label="{words}" title="{words}">{safe(mark)}</span>'
    body = "".join(f"<small>{line}</small>" for line in _details(change, tr))
    manner = "remove" if change.removes else change.action
    return f'<li class="v-{manner}">{sign}<div>{_swatch(change, tr)}{safe(said)}{body}</div></li>'


def _details(change: Change, tr: Translator) -> Iterable[str]:
    """What was and what will be; of hints that come anew only how many."""
    new = [detail for detail in change.details if detail.what.startswith(_HINT) and not detail.old]
    if new:
        yield safe(tr.plural("plan.with_hints", len(new)))
    for detail in change.details:
        if detail.what == "colour":
            if change.action is not Action.CREATE:
                yield f"{safe(tr('plan.colour'))} {_square(detail.old, tr)}\u2192 {_square(detail.new, tr)}"
        elif detail.what != "where" and detail not in new:
            yield from (safe(line) for line in telling.details(change.changed(details=(detail,)), tr))


def _swatch(change: Change, tr: Translator) -> str:
    """The colour a new stage is painted with."""
    if change.action is not Action.CREATE:
        return ""
    return "".join(_square(detail.new, tr) for detail in change.details if detail.what == "colour")


def _square(colour: str, tr: Translator) -> str:
    """A patch of the colour, and its name for who does not see it; an account may have colours without one."""
    if not _COLOUR.fullmatch(colour):
        return safe(colour)
    words = colour_in_words(colour, tr)
    named = "" if words == colour else f' role="img" aria-label="{safe(words)}" title="{safe(words)}"'
    return f'<i class="v-swatch" style="background:{colour}"{named}></i>'
