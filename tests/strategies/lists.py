"""Random edits of the account's fields and loss reasons."""

from __future__ import annotations

from collections.abc import Callable

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn

from tests.strategies.values import (
    NAMES,
    Edit,
    a_pipeline,
    maybe,
)
from wizard.model.edits import fields, losses, splitting
from wizard.model.fields import FieldType
from wizard.model.losses import LossGroup
from wizard.model.project import Project
from wizard.model.routes import ARCHIVE


def _of_field(change: Callable[[DrawFn, Project, str], Project]) -> Edit:
    def edit(draw: DrawFn, before: Project) -> Project:
        return change(draw, before, draw(st.sampled_from(before.fields)).id) if before.fields else before

    return edit


def _change_field(draw: DrawFn, before: Project, field: str) -> Project:
    return fields.change_field(before, field, name=draw(NAMES), type=draw(st.sampled_from(FieldType)))


def _delete_field(_draw: DrawFn, before: Project, field: str) -> Project:
    return fields.delete_field(before, field)


def _merge_fields(draw: DrawFn, before: Project, field: str) -> Project:
    return fields.merge_fields(before, field, into=draw(st.sampled_from(before.fields)).id)


def _change_options(draw: DrawFn, before: Project, field: str) -> Project:
    longer = fields.add_option(before, field, name=draw(NAMES))
    option = draw(st.sampled_from(longer.field(field).options)).id
    if draw(st.booleans()):
        return fields.rename_option(longer, field, option=option, name=draw(NAMES))
    return fields.delete_option(longer, field, option=option)


def _add_reason(draw: DrawFn, before: Project) -> Project:
    field = draw(maybe(tuple(f.id for f in before.fields)))
    return losses.add_reason(before, draw(NAMES), use_in=a_pipeline(draw, before).id, field=field)


def _of_reason(change: Callable[[DrawFn, Project, str], Project]) -> Edit:
    def edit(draw: DrawFn, before: Project) -> Project:
        return change(draw, before, draw(st.sampled_from(before.loss_reasons)).id) if before.loss_reasons else before

    return edit


def _change_reason(draw: DrawFn, before: Project, reason: str) -> Project:
    return losses.change_reason(before, reason, name=draw(NAMES), comment_required=draw(st.booleans()))


def _delete_reason(_draw: DrawFn, before: Project, reason: str) -> Project:
    return losses.delete_reason(before, reason)


def _merge_reasons(draw: DrawFn, before: Project, reason: str) -> Project:
    return losses.merge_reasons(before, reason, into=draw(st.sampled_from(before.loss_reasons)).id)


def _use_reason(draw: DrawFn, before: Project, reason: str) -> Project:
    used = losses.use_reason(before, a_pipeline(draw, before).id, reason=reason, route=ARCHIVE)
    return used if draw(st.booleans()) else losses.drop_use(used, a_pipeline(draw, used).id, reason=reason)


def _split_reason(draw: DrawFn, before: Project, reason: str) -> Project:
    groups = st.none() | st.sampled_from(LossGroup)
    names = draw(
        st.lists(st.tuples(NAMES, groups), min_size=1, max_size=3, unique_by=lambda named: named[0].casefold())
    )
    return splitting.split_reason(before, reason, names=tuple(names))


IN_FIELDS: tuple[Edit, ...] = tuple(map(_of_field, (_change_field, _delete_field, _merge_fields, _change_options)))
IN_REASONS: tuple[Edit, ...] = (
    _add_reason,
    *map(_of_reason, (_change_reason, _delete_reason, _merge_reasons, _split_reason, _use_reason)),
)
