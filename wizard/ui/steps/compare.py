"""Before and after on one page: an earlier state beside the present one, on the screen and as a paper."""

from __future__ import annotations

from dataclasses import replace

import streamlit as st

from exports.exporter import Options
from exports.papers import before_after
from exports.papers.document import Block, Document, Heading
from exports.papers.matter import Matter
from exports.writers.html_blocks import written
from wizard.model.project import Project
from wizard.storage.refused import DraftError
from wizard.storage.revisions import Revision
from wizard.ui import choosing, clock, frame, logos
from wizard.ui.components import files
from wizard.ui.plain import safe
from wizard.ui.session import Session

ID = "compare"
NEEDS_PROJECT = True

MOVES = "moves"
# The newest unnamed ones beside all that have a name.
_UNNAMED = 10


def render(session: Session) -> None:
    tr = session.tr
    frame.title(session, ID)
    known = _states(session)
    if not known:
        st.info(tr("compare.nothing"))
        frame.go(session, "versions", label=tr("compare.to_versions"), primary=True)
        _foot(session)
        return
    chosen = session.chosen.get("compare", "")
    chosen = chosen if chosen in known else next(iter(known))
    choosing.pick(
        tr("compare.before"),
        chosen,
        name="compare.before",
        options=list(known),
        words=known.__getitem__,
        choose=lambda each: session.choose("compare", each),
        width=480,
    )
    try:
        options = _options(session, chosen, since=known[chosen])
    except DraftError as error:
        st.error(error.message(tr), icon=":material/cloud_off:")
    else:
        for document in session.once(f"compare.{chosen}", lambda: before_after.build(Matter(session.project, options))):
            _show(document)
        formats = (("before_after-pdf", "PDF"), ("before_after-docx", "Word"))
        offer = files.Offer("before_after", tr("paper.before_after.name"), tr("compare.paper"), formats)
        files.show(session, offer, options, place=ID)
    _foot(session)


def _states(session: Session) -> dict[str, str]:
    """What there is to compare with, and its name: how it was in the account, then the named, then the latest."""
    tr, keeping = session.tr, session.keeping
    known = {MOVES: tr("compare.moves")} if session.project.moves else {}
    if keeping is None or keeping.draft is None:
        return known
    try:
        kept = [each for each in keeping.connect().revisions(keeping.draft) if not each.present]
    except DraftError:
        return known
    named = [each for each in kept if each.name]
    rest = [each for each in kept if not each.name]
    # The very first state is where most has changed since.
    return known | {str(each.number): _name(session, each) for each in (*named, *rest[-1:], *rest[:-1][:_UNNAMED])}


def _name(session: Session, revision: Revision) -> str:
    tr, when = session.tr, clock.local(revision.made_at)
    if revision.name:
        return tr("compare.named", name=revision.name, when=tr.date(when.date()))
    return tr("compare.saved", when=tr.moment(when))


def _options(session: Session, chosen: str, *, since: str) -> Options:
    exporting = session.exporting
    options = exporting.options(session.project, today=clock.today(), logo=logos.logo(session))
    if chosen == MOVES or session.keeping is None:
        return options
    desk = session.desk
    if desk.compared is None or desk.compared[0] != chosen:
        before: Project = session.keeping.load(int(chosen))
        desk.compared = (chosen, before)
    return replace(options, all_pipelines=True, before=desk.compared[1], since=since)


def _show(document: Document) -> None:
    lead = "".join(run.text for run in document.lead)
    head = f'<p class="v-mute">{safe(lead)}</p>' if lead else ""
    body = "".join(written(_below(block)) for block in document.blocks)
    st.html(f'<div class="v-paper">{head}{body}</div>')


def _below(block: Block) -> Block:
    """What heads a part of a paper stands below the heading of the page."""
    return replace(block, level=block.level + 1) if isinstance(block, Heading) else block


def _foot(session: Session) -> None:
    with st.container(horizontal=True, vertical_alignment="center", key="foot"):
        frame.link(session, "versions", label=session.tr("task.versions"), icon=":material/history:")
        frame.link(session, "hub", label=session.tr("frame.all_steps"), icon=":material/list:")
