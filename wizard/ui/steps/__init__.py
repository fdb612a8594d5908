"""The pages in order: the hub, six steps, the other funnels, review, export, entry; what stands beside them."""

from types import ModuleType

from wizard.ui.steps import (
    access,
    audit,
    connect,
    enter,
    export,
    goals,
    hub,
    key_stage,
    losses,
    others,
    plan,
    qualification,
    review,
    shape,
    stages,
    versions,
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
    connect,
    plan,
    enter,
    versions,
    access,
    audit,
)
