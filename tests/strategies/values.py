"""Random names, texts, numbers, dates and routes, odd ones among them."""

from __future__ import annotations

from collections.abc import Callable

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from wizard.model.pipeline import Basis, Conversion, Pipeline
from wizard.model.project import Project
from wizard.model.routes import Destination, Route, Target
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


def a_pipeline(draw: DrawFn, before: Project) -> Pipeline:
    return draw(st.sampled_from(before.pipelines))


def maybe(items: tuple[str, ...]) -> SearchStrategy[str | None]:
    return st.none() | st.sampled_from(items) if items else st.none()


def date_rule(draw: DrawFn, before: Project) -> DateRule:
    field = draw(maybe(tuple(f.id for f in before.fields)))
    if field is None:
        return DateRule(days=draw(st.integers(0, 3650)))
    return DateRule(field=field, shift=draw(st.integers(-999, 999)))


def a_route(draw: DrawFn, before: Project) -> Route:
    target = draw(st.sampled_from(Target))
    opens, fallback = date_rule(draw, before), draw(TEXTS)
    if target is not Target.PIPELINE:
        return Route(target=target, opens=opens, fallback=fallback)
    to = a_pipeline(draw, before)
    stage = draw(maybe(tuple(s.id for s in to.stages)))
    return Route(target=target, to=Destination(pipeline=to.id, stage=stage), opens=opens, fallback=fallback)


def conversion(draw: DrawFn) -> Conversion:
    low, share, high = sorted(draw(st.tuples(SHARES, SHARES, SHARES)))
    basis = draw(st.sampled_from(Basis))
    return Conversion(share=share, low=low, high=high, basis=basis, usual=draw(st.none() | SHARES))


def term(draw: DrawFn, before: Project) -> Term:
    field = draw(maybe(tuple(f.id for f in before.fields)))
    first = Duration(amount=draw(st.integers(1, 9999)), unit=draw(st.sampled_from(Unit)), working=draw(st.booleans()))
    if field is None:
        return Term(limit=first)
    return Term(until_field=field, until_plus_days=draw(st.integers(0, 999)), first=first)
