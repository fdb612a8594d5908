"""One told deal in the foreground: its line, how it ended, and what was different on its way by the stages."""

from __future__ import annotations

import streamlit as st

from wizard.model.edits.rehearsal import change_gap, forget_deal, mark_stage, retell_deal, set_outcome
from wizard.model.pipeline import Pipeline, Stage
from wizard.model.rehearsal import MOST_DAYS, Gap, GapKind, Outcome, ToldDeal
from wizard.ui import inputs
from wizard.ui.inputs import Change
from wizard.ui.plain import plain
from wizard.ui.session import Session

_ICONS = {
    GapKind.SKIPPED: ":material/redo:",
    GapKind.STOOD: ":material/hourglass_top:",
    GapKind.RETURNED: ":material/undo:",
    GapKind.MISSING: ":material/playlist_add:",
}


def render(session: Session, pipeline: Pipeline, deal: ToldDeal, *, number: int) -> None:
    tr = session.tr
    with st.container(border=True, key="told-deal"):
        inputs.text(
            tr("rehearsal.deal", n=number),
            deal.text,
            name=inputs.key("deal", deal.id, "text"),
            change=Change(retell_deal, (deal.id,), to="text"),
        )
        _end(session, pipeline, deal)
        st.caption(tr("rehearsal.mark"))
        for stage in deal.walked(pipeline):
            _stage(session, pipeline, deal, stage)
        inputs.action(
            tr("rehearsal.forget"),
            key=inputs.key("deal", deal.id, "forget"),
            icon=":material/delete:",
            type="tertiary",
            on_click=session.apply,
            args=(forget_deal, deal.id),
        )


def _end(session: Session, pipeline: Pipeline, deal: ToldDeal) -> None:
    tr = session.tr
    inputs.segments(
        tr("rehearsal.outcome"),
        deal.outcome,
        name=inputs.key("deal", deal.id, "outcome"),
        change=Change(set_outcome, (deal.id,), to="outcome"),
        options=list(Outcome),
        words=lambda outcome: tr(f"rehearsal.outcome.{outcome}"),
    )
    if deal.outcome is not Outcome.WON:
        inputs.choice(
            tr("rehearsal.reached"),
            deal.reached,
            name=inputs.key("deal", deal.id, "reached"),
            change=Change(retell_deal, (deal.id,), to="reached"),
            options=[stage.id for stage in pipeline.stages],
            words=lambda stage: pipeline.stage(stage).name,
            placeholder=tr("ask.choose"),
        )


def _stage(session: Session, pipeline: Pipeline, deal: ToldDeal, stage: Stage) -> None:
    """One stage with what may have been different there, and the details of what was."""
    tr = session.tr
    told = [gap for kind in GapKind if (gap := deal.gap(kind, stage.id))]
    known = {gap.kind for gap in told}
    # Nothing comes back from the first stage; what was told before it came to stand first is still shown.
    kinds = [k for k in GapKind if k is not GapKind.RETURNED or k in known or stage is not pipeline.stages[0]]
    icon = " ".join(_ICONS[gap.kind] for gap in told) or ":material/check:"
    name = plain(stage.name) or tr("board.unnamed")
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        st.markdown(f"{icon} {name}", width=230)
        inputs.marks(
            tr("rehearsal.at", name=name),
            [gap.kind for gap in told],
            name=inputs.key("deal", deal.id, "at", stage.id, "marks"),
            change=Change(mark_stage, (deal.id,), to="kinds", kwargs={"stage": stage.id}),
            options=kinds,
            words=lambda kind: tr(f"rehearsal.mark.{kind}"),
            label_visibility="collapsed",
            wrap=True,
        )
    for gap in told:
        _detail(session, pipeline, deal, gap)


def _detail(session: Session, pipeline: Pipeline, deal: ToldDeal, gap: Gap) -> None:
    tr = session.tr
    name = inputs.key("deal", deal.id, "at", gap.stage, gap.kind)

    def to(detail: str) -> Change:
        return Change(change_gap, (deal.id,), to=detail, kwargs={"kind": gap.kind, "stage": gap.stage})

    place = pipeline.index(gap.stage)
    if gap.kind is GapKind.STOOD:
        days = tr("rehearsal.days")
        inputs.number(days, gap.days, name=name, change=to("days"), min_value=1, max_value=MOST_DAYS, width=230)
    elif gap.kind is GapKind.RETURNED:
        inputs.choice(
            tr("rehearsal.to"),
            gap.to,
            name=name,
            change=to("to"),
            options=list(dict.fromkeys((*(stage.id for stage in pipeline.stages[:place]), gap.to or ""))),
            words=lambda stage: pipeline.stage(stage).name,
        )
    elif gap.kind is GapKind.MISSING:
        last = place + 1 == len(pipeline.stages)
        after = (pipeline.won.name or tr("board.won")) if last else pipeline.stages[place + 1].name
        label = tr("rehearsal.words", name=plain(pipeline.stages[place].name), next=plain(after))
        inputs.text(label, gap.words, name=name, change=to("words"), placeholder=tr("rehearsal.words_example"))
