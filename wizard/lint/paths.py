"""Paths that say what a finding is about: ``pipelines/<id>/stages/<id>/name`` and the like."""

from __future__ import annotations

PROJECT = "project"


def pipeline(pipeline_id: str, part: str = "") -> str:
    return f"pipelines/{pipeline_id}/{part}" if part else f"pipelines/{pipeline_id}"


def stage(pipeline_id: str, stage_id: str, part: str = "") -> str:
    at = f"pipelines/{pipeline_id}/stages/{stage_id}"
    return f"{at}/{part}" if part else at


def question(pipeline_id: str, question_id: str, part: str = "") -> str:
    return _join("pipelines", pipeline_id, "questions", question_id, part)


def loss(pipeline_id: str, reason_id: str, part: str = "") -> str:
    """A reason as used in one pipeline."""
    return _join("pipelines", pipeline_id, "losses", reason_id, part)


def reason(reason_id: str, part: str = "") -> str:
    """A reason of the account's list."""
    return _join("loss_reasons", reason_id, part)


def field(field_id: str, part: str = "") -> str:
    return _join("fields", field_id, part)


def pipeline_of(path: str) -> str | None:
    """The id of the pipeline a path is in."""
    parts = path.split("/")
    return parts[1] if parts[0] == "pipelines" and len(parts) > 1 else None


def stage_of(path: str) -> str | None:
    """The id of the stage a path is in."""
    parts = path.split("/")
    return parts[3] if parts[0] == "pipelines" and len(parts) > 3 and parts[2] == "stages" else None


def object_of(path: str) -> str:
    """The path of the object itself, without the attribute."""
    parts = path.split("/", 4)
    in_pipeline = parts[0] == "pipelines" and len(parts) > 3
    return "/".join(parts[:4] if in_pipeline else parts[:2])


def _join(*parts: str) -> str:
    return "/".join(filter(None, parts))
