"""Fields to ask for the date of a stage and for what came of it, named after what the stage is about."""

from __future__ import annotations

from typing import Literal

from wizard.catalog import parts, reader
from wizard.catalog.start import wording_of
from wizard.i18n.translator import translator
from wizard.lint.dates import matter
from wizard.lint.reading.letters import plain
from wizard.lint.words import says, topic
from wizard.model.edits.fields import add_field
from wizard.model.edits.ids import fresh, slug
from wizard.model.edits.stages import StageRef, change_stage
from wizard.model.fields import DATES, Field
from wizard.model.project import Language, Project
from wizard.model.terms import Term

Kind = Literal["date", "result"]


def field_for(project: Project, stage_name: str, *, kind: Kind) -> Field:
    """The field for a dated stage: the project's own, the catalogue's, or one named after the stage."""
    usual = parts.field(f"key_{kind}", wording=wording_of(project), questions=())
    name = _name(stage_name, kind=kind, language=project.company.language) or usual.name
    fits = (f for f in project.fields if plain(f.name) == plain(name) and (kind == "result" or f.type in DATES))
    if found := next(fits, None):
        return found
    taken = {field.id for field in project.fields}
    if name == usual.name and usual.id not in taken:
        return usual
    return usual.changed(id=fresh(slug(name), taken | {usual.id}), name=name, note="")


def ask(project: Project, at: StageRef, *, field: Field, dated: StageRef | None = None) -> Project:
    """An edit: a stage asks for the field, and a dated stage lasts until the date in it."""
    project = add_field(project, field)
    stage = project.pipeline(at.pipeline).stage(at.stage)
    project = change_stage(project, at, fields=tuple(dict.fromkeys((*stage.fields, field.id))))
    if dated is None:
        return project
    term = project.pipeline(dated.pipeline).stage(dated.stage).term
    until = Term(until_field=field.id, until_plus_days=1, first=term.first if term else None)
    return change_stage(project, dated, term=until)


def _name(stage_name: str, *, kind: Kind, language: Language) -> str | None:
    """None where the stage does not tell what it is about.

    Russian wants a case of the noun: industries bring theirs, and after the word for a date it stands in it
    already; any other noun comes after a colon.
    """
    noun = matter(stage_name)
    if not noun:
        return None
    known = {plain(item.noun.nom): item.noun.gen for item in reader.industries()}
    ready = language is Language.EN or says(stage_name, topic("dates", "day"))
    tr = translator(language)
    if not ready and plain(noun) not in known:
        return tr(f"field_name.{kind}_other", of=noun)
    text = tr(f"field_name.{kind}", of=noun if ready else known[plain(noun)])
    return text[:1].upper() + text[1:]
