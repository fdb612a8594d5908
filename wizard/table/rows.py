"""The stages of a pipeline as a table of texts: how a cell is said, how it is read, and rows written as one edit.

An empty cell of a pasted row says nothing; an emptied cell of the table itself takes the value away.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from wizard import forecast
from wizard.i18n.terms import term_in_words
from wizard.i18n.terms_read import read_term
from wizard.i18n.translator import Translator
from wizard.model.base import MAX_NAME, MAX_TEXT
from wizard.model.edits.stages import StageRef, add_stage, change_stage, place_stage, set_proof_after
from wizard.model.pipeline import PALETTE, Pipeline, Stage
from wizard.model.project import Project

COLUMNS = ("name", "proof", "step", "term", "owner", "colour", "conversion")
_TEXTS = {"name": "name", "step": "step", "owner": "owner_role"}
_LONGEST = {"name": MAX_NAME, "owner": MAX_NAME, "proof": MAX_TEXT, "step": MAX_TEXT}


@dataclass(frozen=True)
class Bad:
    """A cell that is not understood."""

    column: str
    text: str


@dataclass(frozen=True)
class Row:
    """What is to be written of one stage; without an id it is a new one. `bad` is left out of what is written."""

    stage: str | None
    values: dict[str, Any] = field(default_factory=dict)
    bad: tuple[Bad, ...] = ()


def cells(project: Project, pipeline: Pipeline, stage: Stage, *, tr: Translator) -> dict[str, str]:
    """A stage as the table shows it."""
    share = stage.conversion.share if stage.conversion else None
    return {
        "name": stage.name,
        "proof": pipeline.proof_after(stage.id),
        "step": stage.step,
        "term": term_in_words(stage.term, project, tr=tr) if stage.term else "",
        "owner": stage.owner_role,
        "colour": colour_in_words(stage.colour, tr) if stage.colour else "",
        "conversion": "" if share is None else tr.number(share * 100, digits=1),
    }


def colour_in_words(colour: str, tr: Translator) -> str:
    key = f"colour.{colour[1:]}"
    return tr(key) if tr.has(key) else colour


def row(stage: str | None, texts: Mapping[str, str], shown: Mapping[str, str], *, tr: Translator) -> Row:
    """What these cells of a stage say; a cell that stands as it was shown says nothing new."""
    values: dict[str, Any] = {}
    bad: list[Bad] = []
    for column, text in texts.items():
        # A fact is written even so: another stage may come to stand before what it proves.
        if text == shown.get(column, "") and column != "proof":
            continue
        try:
            values[column] = _read(column, text.strip(), tr)
        except ValueError:
            bad.append(Bad(column, text))
    return Row(stage, values, tuple(bad))


def _read(column: str, text: str, tr: Translator) -> Any:
    """The value of a cell; ValueError when it is none."""
    if column in _LONGEST:
        if len(text) > _LONGEST[column]:
            raise ValueError(column)
        return text
    return _READERS[column](text, tr) if text else None


def _share(text: str, _tr: Translator) -> float:
    share = float("".join(text.replace(",", ".").split()).rstrip("%")) / 100
    if not 0 < share <= 1:
        raise ValueError(text)
    return share


def _colour(text: str, tr: Translator) -> str:
    named = {colour_in_words(colour, tr).lower(): colour for colour in PALETTE}
    found = text.lower() if text.lower() in PALETTE else named.get(text.lower())
    if found is None:
        raise ValueError(text)
    return found


def _term(text: str, _tr: Translator) -> Any:
    term = read_term(text)
    if term is None:
        raise ValueError(text)
    return term


_READERS = {"term": _term, "colour": _colour, "conversion": _share}


def write_rows(project: Project, pipeline_id: str, *, rows: Iterable[Row]) -> Project:
    """Write rows into the stages: new ones come after the row before them. Nothing is deleted, the order stays."""
    placed: list[tuple[str, dict[str, Any]]] = []
    for one in rows:
        stage = one.stage
        if stage is None:
            project, stage = _added(project, pipeline_id, one.values["name"], after=placed[-1][0] if placed else None)
        placed.append((stage, one.values))
    # Facts depend on who stands where, so they wait until everybody does.
    for stage, values in placed:
        project = _written(project, StageRef(pipeline_id, stage), values)
    return project


def _added(project: Project, pipeline_id: str, name: str, *, after: str | None) -> tuple[Project, str]:
    known = {s.id for s in project.pipeline(pipeline_id).stages}
    project = add_stage(project, pipeline_id, name=name, after=after)
    new = next(s.id for s in project.pipeline(pipeline_id).stages if s.id not in known)
    if after is None:
        project = place_stage(project, StageRef(pipeline_id, new), place=0)
    return project, new


def _written(project: Project, at: StageRef, values: Mapping[str, Any]) -> Project:
    plain = {name: values[column] for column, name in _TEXTS.items() if column in values}
    plain |= {name: values[name] for name in ("term", "colour") if name in values}
    project = change_stage(project, at, **plain) if plain else project
    if "proof" in values:
        project = set_proof_after(project, at, proof=values["proof"])
    if "conversion" in values:
        project = forecast.with_share(project, at.pipeline, stage=at.stage, share=values["conversion"])
    return project
