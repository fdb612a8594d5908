"""A plan's changes as people read them: pipeline by pipeline, then what is the whole account's."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from wizard.amocrm.plan.change import Action, Change, Kind, Summary, summary
from wizard.amocrm.plan.plan import Plan

_KINDS = frozenset(map(str, Kind))


class Section(StrEnum):
    """What a group of changes is about."""

    PIPELINE = "pipeline"
    FIELDS = "fields"
    REASONS = "reasons"
    ACCOUNT = "account"
    MANUAL = "manual"


@dataclass(frozen=True)
class Group:
    """Changes that belong together; `name` is a pipeline's, and left out before the names of its own things."""

    section: Section
    changes: tuple[Change, ...]
    pipeline: str = ""
    name: str = ""

    @property
    def summary(self) -> Summary:
        return summary(self.changes)


def grouped(plan: Plan) -> tuple[Group, ...]:
    """Every change in one group; groups without any are left out."""
    places = [_place(plan, change) for change in plan.changes]
    names = {choice.pipeline: plan.project.pipeline(choice.pipeline).name for choice in plan.choices.pipelines}
    order = [(Section.PIPELINE, pipeline) for pipeline in names]
    order += [(section, "") for section in Section if section is not Section.PIPELINE]
    told = ((at, [c for c, place in zip(plan.changes, places, strict=True) if place == at]) for at in order)
    return tuple(
        Group(section, tuple(_short(plan, changes)), pipeline, names.get(pipeline, ""))
        for (section, pipeline), changes in told
        if changes
    )


def _place(plan: Plan, change: Change) -> tuple[Section, str]:
    pipeline = _pipeline_of(plan, change)
    if change.kind not in _KINDS:
        return Section.MANUAL, ""
    if pipeline:
        return Section.PIPELINE, pipeline
    if change.kind in (Kind.FIELD, Kind.GROUP):
        return Section.FIELDS, ""
    return (Section.REASONS if change.kind == Kind.REASON else Section.ACCOUNT), ""


def _pipeline_of(plan: Plan, change: Change) -> str:
    """The project's pipeline a change is in; a stage of the account alone stands in the one that is taken over."""
    parts = change.local.split("/")
    if parts[0] == "pipelines":
        return parts[1]
    if change.kind != Kind.STAGE or change.action is not Action.ONLY_IN_ACCOUNT:
        return ""
    of_stage = {str(stage.id): pipeline.id for pipeline in plan.seen.pipelines for stage in pipeline.stages}
    remote = of_stage.get(change.remote)
    return next((c.pipeline for c in plan.choices.pipelines if remote and c.remote == remote), "")


def _short(plan: Plan, changes: Iterable[Change]) -> Iterable[Change]:
    """Without the pipeline's name before a stage's, for the group is called so."""
    names = {p.name for p in plan.project.pipelines} | {p.name for p in plan.seen.pipelines}
    for change in changes:
        prefix = next((f"{name} / " for name in names if change.name.startswith(f"{name} / ")), "")
        inside = change.kind in (Kind.STAGE, Kind.END, Kind.REMOVAL)
        yield change.changed(name=change.name.removeprefix(prefix)) if prefix and inside else change
