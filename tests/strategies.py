"""Projects as people leave them: started from templates or from nothing, then edited at random."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import Any

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from tests.small import PROJECT
from wizard.catalog import reader
from wizard.catalog.start import add_funnel, missing, start
from wizard.model.edits import fields, losses, pipelines, project, questions, rehearsal, stages
from wizard.model.edits.stages import StageRef
from wizard.model.fields import FieldType
from wizard.model.moves import DealMove, End
from wizard.model.pipeline import PALETTE, Basis, Conversion, Launch, Pipeline
from wizard.model.project import Company, KeptFinding, Language, Project, Step
from wizard.model.qualification import Question, Verdict
from wizard.model.rehearsal import GapKind, Outcome, ToldDeal
from wizard.model.routes import ARCHIVE, Destination, Route, Target
from wizard.model.terms import DateRule, Duration, Term, Unit

Edit = Callable[[DrawFn, Project], Project]

# Among them what YAML and HTML would read as something else.
ODD = ["yes", "12", "2026-01-01", "~", "a: b", "- x", "<script>", "😀\n🙂", "#", "{}", "\u2028"]
NAMES = st.one_of(
    st.sampled_from(["", "Замер назначен", "Sale", "first_sale", "Другое", "🚀\u202e<b>", "я" * 1000, *ODD]),
    st.text(st.characters(codec="utf-8"), max_size=40),
)
TEXTS = st.one_of(st.sampled_from(["", "Фото\r\nв карточке", "x" * 10_000]), NAMES)
SHARES = st.floats(min_value=1e-9, max_value=1)
COUNTS = st.none() | st.floats(min_value=0, max_value=1e9)


@cache
def _started(funnels: tuple[str, ...], industry: str, language: Language) -> Project:
    return start(funnels, company=Company(name="Дом", industry=industry, language=language))


@st.composite
def starts(draw: DrawFn) -> Project:
    """An empty project, a small one, or one started from templates."""
    kind = draw(st.sampled_from(["empty", "small", "templates"]))
    if kind != "templates":
        return Project() if kind == "empty" else PROJECT
    ids = [funnel.id for funnel in reader.funnels()]
    chosen = draw(st.lists(st.sampled_from(ids), min_size=1, max_size=3, unique=True))
    industry = draw(st.sampled_from([industry.id for industry in reader.industries()]))
    return _started(tuple(chosen), industry, draw(st.sampled_from(Language)))


@st.composite
def edits(draw: DrawFn, before: Project) -> Project:
    """The project after one random edit; an edit that finds nothing to change leaves it."""
    group = draw(
        st.sampled_from((WHOLE, *((IN_PIPELINE, ON_DEALS, IN_FIELDS, IN_REASONS) if before.pipelines else ())))
    )
    after: Project = draw(st.sampled_from(group))(draw, before)
    return after


@st.composite
def projects(draw: DrawFn, max_edits: int = 8) -> Project:
    """A project after some random edits."""
    made = draw(starts())
    for _ in range(draw(st.integers(0, max_edits))):
        made = draw(edits(made))
    return made


def _pipeline(draw: DrawFn, before: Project) -> Pipeline:
    return draw(st.sampled_from(before.pipelines))


def _maybe(items: tuple[str, ...]) -> SearchStrategy[str | None]:
    return st.none() | st.sampled_from(items) if items else st.none()


def _date_rule(draw: DrawFn, before: Project) -> DateRule:
    field = draw(_maybe(tuple(f.id for f in before.fields)))
    if field is None:
        return DateRule(days=draw(st.integers(0, 3650)))
    return DateRule(field=field, shift=draw(st.integers(-999, 999)))


def _route(draw: DrawFn, before: Project) -> Route:
    target = draw(st.sampled_from(Target))
    opens, fallback = _date_rule(draw, before), draw(TEXTS)
    if target is not Target.PIPELINE:
        return Route(target=target, opens=opens, fallback=fallback)
    to = _pipeline(draw, before)
    stage = draw(_maybe(tuple(s.id for s in to.stages)))
    return Route(target=target, to=Destination(pipeline=to.id, stage=stage), opens=opens, fallback=fallback)


def _conversion(draw: DrawFn) -> Conversion:
    low, share, high = sorted(draw(st.tuples(SHARES, SHARES, SHARES)))
    basis = draw(st.sampled_from(Basis))
    return Conversion(share=share, low=low, high=high, basis=basis, usual=draw(st.none() | SHARES))


def _term(draw: DrawFn, before: Project) -> Term:
    field = draw(_maybe(tuple(f.id for f in before.fields)))
    first = Duration(amount=draw(st.integers(1, 9999)), unit=draw(st.sampled_from(Unit)), working=draw(st.booleans()))
    if field is None:
        return Term(limit=first)
    return Term(until_field=field, until_plus_days=draw(st.integers(0, 999)), first=first)


# The project as a whole.


def _change_company(draw: DrawFn, before: Project) -> Project:
    return project.change_company(before, name=draw(NAMES), language=draw(st.sampled_from(Language)))


def _mark_ready(draw: DrawFn, before: Project) -> Project:
    return project.mark_ready(before, draw(st.sampled_from(Step)), ready=draw(st.booleans()))


def _keep_finding(draw: DrawFn, before: Project) -> Project:
    path = f"pipelines/{_pipeline(draw, before).id}" if before.pipelines else "project"
    return project.keep_finding(before, KeptFinding(rule="no-fact", path=path, reason="known", fingerprint="f"))


def _set_main(draw: DrawFn, before: Project) -> Project:
    main = draw(_maybe(tuple(p.id for p in before.pipelines)))
    return project.change_project(before, main_pipeline=main, revenue_goal=draw(COUNTS))


def _add_move(draw: DrawFn, before: Project) -> Project:
    if not before.pipelines:
        return before
    to = _pipeline(draw, before)
    stage = draw(_maybe(tuple(s.id for s in to.stages)))
    end = None if stage else draw(st.none() | st.sampled_from(End))
    move = DealMove(from_pipeline=draw(NAMES), from_stage=draw(NAMES), pipeline=to.id, stage=stage, end=end)
    return before.changed(moves=(*before.moves, move))


def _add_empty(draw: DrawFn, before: Project) -> Project:
    return pipelines.add_empty_pipeline(before, draw(NAMES))


def _add_funnel(draw: DrawFn, before: Project) -> Project:
    ids = [template.id for template in missing(before)]
    return add_funnel(before, draw(st.sampled_from(ids))) if ids else before


# One pipeline.


def _change_pipeline(draw: DrawFn, before: Project) -> Project:
    values = {"name": draw(NAMES), "entries": draw(COUNTS), "launch": draw(st.sampled_from(Launch))}
    return pipelines.change_pipeline(before, _pipeline(draw, before).id, won_route=_route(draw, before), **values)


def _change_won(draw: DrawFn, before: Project) -> Project:
    return pipelines.change_won(before, _pipeline(draw, before).id, name=draw(NAMES), proof=draw(TEXTS))


def _duplicate(draw: DrawFn, before: Project) -> Project:
    return pipelines.duplicate_pipeline(before, _pipeline(draw, before).id, name=draw(NAMES))


def _delete_pipeline(draw: DrawFn, before: Project) -> Project:
    return pipelines.delete_pipeline(before, _pipeline(draw, before).id)


def _merge_pipelines(draw: DrawFn, before: Project) -> Project:
    return pipelines.merge_pipelines(before, _pipeline(draw, before).id, into=_pipeline(draw, before).id)


def _move_pipeline(draw: DrawFn, before: Project) -> Project:
    return pipelines.move_pipeline(before, _pipeline(draw, before).id, by=draw(st.integers(-9, 9)))


def _add_stage(draw: DrawFn, before: Project) -> Project:
    at = _pipeline(draw, before)
    return stages.add_stage(before, at.id, name=draw(NAMES), after=draw(_maybe(tuple(s.id for s in at.stages))))


def _of_stage(change: Callable[[DrawFn, Project, StageRef], Project]) -> Edit:
    def edit(draw: DrawFn, before: Project) -> Project:
        at = _pipeline(draw, before)
        if not at.stages:
            return before
        return change(draw, before, StageRef(at.id, draw(st.sampled_from(at.stages)).id))

    return edit


def _change_stage(draw: DrawFn, before: Project, at: StageRef) -> Project:
    known = [f.id for f in before.fields]
    demanded = draw(st.lists(st.sampled_from(known), max_size=3, unique=True)) if known else []
    return stages.change_stage(
        before,
        at,
        name=draw(NAMES),
        term=_term(draw, before),
        conversion=_conversion(draw),
        colour=draw(st.none() | st.sampled_from(PALETTE)),
        reached=draw(COUNTS),
        fields=tuple(demanded),
    )


def _set_proofs(draw: DrawFn, before: Project, at: StageRef) -> Project:
    return stages.set_proof_after(before, at, proof=draw(TEXTS))


def _move_stage(draw: DrawFn, before: Project, at: StageRef) -> Project:
    return stages.move_stage(before, at, by=draw(st.integers(-9, 9)))


def _delete_stage(_draw: DrawFn, before: Project, at: StageRef) -> Project:
    return stages.delete_stage(before, at)


def _set_key_stage(_draw: DrawFn, before: Project, at: StageRef) -> Project:
    return stages.set_key_stage(before, at.pipeline, stage=at.stage)


def _add_question(draw: DrawFn, before: Project) -> Project:
    at = _pipeline(draw, before)
    return questions.add_question(
        before, at.id, text=draw(NAMES), asked_at=draw(_maybe(tuple(s.id for s in at.stages)))
    )


def _of_question(change: Callable[[DrawFn, Project, Pipeline, Question], Project]) -> Edit:
    def edit(draw: DrawFn, before: Project) -> Project:
        at = _pipeline(draw, before)
        return change(draw, before, at, draw(st.sampled_from(at.questions))) if at.questions else before

    return edit


def _change_question(draw: DrawFn, before: Project, at: Pipeline, asked: Question) -> Project:
    asked_at = draw(_maybe(tuple(s.id for s in at.stages)))
    return questions.change_question(before, at.id, question=asked.id, text=draw(TEXTS), asked_at=asked_at)


def _move_question(draw: DrawFn, before: Project, at: Pipeline, asked: Question) -> Project:
    return questions.move_question(before, at.id, question=asked.id, by=draw(st.integers(-9, 9)))


def _delete_question(_draw: DrawFn, before: Project, at: Pipeline, asked: Question) -> Project:
    return questions.delete_question(before, at.id, question=asked.id)


def _add_answer(draw: DrawFn, before: Project, at: Pipeline, asked: Question) -> Project:
    return questions.add_answer(before, at.id, question=asked.id, name=draw(NAMES))


def _judge_answer(draw: DrawFn, before: Project, at: Pipeline, asked: Question) -> Project:
    if not asked.answers:
        return before
    option = draw(st.sampled_from(asked.answers)).option
    verdict = draw(st.none() | st.sampled_from(Verdict))
    judged = questions.change_answer(before, at.id, question=asked.id, option=option, verdict=verdict)
    return questions.change_answer(judged, at.id, question=asked.id, option=option, stop=draw(st.booleans()))


def _delete_answer(draw: DrawFn, before: Project, at: Pipeline, asked: Question) -> Project:
    if not asked.answers:
        return before
    option = draw(st.sampled_from(asked.answers)).option
    return questions.delete_answer(before, at.id, question=asked.id, option=option)


def _set_route(draw: DrawFn, before: Project) -> Project:
    at = _pipeline(draw, before)
    if not at.losses:
        return before
    route = draw(st.none() | st.just(_route(draw, before)))
    return losses.set_route(before, at.id, reason=draw(st.sampled_from(at.losses)).reason, route=route)


def _set_count(draw: DrawFn, before: Project) -> Project:
    at = _pipeline(draw, before)
    if not at.losses:
        return before
    count = draw(st.none() | st.integers(0, 500))
    return losses.set_count(before, at.id, reason=draw(st.sampled_from(at.losses)).reason, count=count)


# Deals told about a pipeline.


def _tell_deal(draw: DrawFn, before: Project) -> Project:
    return rehearsal.tell_deal(before, _pipeline(draw, before).id, text=draw(NAMES))


def _of_deal(change: Callable[[DrawFn, Project, ToldDeal], Project]) -> Edit:
    """Change a deal that went through some stages; one is told where there is none."""

    def edit(draw: DrawFn, before: Project) -> Project:
        if not before.rehearsal:
            return _tell_deal(draw, before)
        deal = draw(st.sampled_from(before.rehearsal))
        return change(draw, before, deal) if before.pipeline(deal.pipeline).stages else before

    return edit


def _mark_stage(draw: DrawFn, before: Project, deal: ToldDeal) -> Project:
    stage = draw(st.sampled_from(before.pipeline(deal.pipeline).stages)).id
    kinds = draw(st.lists(st.sampled_from(GapKind), unique=True))
    marked = rehearsal.mark_stage(before, deal.id, stage=stage, kinds=kinds)
    details: dict[GapKind, dict[str, Any]] = {
        GapKind.STOOD: {"days": draw(st.none() | st.integers(1, 3650))},
        GapKind.MISSING: {"words": draw(NAMES)},
    }
    for kind, values in details.items():
        if marked.told(deal.id).gap(kind, stage):
            marked = rehearsal.change_gap(marked, deal.id, kind=kind, stage=stage, **values)
    return marked


def _end_deal(draw: DrawFn, before: Project, deal: ToldDeal) -> Project:
    ended = rehearsal.set_outcome(before, deal.id, outcome=draw(st.sampled_from(Outcome)))
    if ended.told(deal.id).outcome is Outcome.WON:
        return ended
    stage = draw(st.sampled_from(before.pipeline(deal.pipeline).stages)).id
    return rehearsal.retell_deal(ended, deal.id, reached=stage)


def _cure_deal(_draw: DrawFn, before: Project, deal: ToldDeal) -> Project:
    told = [gap for gap in deal.gaps if gap.words]
    if not told:
        return before
    return rehearsal.add_told_stage(before, StageRef(deal.pipeline, told[0].stage), words=told[0].words)


def _forget_deal(_draw: DrawFn, before: Project, deal: ToldDeal) -> Project:
    return rehearsal.forget_deal(before, deal.id)


# Fields and reasons.


def _of_field(change: Callable[[DrawFn, Project, str], Project]) -> Edit:
    def edit(draw: DrawFn, before: Project) -> Project:
        return change(draw, before, draw(st.sampled_from(before.fields)).id) if before.fields else before

    return edit


def _change_field(draw: DrawFn, before: Project, field: str) -> Project:
    return fields.change_field(before, field, name=draw(NAMES), type=draw(st.sampled_from(FieldType)))


def _delete_field(_draw: DrawFn, before: Project, field: str) -> Project:
    return fields.delete_field(before, field)


def _merge_fields(draw: DrawFn, before: Project, field: str) -> Project:
    return fields.merge_fields(before, field, into=draw(st.sampled_from(before.fields)).id)


def _change_options(draw: DrawFn, before: Project, field: str) -> Project:
    longer = fields.add_option(before, field, name=draw(NAMES))
    option = draw(st.sampled_from(longer.field(field).options)).id
    if draw(st.booleans()):
        return fields.rename_option(longer, field, option=option, name=draw(NAMES))
    return fields.delete_option(longer, field, option=option)


def _add_reason(draw: DrawFn, before: Project) -> Project:
    field = draw(_maybe(tuple(f.id for f in before.fields)))
    return losses.add_reason(before, draw(NAMES), use_in=_pipeline(draw, before).id, field=field)


def _of_reason(change: Callable[[DrawFn, Project, str], Project]) -> Edit:
    def edit(draw: DrawFn, before: Project) -> Project:
        return change(draw, before, draw(st.sampled_from(before.loss_reasons)).id) if before.loss_reasons else before

    return edit


def _change_reason(draw: DrawFn, before: Project, reason: str) -> Project:
    return losses.change_reason(before, reason, name=draw(NAMES), comment_required=draw(st.booleans()))


def _delete_reason(_draw: DrawFn, before: Project, reason: str) -> Project:
    return losses.delete_reason(before, reason)


def _merge_reasons(draw: DrawFn, before: Project, reason: str) -> Project:
    return losses.merge_reasons(before, reason, into=draw(st.sampled_from(before.loss_reasons)).id)


def _use_reason(draw: DrawFn, before: Project, reason: str) -> Project:
    used = losses.use_reason(before, _pipeline(draw, before).id, reason=reason, route=ARCHIVE)
    return used if draw(st.booleans()) else losses.drop_use(used, _pipeline(draw, used).id, reason=reason)


WHOLE: tuple[Edit, ...] = (
    _change_company,
    _mark_ready,
    _keep_finding,
    _set_main,
    _add_move,
    _add_empty,
    _add_funnel,
)
IN_PIPELINE: tuple[Edit, ...] = (
    _change_pipeline,
    _change_won,
    _duplicate,
    _delete_pipeline,
    _merge_pipelines,
    _move_pipeline,
    _set_route,
    _set_count,
    _add_stage,
    *map(_of_stage, (_change_stage, _set_proofs, _move_stage, _delete_stage, _set_key_stage)),
    _add_question,
    *map(_of_question, (_change_question, _move_question, _delete_question)),
    *map(_of_question, (_add_answer, _judge_answer, _delete_answer)),
)
ON_DEALS: tuple[Edit, ...] = (_tell_deal, *map(_of_deal, (_mark_stage, _end_deal, _cure_deal, _forget_deal)))
IN_FIELDS: tuple[Edit, ...] = tuple(map(_of_field, (_change_field, _delete_field, _merge_fields, _change_options)))
IN_REASONS: tuple[Edit, ...] = (
    _add_reason,
    *map(_of_reason, (_change_reason, _delete_reason, _merge_reasons, _use_reason)),
)
