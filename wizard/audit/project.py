"""What was found as a project: names and order as they are, ids of the account kept as bindings, the rest empty."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from wizard.audit.found import Found, FoundField, FoundPipeline, FoundReason, FoundStage
from wizard.audit.guess import goal_of, language_of, subject_of, won_kind_of
from wizard.i18n.translator import translator
from wizard.lint import paths
from wizard.model.edits.ids import slug
from wizard.model.fields import Field, FieldOption
from wizard.model.losses import LossReason, LossUse
from wizard.model.pipeline import Launch, Pipeline, Stage, Won
from wizard.model.project import Binding, Company, Language, Project


def project_of(found: Found, *, company: Company | None = None) -> Project:
    """The project of what was found. Without a company its language is that of the names.

    All funnels are launched: they run already. What an account does not show stays empty.
    """
    company = company or Company(language=language_of(_names(found)))
    fields, reasons = _fields(found.fields or ()), _reasons(found)
    items = tuple(_titled(found.pipelines, company.language))
    ids = _ids([item.name for item in items], "funnel", prefix="own_")
    uses = tuple(LossUse(reason=reason.id) for reason in reasons)
    required = list(zip((field.id for field in fields), found.fields or (), strict=True))
    pipelines = tuple(_pipeline(new, item, required).changed(losses=uses) for new, item in zip(ids, items, strict=True))
    project = Project(
        company=company,
        fields=fields,
        loss_reasons=reasons,
        pipelines=tuple(_with_ends(p, item, company.language) for p, item in zip(pipelines, items, strict=True)),
        main_pipeline=next((p.id for p, item in zip(pipelines, items, strict=True) if item.main), None),
    )
    return project.changed(bindings=tuple(bindings_of(found, project)))


def bindings_of(found: Found, project: Project) -> Iterator[Binding]:
    """Which local thing is which of the account; a pasted list has no ids to bind."""
    items: list[tuple[str, FoundPipeline | FoundStage | FoundField | FoundReason]] = []
    for pipeline, item in zip(project.pipelines, found.pipelines, strict=True):
        items.append((paths.pipeline(pipeline.id), item))
        stages = zip(pipeline.stages, item.stages, strict=True)
        items += [(paths.stage(pipeline.id, stage.id), raw) for stage, raw in stages]
    items += zip((paths.field(field.id) for field in project.fields), found.fields or (), strict=True)
    items += zip((paths.reason(reason.id) for reason in project.loss_reasons), found.reasons or (), strict=True)
    return (Binding(account=found.account, local=local, remote=item.remote) for local, item in items if item.remote)


def _titled(pipelines: tuple[FoundPipeline, ...], language: Language) -> Iterator[FoundPipeline]:
    """Pasted funnels without a heading get one; a blank name in an account is a finding and stays."""
    name = translator(language)("audit.unnamed")
    bare = [item for item in pipelines if not item.name and not item.remote]
    for item in pipelines:
        number = next((n for n, other in enumerate(bare, start=1) if other is item), 0)
        yield replace(item, name=name if len(bare) == 1 else f"{name} {number}") if number else item


def _names(found: Found) -> list[str]:
    return [name for p in found.pipelines for name in (p.name, *(s.name for s in p.stages))]


def _pipeline(new: str, item: FoundPipeline, fields: list[tuple[str, FoundField]]) -> Pipeline:
    goal = goal_of(item)
    stages = zip(_ids([raw.name for raw in item.stages], "stage"), item.stages, strict=True)
    wanted = _demanded(item, fields)
    return Pipeline(
        id=new,
        name=item.name,
        goal_type=goal,
        subject=subject_of(goal),
        stages=tuple(
            Stage(id=stage, name=raw.name, colour=raw.colour, fields=tuple(wanted.get(place, ())), hints=raw.hints)
            for place, (stage, raw) in enumerate(stages)
        ),
        unsorted=item.unsorted,
        launch=Launch.NOW,
    )


def _with_ends(pipeline: Pipeline, item: FoundPipeline, language: Language) -> Pipeline:
    """With the names of its two ends; every funnel has them, so one that was not shown has its usual name."""
    won = Won(name=item.won or translator(language)("audit.stock_won"), kind=won_kind_of(pipeline.goal_type))
    return pipeline.changed(won=won, lost_name=item.lost or "")


def _demanded(item: FoundPipeline, fields: list[tuple[str, FoundField]]) -> dict[int, list[str]]:
    """Fields to fill before leaving each stage: amoCRM asks for them on entering the next one."""
    before = {raw.remote: place - 1 for place, raw in enumerate(item.stages) if raw.remote and place}
    wanted: dict[int, list[str]] = {}
    for field_id, field in fields:
        places = [before[stage] for at, stage in field.required if at == item.remote and stage in before]
        if places:
            wanted.setdefault(min(places), []).append(field_id)
    return wanted


def _fields(found: tuple[FoundField, ...]) -> tuple[Field, ...]:
    ids = _ids([item.name for item in found], "field", prefix="own_")
    return tuple(
        Field(
            id=new, name=item.name, type=item.type, place=item.place, options=_options(item.options), group=item.group
        )
        for new, item in zip(ids, found, strict=True)
    )


def _options(names: tuple[str, ...]) -> tuple[FieldOption, ...]:
    ids = _ids(list(names), "option")
    return tuple(FieldOption(id=new, name=name) for new, name in zip(ids, names, strict=True))


def _reasons(found: Found) -> tuple[LossReason, ...]:
    names = [item.name for item in found.reasons or ()]
    return tuple(
        LossReason(id=new, name=name) for new, name in zip(_ids(names, "reason", prefix="own_"), names, strict=True)
    )


def _ids(names: list[str], default: str, *, prefix: str = "") -> list[str]:
    """An id for each name; as `fresh`, but a thousand equal names do not take a million looks."""
    taken: dict[str, int] = {}
    ids = []
    for name in names:
        wanted = new = f"{prefix}{slug(name, default)}"
        while new in taken:
            taken[wanted] += 1
            new = f"{wanted}_{taken[wanted]}"
        taken[new] = 1
        ids.append(new)
    return ids
