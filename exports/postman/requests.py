"""The requests of a collection in their order, in folders whose answers are looked at alike."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from exports.postman.bodies import batches, numbered, of_ids, reference, typed
from exports.postman.plan import Plan, pipeline_key, stage_key
from wizard.amocrm.wire import Json
from wizard.i18n.translator import Translator

PIPELINES = "leads/pipelines"
FIELDS = "leads/custom_fields"
GROUPS = f"{FIELDS}/groups"
REASONS = "leads/loss_reasons"

# amoCRM advises no more things in one request; a pipeline brings its stages along.
MOST = 50
MOST_PIPELINES = 10
PAGE = (("limit", "250"), ("page", reference("page")))


@dataclass(frozen=True)
class Request:
    """One request; `script` looks at its answer where the folder's own does not."""

    name: str
    method: str
    path: str
    query: tuple[tuple[str, str], ...] = ()
    body: str = ""
    script: str = ""


@dataclass(frozen=True)
class Folder:
    """Requests, and the script that looks at each of their answers."""

    title: str
    requests: tuple[Request, ...]
    script: str = ""


def folders(plan: Plan, tr: Translator) -> tuple[Folder, ...]:
    """Everything in the order in which amoCRM has to get it; folders without requests are left out.

    A draft is never entered, and its names, which may be alike, join nothing: it holds no writes.
    """
    check = Folder(tr("postman.folder.check"), tuple(_checks(plan, tr)), "exists")
    if plan.is_draft:
        return (check,)
    found = (
        check,
        Folder(tr("postman.folder.pipelines"), tuple(_new_pipelines(plan, tr)), "created"),
        Folder(tr("postman.folder.fields"), tuple(_new_fields(plan, tr)), "created"),
        Folder(tr("postman.folder.places"), tuple(_places(plan, tr)), "done"),
        Folder(tr("postman.folder.hints"), tuple(_hints(plan)), "done"),
        Folder(tr("postman.folder.reasons"), tuple(_new_reasons(plan, tr)), "reasons"),
        Folder(tr("postman.folder.main"), tuple(_main(plan)), "done"),
        Folder(tr("postman.folder.compare"), tuple(_comparisons(plan, tr))),
    )
    return tuple(folder for folder in found if folder.requests)


def _checks(plan: Plan, tr: Translator) -> Iterator[Request]:
    names = plan.names()
    yield Request(tr("postman.check.pipelines"), "GET", PIPELINES)
    if names["custom_fields"]:
        yield Request(tr("postman.check.fields"), "GET", FIELDS, PAGE)
    if names["custom_field_groups"]:
        yield Request(tr("postman.check.groups"), "GET", GROUPS)
    if names["loss_reasons"]:
        yield Request(tr("postman.check.reasons"), "GET", REASONS, PAGE)


def _new_pipelines(plan: Plan, tr: Translator) -> Iterator[Request]:
    yield from _posts(PIPELINES, plan.pipelines, tr("postman.new.pipelines"), most=MOST_PIPELINES)


def _new_fields(plan: Plan, tr: Translator) -> Iterator[Request]:
    yield from _posts(GROUPS, plan.body["custom_field_groups"], tr("postman.new.groups"))
    yield from _posts(FIELDS, plan.body["custom_fields"], tr("postman.new.fields"))


def _new_reasons(plan: Plan, tr: Translator) -> Iterator[Request]:
    yield from _posts(REASONS, plan.body["loss_reasons"], tr("postman.new.reasons"))


def _posts(path: str, items: list[Json], title: str, *, most: int = MOST) -> Iterator[Request]:
    parts = batches(numbered(items), most)
    for n, part in enumerate(parts, start=1):
        name = f"{title} ({n}/{len(parts)})" if len(parts) > 1 else title
        yield Request(name, "POST", path, body=typed(part))


def _places(plan: Plan, tr: Translator) -> Iterator[Request]:
    """Fields into their sections, then the stages at which they have to be filled."""
    for row in plan.body["field_groups"]:
        group = reference(f"group_{plan.group(row['group'])}")
        fields = [reference(f"field_{plan.field(name)}") for name in row["fields"]]
        name = tr("postman.into_group", name=row["group"])
        yield Request(name, "PATCH", f"{GROUPS}/{group}", body=of_ids({"fields": fields}))
    parts = batches([_required(field, stages) for field, stages in plan.required().items()], MOST)
    for n, part in enumerate(parts, start=1):
        title = tr("postman.required")
        name = f"{title} ({n}/{len(parts)})" if len(parts) > 1 else title
        yield Request(name, "PATCH", FIELDS, body=of_ids(part))


def _required(field: int, stages: list[tuple[int, int]]) -> Json:
    pairs = [
        {"pipeline_id": reference(pipeline_key(pipeline)), "status_id": reference(stage_key(pipeline, stage))}
        for pipeline, stage in stages
    ]
    return {"id": reference(f"field_{field}"), "required_statuses": pairs}


def _hints(plan: Plan) -> Iterator[Request]:
    for hint in plan.body["stage_hints"]:
        pipeline, stage = plan.stage(hint["pipeline"], hint["stage"])
        path = f"{PIPELINES}/{reference(pipeline_key(pipeline))}/statuses/{reference(stage_key(pipeline, stage))}"
        body = typed({"descriptions": hint["descriptions"]})
        yield Request(f"{hint['pipeline']} → {hint['stage']}", "PATCH", path, body=body)


def _main(plan: Plan) -> Iterator[Request]:
    """Last of all that is written: until then forms and telephony work as before."""
    if name := plan.body["main_pipeline"]:
        path = f"{PIPELINES}/{reference(pipeline_key(plan.pipeline(name)))}"
        yield Request(name, "PATCH", path, body=of_ids({"is_main": True}))


def _comparisons(plan: Plan, tr: Translator) -> Iterator[Request]:
    names = plan.names()
    yield Request(tr("postman.compare.pipelines"), "GET", PIPELINES, script="same_pipelines")
    if names["custom_fields"]:
        yield Request(tr("postman.compare.fields"), "GET", FIELDS, PAGE, script="same_fields")
    for n, pipeline in enumerate(plan.pipelines, start=1):
        path = f"{PIPELINES}/{reference(pipeline_key(n))}/statuses"
        name = tr("postman.compare.hints", name=pipeline["name"])
        yield Request(name, "GET", path, (("with", "descriptions"),), script="same_hints")
    if names["loss_reasons"]:
        yield Request(tr("postman.compare.reasons"), "GET", REASONS, PAGE, script="same_reasons")
