"""The data of the map's marks: names of groups, boxes with their texts, arrows with heads and numbers."""

from __future__ import annotations

from collections.abc import Iterator

from wizard.charts.arrows import ends
from wizard.charts.circles import circles
from wizard.charts.map_legend import legend, listing
from wizard.charts.map_marks import Datum, Drawn, alert, drawn, rounded, text
from wizard.charts.map_plan import HEAD_LINE, NOTE_LINE, PADDING, TITLE_LINE, MapPlan
from wizard.charts.route_words import arrow_in_words
from wizard.charts.style import BLUE, RED
from wizard.i18n.translator import Translator
from wizard.model.pipeline import Launch, Pipeline, Subject
from wizard.model.project import Project

_EMPTY = 24
# Whole keys, so that a search for a key finds its use.
_HEADS = {
    Subject.CLIENT: "chart.map.clients",
    Subject.PARTNER: "chart.map.partners",
    Subject.CANDIDATE: "chart.map.candidates",
}


def map_data(
    project: Project, plan: MapPlan, say: Translator, *, width: float, listed: bool
) -> tuple[list[Datum], float]:
    """The data, and the height of the picture; `listed` numbers the arrows and says under them what they are."""
    top = plan.grid.height + PADDING
    if not project.pipelines:
        return [text("note", 0, top, say("chart.map.empty"))], top + _EMPTY
    ways = _ways(project, plan, say, listed=listed)
    found = [*_heads(plan, say)]
    for pipeline in project.pipelines:
        found += _box(pipeline, plan)
    for way in ways:
        found += drawn(way)
    wrong = any(way.wrong for way in ways) or any(ends(pipeline).undecided for pipeline in project.pipelines)
    signs, top = legend(say, top, width=width, listed=listed, wrong=wrong)
    lines, top = listing(ways, top, width=width) if listed else ([], top)
    return [rounded(datum) for datum in (*found, *signs, *lines)], round(top)


def _ways(project: Project, plan: MapPlan, say: Translator, *, listed: bool) -> tuple[Drawn, ...]:
    """The arrows in the order of the words; numbered, or with the number of their reasons."""
    wrong = circles(project)
    found = []
    for number, taken in enumerate(plan.roads.found, start=1):
        arrow = taken.arrow
        badge = str(number) if listed else str(arrow.reasons or "")
        words = arrow_in_words(project, arrow, say)
        found.append(Drawn(arrow.key, plan.roads.path(taken), arrow.won, badge, words, wrong=arrow.key in wrong))
    return tuple(found)


def _heads(plan: MapPlan, say: Translator) -> Iterator[Datum]:
    for subject, cell in plan.heads.items():
        box = plan.grid.box(cell)
        yield text("group", box.x, box.y - HEAD_LINE / 2, say(_HEADS[subject]))


def _box(pipeline: Pipeline, plan: MapPlan) -> Iterator[Datum]:
    box, lines = plan.box(pipeline.id), plan.texts[pipeline.id]
    undecided = ends(pipeline).undecided
    yield {
        "kind": "box", "x": box.x, "y": box.y, "x2": box.x + box.width, "y2": box.y + box.height,
        "colour": RED if undecided else BLUE, "dashed": pipeline.launch is Launch.LATER,
    }  # fmt: skip
    y = box.y + PADDING + TITLE_LINE / 2
    for line in lines.title:
        yield text("title", box.x + PADDING, y, line)
        y += TITLE_LINE
    y += PADDING / 2 - (TITLE_LINE - NOTE_LINE) / 2
    for line in lines.notes:
        yield text("note", box.x + PADDING, y, line)
        y += NOTE_LINE
    if undecided:
        yield from alert(box.x + box.width - 2 * PADDING, box.y)
