"""The settings document as a collection uses it: names joined to places, as ids are known only while it runs."""

from __future__ import annotations

from dataclasses import dataclass

from wizard.amocrm.wire import Json

MOST_PIPELINES = 50


@dataclass(frozen=True)
class Plan:
    """A settings document and where everything in it stands, counted from 1."""

    body: Json

    @property
    def pipelines(self) -> list[Json]:
        found: list[Json] = self.body["pipelines"]
        return found

    @property
    def is_draft(self) -> bool:
        return bool(self.body["draft"])

    def pipeline(self, name: str) -> int:
        return _place(self.pipelines, name)

    def stage(self, pipeline: str, stage: str) -> tuple[int, int]:
        place = self.pipeline(pipeline)
        return place, _place(own_stages(self.pipelines[place - 1]), stage)

    def group(self, name: str) -> int:
        return _place(self.body["custom_field_groups"], name)

    def field(self, name: str) -> int:
        return _place(self.body["custom_fields"], name)

    def required(self) -> dict[int, list[tuple[int, int]]]:
        """At which stages each field has to be filled."""
        found: dict[int, list[tuple[int, int]]] = {}
        for need in self.body["required_fields"]:
            stages = [self.stage(need["pipeline"], name) for name in need["stages"]]
            found.setdefault(self.field(need["field"]), []).extend(stages)
        return found

    def names(self) -> dict[str, list[str]]:
        """What must not be in the account yet, by the words of the API."""
        kinds = ("pipelines", "custom_fields", "custom_field_groups", "loss_reasons")
        return {kind: [item["name"] for item in self.body[kind]] for kind in kinds}


def own_stages(pipeline: Json) -> list[Json]:
    return [stage for stage in pipeline["_embedded"]["statuses"] if "id" not in stage]


def for_scripts(plan: Plan, *, first: str) -> Json:
    """What the scripts look for and compare with; `first` is the request that begins a run."""
    told: Json = {
        "first": first,
        "draft": plan.is_draft,
        "most_pipelines": MOST_PIPELINES,
        "names": plan.names(),
    }
    return told if plan.is_draft else told | _to_compare(plan)


def _to_compare(plan: Plan) -> Json:
    return {
        "pipelines": [_pipeline(pipeline, main=plan.body["main_pipeline"]) for pipeline in plan.pipelines],
        "hints": _hints(plan),
        "fields": _fields(plan),
    }


def _pipeline(pipeline: Json, *, main: str | None) -> Json:
    statuses = pipeline["_embedded"]["statuses"]
    return {
        "name": pipeline["name"],
        "unsorted": pipeline["is_unsorted_on"],
        "main": pipeline["name"] == main,
        "stages": [{key: stage[key] for key in ("name", "color") if key in stage} for stage in own_stages(pipeline)],
        "ends": {str(stage["id"]): stage["name"] for stage in statuses if "id" in stage},
    }


def _hints(plan: Plan) -> list[list[dict[str, str]]]:
    """The texts of every own stage of every pipeline, by level."""
    found: list[list[dict[str, str]]] = [[{} for _ in own_stages(pipeline)] for pipeline in plan.pipelines]
    for hint in plan.body["stage_hints"]:
        pipeline, stage = plan.stage(hint["pipeline"], hint["stage"])
        found[pipeline - 1][stage - 1] = {said["level"]: said["description"] for said in hint["descriptions"]}
    return found


def _fields(plan: Plan) -> list[Json]:
    groups = {name: plan.group(row["group"]) for row in plan.body["field_groups"] for name in row["fields"]}
    required = plan.required()
    return [
        {
            "name": field["name"],
            "type": field["type"],
            "values": [choice["value"] for choice in field.get("enums", ())],
            "group": f"group_{groups[field['name']]}" if field["name"] in groups else None,
            "required": [[pipeline_key(p), stage_key(p, s)] for p, s in required.get(n, ())],
        }
        for n, field in enumerate(plan.body["custom_fields"], start=1)
    ]


def pipeline_key(pipeline: int) -> str:
    """The variable that holds a pipeline's id; the script `created` names them so too."""
    return f"pipeline_{pipeline}"


def stage_key(pipeline: int, stage: int) -> str:
    return f"stage_{pipeline}_{stage}"


def _place(items: list[Json], name: str) -> int:
    return next(n for n, item in enumerate(items, start=1) if item["name"] == name)
