"""A colour amoCRM does not have.

A stage takes one of 21 colours; the API refuses any other. Upper case does no harm: it is lowered
when the settings are compiled.
Source: amoCRM's API documentation.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial

from wizard.lint import paths
from wizard.lint.rule import Fix, Hit, Reads, Rule, RuleSet, Severity
from wizard.model.edits.stages import StageRef, change_stage
from wizard.model.pipeline import PALETTE
from wizard.model.project import Project, Step


def check(project: Project) -> Iterator[Hit]:
    for pipeline in project.pipelines:
        for stage in pipeline.stages:
            if stage.colour is not None and stage.colour.lower() not in PALETTE:
                path = paths.stage(pipeline.id, stage.id, "colour")
                args = (("name", stage.name), ("colour", stage.colour))
                yield Hit(path, args=args, fix=_fix(StageRef(pipeline.id, stage.id), stage.colour))


def nearest(colour: str) -> str | None:
    """The nearest colour of the palette; None when `colour` is not ``#rrggbb``."""
    if not re.fullmatch(r"#[0-9a-fA-F]{6}", colour):
        return None
    return min(PALETTE, key=lambda known: sum((a - b) ** 2 for a, b in zip(_rgb(known), _rgb(colour), strict=True)))


def _rgb(colour: str) -> tuple[int, ...]:
    return tuple(bytes.fromhex(colour[1:]))


def _fix(at: StageRef, colour: str) -> Fix:
    near = nearest(colour)
    edit = partial(change_stage, at=at, colour=near)
    return Fix(edit, args=(("becomes", near),)) if near else Fix(edit, variant="no-colour")


RULE = Rule("colour-not-in-palette", RuleSet.AMOCRM, Severity.ERROR, Step.STAGES, check, reads=Reads.PIPELINE)
