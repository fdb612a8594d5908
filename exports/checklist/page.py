"""Puts the blocks of the checklist together into one page that stands alone."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from exports.checklist import card, people, setup
from exports.checklist.sheet import Sheet, minutes, steps
from exports.checklist.sheets import all_rows, last_rows
from exports.checklist.trial import trial_table
from exports.writers.markup import NOTHING, Html, items, join, section, tag, text
from wizard.amocrm.plan import telling

STYLE = Path(__file__).with_name("style.css")
# Nothing is loaded and nothing runs: the page opens the same from a disk, a letter or a printer's queue.
POLICY = "default-src 'none'; style-src 'unsafe-inline'"


def page(sheet: Sheet) -> str:
    """The whole document."""
    tr = sheet.tr
    company = sheet.project.company.name
    title = tr("checklist.title")
    blocks = tuple(_blocks(sheet)) if sheet.pipelines else ((tag("p", text(tr("checklist.nothing")), class_="alert")),)
    head = join(
        (
            Html('<meta charset="utf-8">'),
            Html(f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">'),
            Html('<meta name="viewport" content="width=device-width, initial-scale=1">'),
            tag("title", text(f"{title} · {company}" if company else title)),
            tag("style", Html(STYLE.read_text("utf-8"))),
        )
    )
    body = tag("main", _top(sheet, title, company), *blocks, _foot(sheet))
    language = sheet.project.company.language
    return f'<!doctype html>\n<html lang="{language}">\n<head>{head}</head>\n<body>{body}</body>\n</html>\n'


def _top(sheet: Sheet, title: str, company: str) -> Html:
    tr = sheet.tr
    counts = (
        tr.plural("checklist.count.pipelines", len(sheet.pipelines)),
        tr.plural("count.stages", sum(len(view.stages) for view in sheet.views)),
        tr.plural("checklist.count.fields", len(sheet.fields)),
        tr.plural("checklist.count.minutes", minutes(all_rows(sheet))),
    )
    draft = tag("p", text(tr("checklist.draft")), class_="alert") if sheet.body["draft"] else NOTHING
    facts = tag("ul", *(tag("li", text(count)) for count in counts), class_="facts") if sheet.pipelines else NOTHING
    blanks = tag("p", *(_blank(tr(key)) for key in ("checklist.launch_date", "checklist.done_by")), class_="blanks")
    return tag(
        "header",
        tag("p", text(company), class_="company") if company else NOTHING,
        tag("h1", text(title)),
        facts,
        draft,
        _found(sheet),
        tag("p", text(tr("checklist.honesty")), class_="lead"),
        blanks,
    )


def _found(sheet: Sheet) -> Html:
    """How much of it the account has, and what it has not."""
    if sheet.found is None:
        return NOTHING
    headline = tag("p", text(sheet.found.headline(sheet.tr)))
    if sheet.found.equal:
        return headline
    lines = (telling.line(change, sheet.tr).partition(" ")[2] for change in sheet.found.differing)
    return tag("div", headline, items(text(line) for line in lines), class_="alert")


def _blank(label: str) -> Html:
    return tag("span", text(label), tag("span", class_="blank"))


def _blocks(sheet: Sheet) -> Iterator[Html]:
    tr = sheet.tr
    advice = (
        "checklist.before.who",
        "checklist.before.date",
        "checklist.before.when",
        "checklist.before.sources",
        "checklist.before.button",
    )
    before = items(text(tr(key)) for key in advice)
    yield section(tr("checklist.block.before"), before, steps(sheet, setup.before_rows(sheet)))
    for view, pipeline in zip(sheet.views, sheet.pipelines, strict=True):
        title = tr("checklist.block.pipeline", pipeline=view.name)
        yield section(title, steps(sheet, setup.pipeline_rows(sheet, view, pipeline)))
    if rows := card.card_rows(sheet):
        tables = (card.field_table(sheet), card.required_table(sheet), card.by_hand_table(sheet))
        yield section(tr("checklist.block.card"), steps(sheet, rows), *tables, lead=tr("checklist.lead.card"))
    if reasons := setup.reason_rows(sheet):
        yield section(tr("checklist.block.reasons"), steps(sheet, reasons), setup.reason_list(sheet))
    yield section(
        tr("checklist.block.people"),
        steps(sheet, people.people_rows(sheet)),
        people.source_table(sheet),
        people.task_table(sheet),
        people.rights_table(sheet),
    )
    if routes := people.route_table(sheet):
        yield section(tr("checklist.block.routes"), routes, lead=tr("checklist.lead.routes"))
    yield section(tr("checklist.block.agreements"), people.agreements(sheet), lead=tr("checklist.lead.agreements"))
    trial = (steps(sheet, last_rows(sheet)), trial_table(sheet))
    yield section(tr("checklist.block.trial"), *trial, lead=tr("checklist.lead.trial"))
    yield section(tr("checklist.block.launch"), people.launch_day(sheet))
    yield section(tr("checklist.block.later"), people.later(sheet))
    if hints := setup.hint_tables(sheet):
        # Long texts to copy come last: on paper the list itself stays short.
        yield section(tr("checklist.block.hints"), hints, lead=tr("checklist.lead.hints"), class_="appendix")


def _foot(sheet: Sheet) -> Html:
    return tag("footer", text(sheet.tr("checklist.foot")))
