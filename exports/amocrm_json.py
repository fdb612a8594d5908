"""The amoCRM settings file: the same document that is sent when the wizard enters it itself."""

from __future__ import annotations

import json

from exports.exporter import Exporter, Options, chosen, is_draft
from wizard.amocrm.wire import document
from wizard.model.project import Project


def render(project: Project, options: Options) -> bytes:
    body = document(project, chosen(project, options), draft=is_draft(project))
    return (json.dumps(body, ensure_ascii=False, indent=2) + "\n").encode()


EXPORTER = Exporter("amocrm-json", "amocrm.json", "application/json", render, for_experts=True, light=True)
