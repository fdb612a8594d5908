"""The second cure: base funnels take the place of existing ones; ids stay bound, deals know where they go."""

from __future__ import annotations

from wizard.audit.mapping import Plan, proposed
from wizard.audit.rebinding import bindings, same_fields, same_reasons
from wizard.catalog.start import add_funnel
from wizard.model.edits.fields import delete_field, merge_fields
from wizard.model.edits.losses import delete_reason, merge_reasons
from wizard.model.edits.pipelines import change_pipeline, delete_pipeline
from wizard.model.edits.questions import used_fields
from wizard.model.moves import DealMove
from wizard.model.pipeline import Launch
from wizard.model.project import Project


def rebuilt(project: Project, plan: Plan, *, industry: str, moves: tuple[DealMove, ...] | None = None) -> Project:
    """The project with the funnels in the plan replaced by base funnels in the industry's words.

    The plan says by which base funnel each is replaced; several may become one. `moves` is the table of the deals'
    move as people put it right; without one it is proposed. Raises KeyError for a base funnel there is not.
    """
    after = designed(project, plan, industry=industry)
    moves = proposed(project, after, plan) if moves is None else moves
    after = after.changed(moves=moves)
    return after.changed(bindings=tuple(bindings(project, after, plan)))


def designed(project: Project, plan: Plan, *, industry: str) -> Project:
    """The same without the table of moves, to choose from."""
    after = project.changed(company=project.company.changed(industry=industry), moves=())
    for old in plan:
        after = delete_pipeline(after, old)
    for funnel in dict.fromkeys(plan.values()):
        after = change_pipeline(add_funnel(after, funnel), funnel, launch=Launch.NOW)
    order = dict.fromkeys(plan.get(pipeline.id, pipeline.id) for pipeline in project.pipelines)
    main = plan.get(project.main_pipeline, project.main_pipeline) if project.main_pipeline else None
    after = after.changed(pipelines=tuple(after.pipeline(p) for p in order), main_pipeline=main)
    return _without_leftovers(_with_shared(after, project), project)


def _with_shared(after: Project, before: Project) -> Project:
    """With what the account has under the same name used instead of doubled: fields of one type, reasons."""
    for old, new in same_fields(after, before):
        after = merge_fields(after, old, into=new)
    for old, new in same_reasons(after, before):
        after = merge_reasons(after, old, into=new)
    return after


def _without_leftovers(after: Project, before: Project) -> Project:
    """Without fields and reasons that only the replaced funnels used; the account keeps them."""
    used = {use.reason for pipeline in after.pipelines for use in pipeline.losses}
    for reason in before.loss_reasons:
        if reason.id not in used and any(r.id == reason.id for r in after.loss_reasons):
            after = delete_reason(after, reason.id)
    needed = used_fields(after)
    for field in before.fields:
        if field.id not in needed and any(f.id == field.id for f in after.fields):
            after = delete_field(after, field.id)
    return after
