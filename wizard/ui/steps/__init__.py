"""The pages in order: the hub, six steps, the other funnels, review, export, entry; what stands beside them."""

from types import ModuleType

from wizard.ui.steps import (
    access,
    audit,
    connect,
    enter,
    export,
    goals,
    handover,
    hub,
    key_stage,
    losses,
    others,
    plan,
    qualification,
    review,
    shape,
    stages,
    verify,
    versions,
    workshop,
)

PAGES: tuple[ModuleType, ...] = (
    hub,
    goals,
    stages,
    shape,
    key_stage,
    qualification,
    losses,
    others,
    review,
    export,
    handover,
    connect,
    plan,
    enter,
    verify,
    versions,
    access,
    workshop,
    audit,
)
