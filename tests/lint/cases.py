"""Builds a project from a rule's YAML case.

A case is a mapping of the project's fields; what every project would repeat may be left out:

* `stages`, `won`, `questions`, `losses` and any other field of a pipeline at the top level describe
  one pipeline with id `p`; `pipelines` lists several, with ids `p1`, `p2`, … unless given;
* stages, questions, fields and reasons get ids `s1`, `q1`, `f1`, `r1`, … unless given;
* deals of the `rehearsal` get ids `d1`, … and are about `p`; their gaps are short: `skipped s2`, `stood s2 9`,
  `returned s3 s2`, `missing s2 words that follow`;
* `filled: true` adds a plausible proof, step, term and conversion to every stage that lacks them.
"""

from __future__ import annotations

from typing import Any

from wizard.model.pipeline import Pipeline
from wizard.model.project import Project

_OF_PROJECT = set(Project.model_fields)
_OF_PIPELINE = set(Pipeline.model_fields)


def project_of(case: dict[str, Any]) -> Project:
    """The project a case describes."""
    case = dict(case)
    filled = case.pop("filled", False)
    own = {key: case.pop(key) for key in list(case) if key in _OF_PIPELINE and key not in _OF_PROJECT}
    pipelines = case.pop("pipelines", None) or ([{"id": "p", **own}] if own else [])
    return Project.model_validate(
        {
            **case,
            "fields": _numbered(case.get("fields", []), "f"),
            "loss_reasons": _numbered(case.get("loss_reasons", []), "r"),
            "rehearsal": [_deal(deal) for deal in _numbered(case.get("rehearsal", []), "d")],
            "pipelines": [_pipeline(p, filled) for p in _numbered(pipelines, "p")],
        }
    )


def _pipeline(raw: dict[str, Any], filled: bool) -> dict[str, Any]:
    stages = _numbered(raw.get("stages", []), "s")
    if filled:
        stages = [{**_FILLED, **stage} for stage in stages]
    return {
        "name": raw["id"],
        "goal_type": "first_payment",
        "won": {"name": "Won", "proof": "Money arrived"},
        **raw,
        "stages": stages,
        "questions": _numbered(raw.get("questions", []), "q"),
    }


def _deal(raw: dict[str, Any]) -> dict[str, Any]:
    gaps = raw.get("gaps", [])
    return {"pipeline": "p", "text": raw["id"], **raw, "gaps": [_gap(*gap.split(maxsplit=2)) for gap in gaps]}


def _gap(kind: str, stage: str, detail: str | None = None) -> dict[str, Any]:
    told = {"stood": "days", "returned": "to", "missing": "words"}.get(kind)
    return {"kind": kind, "stage": stage, **({told: detail} if told and detail else {})}


_FILLED = {
    "proof": "Call record in the card",
    "step": "Call on Thursday",
    "term": "2d",
    "conversion": {"share": 0.8, "low": 0.5, "high": 0.95},
}


def _numbered(items: list[Any], letter: str) -> list[dict[str, Any]]:
    return [
        {"id": f"{letter}{n}", **({"name": item} if isinstance(item, str) else item)}
        for n, item in enumerate(items, start=1)
    ]
