"""What an account's JSON shows, in each of its shapes, odd as accounts are."""

from __future__ import annotations

from typing import Any

import pytest

from tests.audit import bodies
from tests.audit.bodies import ENDS, LOST, UNSORTED, WON, dumped, pipeline, status
from wizard.audit.found import Found, FoundField, FoundPipeline, FoundReason, FoundStage, Note
from wizard.audit.readers import from_json
from wizard.model.fields import FieldType, Place
from wizard.storage.errors import FileError

THINKS = status(101, "Думает")
SALES = pipeline("Продажи", THINKS, *ENDS)
FOUND = FoundPipeline(
    "Продажи", (FoundStage("Думает", "101", "#fffeb2"),), remote="31", won=WON["name"], lost=LOST["name"]
)


def _read(value: Any) -> Found:
    return from_json(dumped(value))


def test_a_fresh_account_is_read_whole() -> None:
    colours = ("#98cbff", "#fffeb2", "#ffce5a", "#ffc8c8")
    names = ("Первичный контакт", "Переговоры", "Принимают решение", "Согласование договора")
    stages = tuple(
        FoundStage(name, str(100 + n), colour) for n, (name, colour) in enumerate(zip(names, colours, strict=True))
    )
    found = _read(bodies.stock())
    assert found == Found(
        (FoundPipeline("Воронка", stages, "31", WON["name"], LOST["name"], unsorted=True, main=True),),
        account="example.amocrm.ru",
        notes=(Note("foreign_colours", 4),),
    )


@pytest.mark.parametrize(
    "value",
    [
        [SALES],
        {"_embedded": {"pipelines": [SALES]}},
        {"pipelines": [SALES]},
        {"pipelines": {"_embedded": {"pipelines": [SALES]}}},
        {
            "_embedded": {
                "items": {"31": {**SALES, "_embedded": None, "statuses": {"101": THINKS, "142": WON, "143": LOST}}}
            }
        },
    ],
    ids=["bare list", "body", "mapping of a list", "mapping of a body", "the API before"],
)
def test_each_shape_says_the_same(value: Any) -> None:
    assert _read(value) == Found((FOUND,))


def test_one_pipeline_is_a_part_of_an_account() -> None:
    assert _read(SALES) == Found((FOUND,), partial=True)
    assert _read({"pipelines": SALES}) == Found((FOUND,), partial=True)


def test_fields_and_reasons_come_in_the_same_mapping() -> None:
    field = {
        "id": 5,
        "name": "Источник",
        "type": "select",
        "enums": [{"id": 1, "value": "Сайт"}],
        "required_statuses": [{"pipeline_id": 31, "status_id": 101}],
    }
    phone = {"id": 6, "name": "Телефон", "type": "multitext", "code": "PHONE", "entity_type": "contacts"}
    tracking = {"id": 7, "name": "utm_source", "type": "tracking_data"}
    found = _read(
        {
            "pipelines": bodies.body(SALES),
            "custom_fields": {"_embedded": {"custom_fields": [field, phone, tracking]}},
            "loss_reasons": {"_embedded": {"loss_reasons": [{"id": 9, "name": "Дорого"}]}},
        }
    )
    assert found == Found(
        (FOUND,),
        fields=(
            FoundField("Источник", FieldType.SELECT, options=("Сайт",), remote="5", required=(("31", "101"),)),
            FoundField("Телефон", FieldType.PHONE, Place.CONTACT, remote="6"),
        ),
        reasons=(FoundReason("Дорого", "9"),),
        account="example.amocrm.ru",
    )


FIELDS = {"_embedded": {"custom_fields": [{"id": 5, "name": "Источник", "type": "text"}]}}
REASONS = {"_embedded": {"loss_reasons": [{"id": 9, "name": "Дорого"}]}}
ANSWERS = [dumped(answer) for answer in (bodies.body(SALES), FIELDS, REASONS)]


@pytest.mark.parametrize("data", [b"\n\n".join(ANSWERS), b",\n".join(ANSWERS), b"[" + b",".join(ANSWERS) + b"]"])
def test_three_answers_may_be_pasted_one_after_another(data: bytes) -> None:
    found = from_json(data)
    assert (found.pipelines, found.reasons) == ((FOUND,), (FoundReason("Дорого", "9"),))
    assert found.fields == (FoundField("Источник", remote="5"),)


def test_pages_of_one_list_are_put_together() -> None:
    more = {"_embedded": {"custom_fields": [{"id": 6, "name": "Бюджет", "type": "numeric"}]}}
    found = from_json(b"\n".join([*ANSWERS, dumped(more)]))
    assert [field.name for field in found.fields or ()] == ["Источник", "Бюджет"]


def test_one_answer_that_says_no_is_told() -> None:
    refused = {"title": "Unauthorized", "status": 401, "detail": "No"}
    with pytest.raises(FileError, match="error_answer"):
        from_json(dumped(bodies.body(SALES)) + dumped(refused))


def test_the_number_names_an_account_and_its_address_is_told_beside() -> None:
    found = _read(bodies.body({**SALES, "account_id": 77}))
    assert (found.account, found.host) == ("77", "example.amocrm.ru")


def test_an_account_without_reasons_is_not_one_that_shows_none() -> None:
    assert _read({"pipelines": [SALES], "loss_reasons": []}).reasons == ()
    assert _read({"pipelines": [SALES]}).reasons is None


def test_archived_pipelines_are_set_aside_and_counted() -> None:
    found = _read([SALES, pipeline("Старая", THINKS, number=32, is_archive=True)])
    assert found == Found((FOUND,), notes=(Note("archived"),))
    with pytest.raises(FileError, match="all_archived"):
        _read([pipeline("Старая", THINKS, is_archive=True)])


def test_several_unsorted_stages_count_as_one() -> None:
    found = _read([pipeline("Продажи", UNSORTED, {**UNSORTED, "id": 3305}, THINKS, *ENDS)])
    assert (found.pipelines[0].unsorted, found.notes) == (True, (Note("many_unsorted"),))
    assert [stage.name for stage in found.pipelines[0].stages] == ["Думает"]


def test_missing_ends_are_noted_and_renamed_ones_keep_their_names() -> None:
    found = _read([pipeline("Продажи", THINKS, {**WON, "name": "Оплачено"})])
    assert (found.pipelines[0].won, found.pipelines[0].lost, found.notes) == ("Оплачено", None, (Note("no_ends"),))


def test_of_a_repeated_id_the_first_is_taken() -> None:
    twice = pipeline("Продажи", THINKS, THINKS, {**THINKS, "name": "Другой"}, *ENDS)
    found = _read([twice, twice])
    assert [(stage.name, stage.remote) for stage in found.pipelines[0].stages] == [("Думает", "101"), ("Другой", "")]
    assert (len(found.pipelines), found.notes) == (1, (Note("repeated_ids", 5),))


def test_a_hundred_and_fifty_stages_stand_by_their_sort() -> None:
    stages = [status(1000 + n, f"Этап {n}", sort=10 * n) for n in range(150)]
    found = _read([pipeline("Продажи", *ENDS, *reversed(stages))])
    assert [stage.name for stage in found.pipelines[0].stages] == [f"Этап {n}" for n in range(150)]


def test_empty_and_odd_names_stay_what_they_are() -> None:
    odd = [status(n, name) for n, name in enumerate(("", "a\u202eb\nc", "\ud800x"), start=200)]
    names = [
        s.name for s in from_json(__import__("json").dumps([pipeline("", *odd, *ENDS)]).encode()).pipelines[0].stages
    ]
    assert names == ["", "ab c", "x"]
