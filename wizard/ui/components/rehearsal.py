"""Trying a funnel on real deals: they are told one by one, and what they say stands beside them."""

from __future__ import annotations

from collections.abc import Iterable

import streamlit as st

from wizard.i18n.rehearsal import fit_in_words, gap_in_words
from wizard.lint.rule import Finding
from wizard.model.edits.rehearsal import tell_deal
from wizard.model.pipeline import Pipeline
from wizard.model.rehearsal import Outcome, ToldDeal, told_about
from wizard.ui import inputs
from wizard.ui.components import findings, folding, listing, told_deal
from wizard.ui.plain import plain, safe
from wizard.ui.session import Session

ENOUGH, MOST = 5, 10
# So many deals without a lost one say little.
_ALL_WON = 3


def is_open() -> bool:
    """Whether the part is unfolded, so that its findings need not stand elsewhere on the page."""
    return bool(inputs.typed("stages.rehearsal", default=False))


def unfold() -> None:
    """Open the part before it is drawn."""
    inputs.unfold(name="stages.rehearsal")


def belongs(finding: Finding) -> bool:
    """Whether a finding comes from told deals."""
    return finding.rule.startswith("rehearsal-")


def render(session: Session, pipeline: Pipeline, found: Iterable[Finding]) -> None:
    """The folded part; a project without deals that is only shown has nothing to show here."""
    tr, deals = session.tr, told_about(session.project, pipeline.id)
    if not pipeline.stages or (session.readonly and not deals):
        return
    # Another label would fold the part again, so what the deals say stands inside and under the step.
    with folding.fold(tr("rehearsal.title"), name="stages.rehearsal", icon=":material/fact_check:") as unfolded:
        if unfolded:
            _inside(session, pipeline, deals, found=tuple(found))


def _inside(session: Session, pipeline: Pipeline, deals: tuple[ToldDeal, ...], *, found: tuple[Finding, ...]) -> None:
    st.html(f'<p class="v-lead">{safe(session.tr("rehearsal.lead"))}</p>')
    if not deals:
        _new(session, pipeline, told=0)
        return
    chosen = next((deal for deal in deals if deal.id == session.chosen.get("deal")), deals[-1])
    left, right = st.columns([5, 3], gap="large")
    with left:
        told_deal.render(session, pipeline, chosen, number=deals.index(chosen) + 1)
        if not session.readonly and len(deals) < MOST:
            _new(session, pipeline, told=len(deals))
    with right:
        _result(session, pipeline, deals, chosen=chosen)
        findings.show(session, found, place="rehearsal")


def _new(session: Session, pipeline: Pipeline, *, told: int) -> None:
    tr, args = session.tr, (session, pipeline.id)
    st.text_input(
        tr("rehearsal.another" if told else "rehearsal.first"),
        key="rehearsal.new",
        max_chars=300,
        placeholder=tr("rehearsal.example"),
        on_change=_tell,
        args=args,
    )
    with st.container(horizontal=True, vertical_alignment="center"):
        inputs.action(tr("rehearsal.walk"), key="rehearsal.walk", icon=":material/route:", on_click=_tell, args=args)
        if told >= ENOUGH:
            st.caption(tr("rehearsal.enough"))


def _tell(session: Session, pipeline_id: str) -> None:
    """Add what was typed; leaving the line adds it too, so the button often finds nothing left to do."""
    text = str(inputs.typed("rehearsal.new", "")).strip()
    if text and session.commit(tell_deal, pipeline_id, text=text):
        session.choose("deal", session.project.rehearsal[-1].id)
        inputs.clear("rehearsal.new")


def _result(session: Session, pipeline: Pipeline, deals: tuple[ToldDeal, ...], *, chosen: ToldDeal) -> None:
    """How many went as planned, and each deal with what was different; a click brings it to the front."""
    tr = session.tr
    st.html(f'<p class="v-gain">{safe(fit_in_words(deals, pipeline, tr=tr))}</p>')
    with st.container(key="list"):
        for number, deal in enumerate(deals, start=1):
            gaps = deal.gaps_in(pipeline)
            listing.item(
                session,
                plain(deal.text) or tr("rehearsal.unnamed", n=number),
                name=inputs.key("rehearsal", "deal", deal.id),
                choice=("deal", deal.id),
                chosen=deal is chosen,
                icon=":material/error_outline:" if gaps else ":material/check:",
            )
            said = [gap_in_words(gap, pipeline, tr=tr) for gap in gaps] or [tr("rehearsal.straight")]
            st.caption(plain(". ".join(said)))
    if len(deals) >= _ALL_WON and all(deal.outcome is Outcome.WON for deal in deals):
        st.info(tr("rehearsal.all_won"), icon=":material/lightbulb:")
