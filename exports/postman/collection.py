"""A settings document as a Postman collection of format 2.1."""

from __future__ import annotations

import json

from exports.postman import scripts
from exports.postman.about import description
from exports.postman.bodies import reference
from exports.postman.plan import Plan, for_scripts
from exports.postman.requests import Folder, Request, folders
from wizard.amocrm.wire import Json
from wizard.i18n.translator import Translator

SCHEMA = "https://schema.getpostman.com/json/collection/v2.1.0/collection.json"
EXAMPLE = "https://example.amocrm.ru"

# What scripts say; each is `postman.say.<name>` in the catalogues.
SAID = (
    "quoted", "accepted", "stopped", "no_leave", "draft", "no_token", "no_address", "no_answer", "no_json", "blocked",
    "status", "status_401", "status_402", "status_403", "status_429", "exists_pipelines", "exists_custom_fields",
    "exists_custom_field_groups", "exists_loss_reasons", "too_many", "not_all", "reasons_by_hand", "same_pipeline",
    "same_hints", "same_field", "all_fields", "same_reasons",
)  # fmt: skip


def collection(body: Json, tr: Translator, *, company: str) -> Json:
    plan = Plan(body)
    found = folders(plan, tr)
    return {
        "info": {
            "name": tr("postman.name", company=company) if company else tr("postman.name_alone"),
            "description": description(body, tr),
            "schema": SCHEMA,
        },
        "item": [_folder(folder, n) for n, folder in enumerate(found, start=1)],
        "auth": {"type": "bearer", "bearer": [{"key": "token", "value": reference("token"), "type": "string"}]},
        "event": [_event("prerequest", scripts.before())],
        "variable": _variables(plan, tr, first=found[0].requests[0].name),
        # Whoever sends a request elsewhere must not get the access key.
        "protocolProfileBehavior": {"followRedirects": False},
    }


def _variables(plan: Plan, tr: Translator, *, first: str) -> list[Json]:
    said = {name: tr(f"postman.say.{name}") for name in SAID}
    values = {
        "base_url": EXAMPLE,
        "token": "",
        "example": EXAMPLE,
        "plan": _compact(for_scripts(plan, first=first)),
        "texts": _compact(said),
        "state": "",
        "page": "1",
    }
    told = {"base_url": tr("postman.variable.base_url"), "token": tr("postman.variable.token")}
    described = {name: {"description": text} for name, text in told.items()}
    return [
        {"key": name, "value": value, "type": "string", **described.get(name, {})} for name, value in values.items()
    ]


def _folder(folder: Folder, n: int) -> Json:
    events = {"event": [_event("test", scripts.after(folder.script))]} if folder.script else {}
    return {"name": f"{n}. {folder.title}", "item": [_item(request) for request in folder.requests], **events}


def _item(request: Request) -> Json:
    events = {"event": [_event("test", scripts.after(request.script))]} if request.script else {}
    return {"name": request.name, **events, "request": _request(request), "response": []}


def _request(request: Request) -> Json:
    path = f"api/v4/{request.path}"
    query = "&".join(f"{name}={value}" for name, value in request.query)
    url: Json = {
        "raw": f"{reference('base_url')}/{path}" + (f"?{query}" if query else ""),
        "host": [reference("base_url")],
        "path": path.split("/"),
    }
    if request.query:
        url["query"] = [{"key": name, "value": value} for name, value in request.query]
    sent: Json = {"method": request.method, "header": [{"key": "Accept", "value": "application/json"}], "url": url}
    if request.body:
        sent["header"].append({"key": "Content-Type", "value": "application/json"})
        sent["body"] = {"mode": "raw", "raw": request.body, "options": {"raw": {"language": "json"}}}
    return sent


def _event(listen: str, lines: tuple[str, ...]) -> Json:
    return {"listen": listen, "script": {"type": "text/javascript", "exec": list(lines)}}


def _compact(data: object) -> str:
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"))
