"""What people take over: sources, tasks, rights, routes, agreements, the day of the launch and after."""

from __future__ import annotations

from collections.abc import Iterator

from exports.checklist.sheet import Handed, Row, Sheet, click_path
from exports.writers.markup import NOTHING, Html, items, join, table, tag, text, tick
from wizard.amocrm import desired
from wizard.amocrm.lines import quoted

_ROUTES = ("route_now", "route_on_date", "until_launched", "head", "stop_list", "reserve")
_OWN, _ALL, _YES, _NO = (
    "checklist.right.own",
    "checklist.right.all",
    "checklist.right.yes",
    "checklist.right.no",
)
# What each role may do: see, move, close, delete, change the funnel.
RIGHTS = {
    "checklist.role.manager": (_OWN, _OWN, _OWN, _NO, _NO),
    "checklist.role.head": (_ALL, _ALL, _ALL, _ALL, _NO),
    "checklist.role.admin": (_ALL, _ALL, _ALL, _ALL, _YES),
}


def people_rows(sheet: Sheet) -> tuple[Row, ...]:
    tr = sheet.tr
    below = Handed(said=(tr("checklist.table_below"),))
    rows = []
    if sources := sheet.of("source"):
        check = tr("checklist.check.sources")
        rows.append(Row(tr("checklist.do.sources"), sources[0].place, below, check, minutes=3 * len(sources)))
    if bases := sheet.of("base"):
        names = (tr("checklist.base", source=b.subject, pipeline=b.pipeline) for b in bases)
        said = Handed(said=tuple(names))
        check, minutes = tr("checklist.check.bases"), 5 * len(bases)
        who = "checklist.who.both"
        rows.append(Row(tr("checklist.do.bases"), bases[0].place, said, check, minutes=minutes, who=who))
    if tasks := sheet.of("task"):
        check = tr("checklist.check.tasks")
        rows.append(Row(tr("checklist.do.tasks"), tasks[0].place, below, check, minutes=2 * len(tasks)))
    check = tr("checklist.check.rights")
    rows.append(Row(tr("checklist.do.rights"), sheet.place("where.rights"), below, check, minutes=10))
    return (*rows, *_filter_rows(sheet))


def _filter_rows(sheet: Sheet) -> Iterator[Row]:
    """The head's saved filters: who is to come back, and refusals amoCRM let pass without a comment."""
    tr = sheet.tr
    where, check = sheet.place("where.filter"), tr("checklist.check.filter")
    if desired.returns_later(sheet.pipelines):
        yield Row(tr("checklist.do.filter"), where, Handed((tr("checklist.filter"),)), check, minutes=3)
    if reasons := desired.reasons_with_comment(sheet.project, sheet.pipelines):
        names = quoted(dict.fromkeys(reason.name for reason in reasons), tr)
        do = tr("checklist.do.filter_comment", reasons=names)
        yield Row(do, where, Handed((tr("checklist.filter_comment"),)), check, minutes=3)


def source_table(sheet: Sheet) -> Html:
    """Who answers what comes from each source; names are filled in by hand."""
    tr = sheet.tr
    head = (
        tr("checklist.col.checked"),
        tr("checklist.col.source"),
        tr("checklist.col.pipeline"),
        tr("checklist.col.stage"),
        tr("checklist.col.responsible"),
        tr("checklist.col.evenings"),
    )
    blank = tag("span", class_="blank")
    rows = [
        (tick(line.text), tag("strong", text(line.subject)), text(line.pipeline), text(line.stage), blank, blank)
        for line in sheet.of("source")
    ]
    return _titled(tr("checklist.title.sources"), table(head, rows, kind="sources")) if rows else NOTHING


def task_table(sheet: Sheet) -> Html:
    tr = sheet.tr
    head = (
        tr("checklist.col.done"),
        tr("checklist.col.pipeline"),
        tr("checklist.col.entered"),
        tr("checklist.col.task"),
        tr("checklist.col.responsible"),
    )
    rows = [
        (tick(line.text), text(line.pipeline), text(line.stage), tag("strong", text(line.subject)), text(line.who))
        for line in sheet.of("task")
    ]
    if not rows:
        return NOTHING
    note = tag("p", text(tr("checklist.note.tasks")), class_="note")
    return _titled(tr("checklist.title.tasks"), table(head, rows, kind="tasks"), note)


def rights_table(sheet: Sheet) -> Html:
    tr = sheet.tr
    head = (
        tr("checklist.col.role"),
        tr("checklist.col.sees"),
        tr("checklist.col.moves"),
        tr("checklist.col.closes"),
        tr("checklist.col.deletes"),
        tr("checklist.col.changes"),
    )
    rows = [(tag("strong", text(tr(role))), *(text(tr(right)) for right in rights)) for role, rights in RIGHTS.items()]
    return _titled(tr("checklist.title.rights"), table(head, rows, kind="rights"))


def route_table(sheet: Sheet) -> Html:
    """Where clients go next, which people do by hand."""
    tr = sheet.tr
    rows = [(text(line.text), click_path(line.place)) for line in sheet.of(*_ROUTES)]
    head = (tr("checklist.col.do"), tr("checklist.col.where"))
    note = tag("p", text(tr("checklist.may_differ")), class_="note")
    return join((table(head, rows, kind="routes"), note)) if rows else NOTHING


def agreements(sheet: Sheet) -> Html:
    return items((text(line.text) for line in sheet.of("agreement", "archive")), class_="agreed")


def launch_day(sheet: Sheet) -> Html:
    """The hours of the first day."""
    tr = sheet.tr
    hours = (
        ("9:00", "checklist.launch.meeting"),
        ("9:15", "checklist.launch.move"),
        ("12:00", "checklist.launch.check"),
        ("18:00", "checklist.launch.report"),
    )
    return tag("dl", *(join((tag("dt", text(hour)), tag("dd", text(tr(key))))) for hour, key in hours))


def later(sheet: Sheet) -> Html:
    keys = ("checklist.later.facts", "checklist.later.empty", "checklist.later.other", "checklist.later.review")
    return items(join((tick(sheet.tr(key)), text(sheet.tr(key)))) for key in keys)


def _titled(title: str, *inside: Html) -> Html:
    return join((tag("h3", text(title)), *inside))
