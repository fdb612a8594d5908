"""What a person decides before a plan is carried out: which pipeline of the account becomes which, stage by stage."""

from __future__ import annotations

from functools import partial

import streamlit as st

from wizard.amocrm.existing import Existing
from wizard.amocrm.plan import Choices, PipelineChoice, Plan
from wizard.amocrm.plan.deciding import pair, take_over
from wizard.amocrm.plan.names import plain as plain_name
from wizard.model.pipeline import Pipeline
from wizard.ui import choosing, inputs
from wizard.ui.components import folding
from wizard.ui.plain import plain
from wizard.ui.session import Session

NEW = "new"


def show(session: Session, plan: Plan, existing: Existing) -> None:
    tr = session.tr
    with st.container(border=True, gap="small", key="card-choices"):
        st.subheader(tr("plan.where"), anchor=False)
        for choice in plan.choices.pipelines:
            _pipeline(session, existing, choice=choice)
        later(session, plan)
        _main(session, plan, existing)


def later(session: Session, plan: Plan) -> None:
    """Whether funnels for later go in too, where there are any."""
    count = len(session.project.pipelines) - len(session.project.launched())
    if count:
        choosing.switch(
            session.tr.plural("plan.everything", count),
            on=plan.choices.everything,
            name="plan.everything",
            choose=lambda on: decide(session, decided(session).changed(everything=on)),
        )


def decide(session: Session, choices: Choices) -> None:
    """What was picked is what the next plan is made for."""
    session.entering.choices = choices


def decided(session: Session) -> Choices:
    """What was decided so far; as long as nothing was, what is proposed."""
    seen = session.entering.seen
    return session.entering.chosen(session.project, seen) if seen else Choices()


def _pipeline(session: Session, existing: Existing, *, choice: PipelineChoice) -> None:
    tr, pipeline = session.tr, session.project.pipeline(choice.pipeline)
    names = {str(p.id): p.name for p in existing.live}
    choosing.pick(
        plain(pipeline.name),
        str(choice.remote) if choice.remote else NEW,
        name=inputs.key("plan", pipeline.id, "where"),
        options=[NEW, *names],
        words=lambda option: _where(session, pipeline, names.get(option)),
        choose=partial(_take_over, session, pipeline.id),
        width=560,
    )
    theirs = existing.pipeline(choice.remote) if choice.remote else None
    if theirs is None or not theirs.own:
        return
    with folding.fold(tr("plan.stages"), name=inputs.key("plan", pipeline.id, "fold")) as is_open:
        if is_open:
            st.caption(tr("plan.stages_note"))
            own = {str(stage.id): stage.name for stage in theirs.own}
            for stage in choice.stages or ():
                _stage(session, pipeline, match=choice, stage=stage.stage, now=stage.remote, own=own)


def _where(session: Session, pipeline: Pipeline, name: str | None) -> str:
    if name is None:
        return session.tr("plan.new")
    return session.tr("plan.same" if plain_name(name) == plain_name(pipeline.name) else "plan.use", name=name)


def _stage(
    session: Session,
    pipeline: Pipeline,
    *,
    match: PipelineChoice,
    stage: str,
    now: int | None,
    own: dict[str, str],
) -> None:
    tr = session.tr
    choosing.pick(
        plain(pipeline.stage(stage).name),
        str(now) if now else NEW,
        name=inputs.key("plan", pipeline.id, stage, "from"),
        options=[NEW, *own],
        words=lambda option: tr("plan.use_stage", name=own[option]) if option in own else tr("plan.new_stage"),
        choose=partial(_pair, session, match, stage),
    )


def _take_over(session: Session, pipeline: str, picked: str) -> None:
    remote = None if picked == NEW else int(picked)
    decide(session, take_over(decided(session), pipeline, remote=remote))


def _pair(session: Session, match: PipelineChoice, stage: str, picked: str) -> None:
    remote = None if picked == NEW else int(picked)
    decide(session, pair(decided(session), match, stage=stage, remote=remote))


def _main(session: Session, plan: Plan, existing: Existing) -> None:
    """The account's main pipeline, changed only on purpose."""
    tr, project = session.tr, session.project
    match = next((c for c in plan.choices.pipelines if c.pipeline == project.main_pipeline), None)
    if match is None or (existing.main and match.remote == existing.main.id):
        return
    name = plain(project.pipeline(match.pipeline).name)
    choosing.switch(
        tr("plan.main", name=name),
        on=plan.choices.main,
        name="plan.main",
        choose=lambda on: decide(session, decided(session).changed(main=on)),
    )
    if plan.choices.main:
        st.warning(tr("plan.main_warning"), icon=":material/call_split:")
