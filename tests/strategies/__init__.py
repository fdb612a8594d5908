"""Projects as people leave them: started from templates or from nothing, then edited at random."""

from __future__ import annotations

from functools import cache

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn

from tests.small import PROJECT
from tests.strategies.deals import ON_DEALS
from tests.strategies.lists import IN_FIELDS, IN_REASONS
from tests.strategies.questions import IN_QUESTIONS
from tests.strategies.stages import IN_STAGES
from tests.strategies.whole import IN_PIPELINES, WHOLE
from wizard.catalog import reader
from wizard.catalog.start import start
from wizard.model.project import Company, Language, Project

__all__ = ["edits", "projects", "starts"]


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


_IN_PIPELINE = (*IN_PIPELINES, *IN_STAGES, *IN_QUESTIONS)


@st.composite
def edits(draw: DrawFn, before: Project) -> Project:
    """The project after one random edit; an edit that finds nothing to change leaves it."""
    group = draw(
        st.sampled_from((WHOLE, *((_IN_PIPELINE, ON_DEALS, IN_FIELDS, IN_REASONS) if before.pipelines else ())))
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
