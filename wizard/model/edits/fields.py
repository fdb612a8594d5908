"""Edits of the account's fields and their options."""

from __future__ import annotations

from typing import Any

from wizard.model.edits.ids import fresh, slug
from wizard.model.fields import Field, FieldOption
from wizard.model.pipeline import Pipeline, Stage
from wizard.model.project import Project
from wizard.model.routes import Route
from wizard.model.terms import AT_ONCE


def change_field(project: Project, field_id: str, **values: Any) -> Project:
    """Replace attributes of a field (name, type, place, group); options have edits of their own."""
    field = project.field(field_id).changed(**values)
    return project.changed(fields=tuple(field if f.id == field_id else f for f in project.fields))


def add_field(project: Project, field: Field) -> Project:
    """Add a field; one whose id is known already changes nothing."""
    if any(f.id == field.id for f in project.fields):
        return project
    return project.changed(fields=(*project.fields, field))


def delete_field(project: Project, field_id: str) -> Project:
    """Delete a field everywhere: stages no longer demand it, its questions and causes go.

    A term that ran until its date is taken away; a route that opened by its date opens at once.
    """
    causes = {reason.id for reason in project.loss_reasons if reason.field == field_id}
    return project.changed(
        fields=tuple(f for f in project.fields if f.id != field_id),
        loss_reasons=tuple(r for r in project.loss_reasons if r.id not in causes),
        pipelines=tuple(_without_field(p, field_id, causes) for p in project.pipelines),
    )


def _without_field(pipeline: Pipeline, field_id: str, causes: set[str]) -> Pipeline:
    def change(route: Route) -> Route:
        opens = AT_ONCE if route.opens.field == field_id else route.opens
        return route.changed(opens=opens, wanted=route.wanted and change(route.wanted))

    return pipeline.changed(
        stages=tuple(_stage_without(stage, field_id) for stage in pipeline.stages),
        questions=tuple(q for q in pipeline.questions if q.field != field_id),
        losses=tuple(use for use in pipeline.losses if use.reason not in causes),
    ).map_routes(change)


def _stage_without(stage: Stage, field_id: str) -> Stage:
    dated = stage.term is not None and stage.term.until_field == field_id
    return stage.changed(fields=tuple(f for f in stage.fields if f != field_id), term=None if dated else stage.term)


def add_option(project: Project, field_id: str, *, name: str) -> Project:
    """Add a value to a list field."""
    field = project.field(field_id)
    option = FieldOption(id=fresh(slug(name, "option"), (o.id for o in field.options)), name=name)
    return change_field(project, field_id, options=(*field.options, option))


def rename_option(project: Project, field_id: str, *, option: str, name: str) -> Project:
    """Rename a value; every question that offers it follows."""
    options = tuple(o.changed(name=name) if o.id == option else o for o in project.field(field_id).options)
    return change_field(project, field_id, options=options)


def delete_option(project: Project, field_id: str, *, option: str) -> Project:
    """Delete a value and the answers that offered it."""
    pipelines = tuple(
        p.changed(
            questions=tuple(
                q.changed(answers=tuple(a for a in q.answers if a.option != option)) if q.field == field_id else q
                for q in p.questions
            )
        )
        for p in project.pipelines
    )
    field = project.field(field_id)
    shorter = field.changed(options=tuple(o for o in field.options if o.id != option))
    return project.changed(
        pipelines=pipelines, fields=tuple(shorter if f.id == field_id else f for f in project.fields)
    )


def merge_fields(project: Project, field_id: str, *, into: str) -> Project:
    """Let one field stand for two: stages, questions, terms and routes of the first use the second.

    Options of the first that the second lacks (by name) are added to it. A field merged into itself stays.
    """
    if field_id == into:
        return project
    old, kept = project.field(field_id), project.field(into)
    names = {o.name.casefold(): o.id for o in kept.options}
    renamed: dict[str, str] = {}
    added = []
    for option in old.options:
        known = names.get(option.name.casefold())
        renamed[option.id] = known or fresh(option.id, {o.id for o in kept.options} | set(renamed.values()))
        if known is None:
            added.append(option.changed(id=renamed[option.id]))
    merged = kept.changed(options=(*kept.options, *added))
    return project.changed(
        fields=tuple(merged if f.id == into else f for f in project.fields if f.id != field_id),
        loss_reasons=tuple(r.changed(field=into) if r.field == field_id else r for r in project.loss_reasons),
        pipelines=tuple(_with_field(p, field_id, into=into, options=renamed) for p in project.pipelines),
    )


def _with_field(pipeline: Pipeline, field_id: str, *, into: str, options: dict[str, str]) -> Pipeline:
    def change(route: Route) -> Route:
        opens = route.opens.changed(field=into) if route.opens.field == field_id else route.opens
        return route.changed(opens=opens, wanted=route.wanted and change(route.wanted))

    def stage(old: Stage) -> Stage:
        fields = dict.fromkeys(into if f == field_id else f for f in old.fields)
        until = old.term is not None and old.term.until_field == field_id
        term = old.term.changed(until_field=into) if old.term and until else old.term
        return old.changed(fields=tuple(fields), term=term)

    questions = tuple(
        q.changed(field=into, answers=tuple(a.changed(option=options[a.option]) for a in q.answers))
        if q.field == field_id
        else q
        for q in pipeline.questions
    )
    return pipeline.changed(stages=tuple(map(stage, pipeline.stages)), questions=questions).map_routes(change)
