"""Pictures of the numbers: what the goal takes, what a better step brings, why clients refuse; each with its words."""

from __future__ import annotations

import pytest

from exports.pack_full import figures_of
from exports.papers.book import shelf
from exports.papers.document import Figure
from exports.papers.matter import Matter
from tests.exports.papers.conftest import OPTIONS
from tests.samples import russian
from wizard.forecast import with_numbers, with_share
from wizard.model.pipeline import Pipeline
from wizard.model.project import Project

PAPERS = ("owner_numbers", "head_page", "what_if")


def counted() -> Project:
    """The Russian sample whose steps, sale, goal and refusals are known."""
    project = russian()
    sale: Pipeline = project.pipelines[0]
    sale = sale.changed(average_check=80_000.0, losses=tuple(use.changed(count=3.0) for use in sale.losses))
    project = project.with_pipeline(sale).changed(revenue_goal=2_000_000.0, request_price=1_500.0)
    for stage in sale.stages:
        project = with_share(project, sale.id, stage=stage.id, share=0.5)
    return with_numbers(project, sale.id, entries=120.0)


def _figures(project: Project, paper: str) -> list[Figure]:
    return list(figures_of(shelf(Matter(project, OPTIONS), (paper,))[paper]))


def test_papers_show_what_is_known_in_pictures() -> None:
    assert [len(_figures(counted(), paper)) for paper in PAPERS] == [2, 1, 1]


def test_papers_of_a_project_without_numbers_have_no_empty_pictures() -> None:
    assert [_figures(russian(), paper) for paper in PAPERS] == [[], [], []]


@pytest.mark.parametrize(
    ("paper", "place", "said"),
    [
        ("owner_numbers", 0, ("Цель: 2 000 000 ₽ в месяц", "Заявок в день", "Один клиент обходится в")),
        ("owner_numbers", 1, ("Если из «Замер назначен» в «Замер проведён» пройдут 60 % вместо 50 %", "в месяц")),
        ("head_page", 0, ("Отказов 18 в месяц", "Дороже, чем готов платить 3 · 17 %")),
        ("what_if", 0, ("пройдут 60 % вместо 50 %",)),
    ],
)
def test_a_picture_says_its_figures_in_words(paper: str, place: int, said: tuple[str, ...]) -> None:
    words = _figures(counted(), paper)[place].alt.replace("\u00a0", " ").replace("\u202f", " ")
    assert [part for part in said if part not in words] == []
