"""The graph of routes: which edges there are, and where clients get to unpaid."""

from __future__ import annotations

from typing import Any

from tests.lint.cases import project_of
from wizard.lint.graph import between, edges, reroute, unpaid_edges
from wizard.model.project import Project
from wizard.model.routes import ARCHIVE
from wizard.model.ways import ways


def _to(pipeline: str, **more: Any) -> dict[str, Any]:
    return {"target": "pipeline", "to": {"pipeline": pipeline}, **more}


def _project(*pipelines: dict[str, Any]) -> Project:
    return project_of({"loss_reasons": ["Too dear"], "pipelines": list(pipelines)})


def _unpaid(*pipelines: dict[str, Any]) -> dict[str, set[str]]:
    return ways(edge.passage for edge in unpaid_edges(_project(*pipelines)))


def test_every_route_is_an_edge_with_a_path_of_its_own() -> None:
    project = _project(
        {"won_route": _to("p2"), "lost_route": ARCHIVE, "losses": [{"reason": "r1", "route": _to("p1")}]}, {}
    )
    assert [(edge.path, edge.target, edge.won, edge.again) for edge in edges(project)] == [
        ("pipelines/p1/won_route", "p2", True, False),
        ("pipelines/p1/lost_route", None, False, False),
        ("pipelines/p1/losses/r1/route", "p1", False, True),
    ]
    assert [(edge.path, target.id) for edge, target in between(project)] == [("pipelines/p1/won_route", "p2")]
    assert list(between(project, lost_only=True)) == []


def test_ways_end_at_a_payment_and_at_a_new_occasion() -> None:
    paid = {"won_route": _to("p3")}
    handed_over = {"won": {"name": "Handed over", "kind": "handover"}, "won_route": _to("p3")}
    assert _unpaid({"lost_route": _to("p2")}, paid, {}) == {"p1": {"p2"}}
    assert _unpaid({"lost_route": _to("p2")}, handed_over, {}) == {"p1": {"p2", "p3"}, "p2": {"p3"}}
    assert _unpaid({"lost_route": _to("p2", new_occasion=True)}, handed_over, {}) == {"p2": {"p3"}}


def test_a_circle_is_walked_once() -> None:
    both = {"p1", "p2"}
    assert _unpaid({"lost_route": _to("p2")}, {"lost_route": _to("p1")}) == {"p1": both, "p2": both}


def test_another_route_takes_the_place_of_an_edge() -> None:
    project = _project(
        {"won_route": _to("p2"), "lost_route": _to("p2"), "losses": [{"reason": "r1", "route": _to("p2")}]}, {}
    )
    for edge in edges(project):
        project = reroute(edge, ARCHIVE)(project)
    assert [edge.route for edge in edges(project)] == [ARCHIVE] * 3
