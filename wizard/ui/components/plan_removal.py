"""What may go from the account: off by default, chosen one by one, with where its deals move and how many there are."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

import streamlit as st

from wizard.amocrm.existing import Existing
from wizard.amocrm.plan import Choices, Plan, names
from wizard.amocrm.plan.choices import PipelineRemoval, StageRemoval
from wizard.amocrm.plan.deciding import keep, remove
from wizard.ui import choosing, inputs
from wizard.ui.components import folding
from wizard.ui.components.plan_choices import decide, decided
from wizard.ui.entering import Seen
from wizard.ui.plain import plain
from wizard.ui.session import Session

_BETWEEN = "/"  # stands in no id


@dataclass(frozen=True)
class Leaving:
    """A thing of the account alone; `aims` are the stages its deals may move to, as pipeline and stage."""

    remote: int
    local: str
    name: str
    aims: tuple[str, ...]
    pipeline: str = ""

    def removal(self, aim: str) -> StageRemoval | PipelineRemoval:
        pipeline, _, stage = aim.partition(_BETWEEN)
        if self.pipeline:
            return StageRemoval(pipeline=pipeline, remote=self.remote, to=stage)
        return PipelineRemoval(remote=self.remote, pipeline=pipeline, to=stage)


def show(session: Session, plan: Plan, seen: Seen) -> None:
    tr = session.tr
    found = tuple(leaving(plan, seen.existing))
    if not found:
        return
    with folding.fold(tr("plan.removal"), name="plan.removal", icon=":material/delete:") as is_open:
        if is_open:
            st.caption(tr("plan.removal_note"))
            aims = _chosen(decided(session))
            for each in found:
                _row(session, each, aim=aims.get(each.remote, ""), deals=seen.deals.get(each.local))


def leaving(plan: Plan, existing: Existing) -> Iterator[Leaving]:
    """Stages nobody takes over in the pipelines that are, then whole pipelines, but for the main one."""
    taken = {choice.remote for choice in plan.choices.pipelines}
    for choice in plan.choices.pipelines:
        theirs = existing.pipeline(choice.remote) if choice.remote else None
        used = {stage.remote for stage in choice.stages or ()}
        for stage in (stage for stage in (theirs.own if theirs else ()) if stage.id not in used):
            name = f"{theirs.name if theirs else ''} / {stage.name}"
            local = names.removal(choice.pipeline, stage.id)
            yield Leaving(stage.id, local, name, _aims(plan, choice.pipeline), choice.pipeline)
    everywhere = tuple(aim for choice in plan.choices.pipelines for aim in _aims(plan, choice.pipeline))
    for other in existing.live:
        if other.id not in taken and not other.main and everywhere:
            yield Leaving(other.id, names.pipeline_removal(other.id), other.name, everywhere)


def _aims(plan: Plan, pipeline: str) -> tuple[str, ...]:
    return tuple(f"{pipeline}{_BETWEEN}{stage.id}" for stage in plan.project.pipeline(pipeline).stages)


def _chosen(choices: Choices) -> dict[int, str]:
    """What goes, and where its deals move."""
    stages = {r.remote: f"{r.pipeline}{_BETWEEN}{r.to}" for r in choices.removals}
    return stages | {r.remote: f"{r.pipeline}{_BETWEEN}{r.to}" for r in choices.pipeline_removals}


def _row(session: Session, each: Leaving, *, aim: str, deals: int | None) -> None:
    tr = session.tr
    kind = "plan.remove_stage" if each.pipeline else "plan.remove_pipeline"
    key = inputs.key("plan", "remove", str(each.remote))
    choosing.switch(tr(kind, name=plain(each.name)), on=bool(aim), name=key, choose=partial(_switch, session, each))
    if not aim:
        return
    choosing.pick(
        tr("plan.deals_to"),
        aim if aim in each.aims else each.aims[0],
        name=f"{key}.to",
        options=each.aims,
        words=partial(_words, session),
        choose=lambda picked: decide(session, remove(decided(session), each.removal(picked))),
        width=560,
    )
    if deals is not None:
        st.caption(tr.plural("plan.deals", deals))


def _switch(session: Session, each: Leaving, on: bool) -> None:
    before = decided(session)
    decide(session, remove(before, each.removal(each.aims[0])) if on else keep(before, each.remote))


def _words(session: Session, aim: str) -> str:
    pipeline_id, _, stage_id = aim.partition(_BETWEEN)
    pipeline = session.project.pipeline(pipeline_id)
    return f"{pipeline.name} / {pipeline.stage(stage_id).name}"
