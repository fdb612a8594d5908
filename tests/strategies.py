"""Projects for properties: built from an empty one by random edits, as a user would."""

from __future__ import annotations

from collections.abc import Callable

from hypothesis import strategies as st

from wizard.model.edits import fields, losses, pipelines, project, questions, stages
from wizard.model.fields import Field, FieldType, Place
from wizard.model.pipeline import PALETTE, Conversion, Hints, Launch
from wizard.model.project import Project
from wizard.model.qualification import Verdict
from wizard.model.routes import ARCHIVE, Destination, Route, Target, TransferMode
from wizard.model.terms import AT_ONCE, DateRule, Term

Draw = Callable[[st.SearchStrategy[object]], object]

TEXTS = st.one_of(
    st.text(st.characters(codec="utf-8"), max_size=30),
    st.sampled_from(
        ["", "yes", "12", "2026-01-01", "~", "a: b", "- x", "«Дата»", "<script>", "😀\n🙂", "#", "{}", "\u2028"]
    ),
)
NAMES = TEXTS.filter(lambda text: text.strip() != "")


@st.composite
def projects(draw: st.DrawFn, max_edits: int = 12) -> Project:
    """A valid project after some random edits."""
    built = Project()
    for _ in range(draw(st.integers(0, max_edits))):
        built = draw(st.sampled_from(EDITS))(draw, built)
    return built


def _pipeline(draw: st.DrawFn, built: Project) -> Project:
    return pipelines.add_empty_pipeline(built, draw(NAMES))


def _company(draw: st.DrawFn, built: Project) -> Project:
    return project.change_company(built, name=draw(TEXTS), language=draw(st.sampled_from(["ru", "en"])))


def _goal(draw: st.DrawFn, built: Project) -> Project:
    return project.change_project(built, revenue_goal=draw(st.none() | st.floats(0, 1e15)))


def _field(draw: st.DrawFn, built: Project) -> Project:
    field = Field(
        id=f"field_{len(built.fields)}",
        name=draw(NAMES),
        type=draw(st.sampled_from(FieldType)),
        place=draw(st.sampled_from(Place)),
        group=draw(TEXTS),
    )
    return fields.add_field(built, field)


def _option(draw: st.DrawFn, built: Project) -> Project:
    if not built.fields:
        return built
    return fields.add_option(built, draw(st.sampled_from(built.fields)).id, name=draw(NAMES))


def _stage(draw: st.DrawFn, built: Project) -> Project:
    if not built.pipelines:
        return built
    pipeline = draw(st.sampled_from(built.pipelines))
    built = stages.add_stage(built, pipeline.id, name=draw(NAMES))
    at = stages.StageRef(pipeline.id, built.pipeline(pipeline.id).stages[-1].id)
    known = [f.id for f in built.fields]
    terms = ["2d", "15wm>3d", "4h", "1wd", *(f"f:{f}+1d" for f in known)]
    return stages.change_stage(
        built,
        at,
        step=draw(TEXTS),
        proof=draw(TEXTS),
        term=draw(st.none() | st.sampled_from(terms).map(Term.model_validate)),
        colour=draw(st.none() | st.sampled_from(PALETTE) | TEXTS),
        conversion=draw(st.none() | st.just(Conversion(share=0.5, low=0.1, high=0.9))),
        fields=tuple(draw(st.lists(st.sampled_from(known), max_size=3, unique=True))) if known else (),
        hints=Hints(newbie=draw(TEXTS), master=draw(TEXTS)),
    )


def _question(draw: st.DrawFn, built: Project) -> Project:
    if not built.pipelines:
        return built
    pipeline = draw(st.sampled_from(built.pipelines)).id
    built = questions.add_question(built, pipeline, text=draw(NAMES))
    asked = built.pipeline(pipeline).questions[-1].id
    built = questions.add_answer(built, pipeline, question=asked, name=draw(NAMES))
    option = built.pipeline(pipeline).questions[-1].answers[-1].option
    verdict = draw(st.none() | st.sampled_from(Verdict))
    return questions.change_answer(built, pipeline, question=asked, option=option, verdict=verdict)


def _reason(draw: st.DrawFn, built: Project) -> Project:
    use_in = draw(st.sampled_from(built.pipelines)).id if built.pipelines else None
    field = draw(st.none() | st.sampled_from([f.id for f in built.fields])) if built.fields else None
    return losses.add_reason(built, draw(NAMES), use_in=use_in, field=field)


def _route(draw: st.DrawFn, built: Project) -> Project:
    if not built.pipelines:
        return built
    pipeline, target = draw(st.sampled_from(built.pipelines)), draw(st.sampled_from(built.pipelines))
    stage = draw(st.none() | st.sampled_from([s.id for s in target.stages])) if target.stages else None
    rules = [AT_ONCE, DateRule(days=30), *(DateRule(field=f.id, shift=-7) for f in built.fields)]
    route = Route(
        target=Target.PIPELINE,
        to=Destination(pipeline=target.id, stage=stage),
        opens=draw(st.sampled_from(rules)),
        mode=draw(st.sampled_from(TransferMode)),
        fallback=draw(TEXTS),
    )
    ends = ["won_route", "lost_route"]
    return pipelines.change_pipeline(
        built, pipeline.id, **{draw(st.sampled_from(ends)): draw(st.sampled_from([route, ARCHIVE]))}
    )


def _attributes(draw: st.DrawFn, built: Project) -> Project:
    if not built.pipelines:
        return built
    pipeline = draw(st.sampled_from(built.pipelines)).id
    built = pipelines.change_pipeline(
        built,
        pipeline,
        launch=draw(st.sampled_from(Launch)),
        sources=tuple(draw(st.lists(TEXTS, max_size=2))),
        entries=draw(st.none() | st.floats(0, 1e9)),
        lost_name=draw(TEXTS),
    )
    return project.change_project(built, main_pipeline=draw(st.none() | st.just(pipeline)))


def _delete(draw: st.DrawFn, built: Project) -> Project:
    if not built.pipelines:
        return built
    return pipelines.delete_pipeline(built, draw(st.sampled_from(built.pipelines)).id)


def _copy(draw: st.DrawFn, built: Project) -> Project:
    if not built.pipelines:
        return built
    return pipelines.duplicate_pipeline(built, draw(st.sampled_from(built.pipelines)).id, name=draw(NAMES))


EDITS: tuple[Callable[[st.DrawFn, Project], Project], ...] = (
    _pipeline,
    _stage,
    _stage,
    _field,
    _option,
    _company,
    _goal,
    _question,
    _reason,
    _route,
    _attributes,
    _delete,
    _copy,
)
