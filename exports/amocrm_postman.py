"""A Postman collection that enters the project into an account, in Postman itself or by newman."""

from __future__ import annotations

import json

from exports.exporter import Exporter, Options, chosen, is_draft
from exports.postman.collection import collection
from wizard.amocrm.wire import document
from wizard.i18n.translator import translator
from wizard.model.project import Project


def render(project: Project, options: Options) -> bytes:
    body = document(project, chosen(project, options), draft=is_draft(project))
    tr = translator(project.company.language)
    made = collection(body, tr, company=project.company.name)
    return (json.dumps(made, ensure_ascii=False, indent="\t") + "\n").encode()


EXPORTER = Exporter(
    "amocrm-postman", "amocrm.postman_collection.json", "application/json", render, for_experts=True, light=True
)
