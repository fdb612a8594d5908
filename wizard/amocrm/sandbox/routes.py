"""Which address leads where; with another verb it is there all the same, and says so."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NamedTuple

from wizard.amocrm.sandbox import about, fields, groups, leads, pipelines, reasons, stages
from wizard.amocrm.sandbox.answers import refused
from wizard.amocrm.sandbox.call import Handler

_ID = r"/(\d+)"
_GROUPS = "leads/custom_fields/groups"

_ROUTES: tuple[tuple[str, Mapping[str, Handler]], ...] = (
    ("account", {"GET": about.account}),
    ("users", {"GET": about.users}),
    ("users" + _ID, {"GET": about.user}),
    ("leads", {"GET": leads.listed, "PATCH": leads.all_changed}),
    ("leads" + _ID, {"GET": leads.one, "PATCH": leads.changed}),
    ("leads/pipelines", {"GET": pipelines.listed, "POST": pipelines.added}),
    (
        "leads/pipelines" + _ID,
        {"GET": pipelines.one, "PATCH": pipelines.changed, "DELETE": pipelines.removed},
    ),
    (f"leads/pipelines{_ID}/statuses", {"GET": stages.listed, "POST": stages.added}),
    (
        f"leads/pipelines{_ID}/statuses{_ID}",
        {"GET": stages.one, "PATCH": stages.changed, "DELETE": stages.removed},
    ),
    ("leads/custom_fields", {"GET": fields.listed, "POST": fields.added, "PATCH": fields.all_changed}),
    (
        "leads/custom_fields" + _ID,
        {"GET": fields.one, "PATCH": fields.changed, "DELETE": fields.removed},
    ),
    (_GROUPS, {"GET": groups.listed, "POST": groups.added}),
    (_GROUPS + r"/(\w+)", {"GET": groups.one, "PATCH": groups.changed, "DELETE": groups.removed}),
    ("leads/loss_reasons", {"GET": reasons.listed, "POST": reasons.added}),
    (
        "leads/loss_reasons" + _ID,
        {"GET": reasons.one, "PATCH": reasons.changed, "DELETE": reasons.removed},
    ),
)


class Route(NamedTuple):
    """Who answers, and the ids in the address."""

    handler: Handler
    ids: tuple[str, ...]


def route(method: str, path: str) -> Route:
    for pattern, handlers in _ROUTES:
        if found := re.fullmatch("/api/v4/" + pattern, path):
            if method not in handlers:
                raise refused(405, "Method Not Allowed")
            return Route(handlers[method], found.groups())
    raise refused(404, "Cannot " + method + " " + path)
