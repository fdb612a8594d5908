"""What the wizard sends is what the practice account takes, as it is."""

from __future__ import annotations

import pytest

from tests.amocrm.sandbox.asking import FIELDS, GROUPS, PIPELINES, REASONS, opened
from wizard.amocrm import wire
from wizard.catalog import reader
from wizard.catalog.start import start
from wizard.model.project import Company, Language


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("industry", ["general", "medicine_beauty"])
def test_every_funnel_of_the_catalogue_is_taken(language: Language, industry: str) -> None:
    company = Company(name="Дом", industry=industry, language=language)
    project = start(tuple(funnel.id for funnel in reader.funnels()), company=company)
    sent = wire.document(project, project.pipelines, draft=False)
    account = opened()
    made = account.write("POST", PIPELINES, sent["pipelines"])["_embedded"]["pipelines"]
    account.write("POST", GROUPS, sent["custom_field_groups"])
    account.write("POST", FIELDS, sent["custom_fields"])
    account.write("POST", REASONS, sent["loss_reasons"])
    assert [[stage["name"] for stage in p["_embedded"]["statuses"] if stage["is_editable"]] for p in made] == [
        [stage.name for stage in pipeline.stages] for pipeline in project.pipelines
    ]
    ids = {p["name"]: {s["name"]: s["id"] for s in p["_embedded"]["statuses"]} | {"": p["id"]} for p in made}
    for hint in sent["stage_hints"]:
        pipeline = ids[hint["pipeline"]]
        address = f"{PIPELINES}/{pipeline['']}/statuses/{pipeline[hint['stage']]}"
        told = account.write("PATCH", address, {"descriptions": hint["descriptions"]})["descriptions"]
        assert [{"level": t["level"], "description": t["description"]} for t in told] == hint["descriptions"]
