"""Whatever is asked of the practice account, in whatever order, it stays an account amoCRM could hold."""

from __future__ import annotations

from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from tests.amocrm.sandbox.asking import FIELDS, GROUPS, PIPELINES, REASONS, opened
from tests.amocrm.sandbox.invariants import broken
from wizard.amocrm.sandbox import Contents, Variant
from wizard.amocrm.sandbox.state import Pipeline
from wizard.model.pipeline import PALETTE

NAMES = st.text(st.characters(codec="utf-8"), min_size=1, max_size=20).filter(lambda name: bool(name.strip()))
SORTS = st.integers(0, 200)
PLACE = st.randoms(use_true_random=False)
LEVELS = st.sampled_from(["newbie", "candidate", "master"])
STAGES = st.lists(st.fixed_dictionaries({"name": NAMES, "sort": SORTS}), min_size=1, max_size=4)
ENUMS = st.lists(st.fixed_dictionaries({"value": NAMES, "sort": SORTS}), min_size=1, max_size=3)
BUSY = Variant(contents=Contents.BUSY)


class Valid(RuleBasedStateMachine):
    """Requests nothing is wrong with: they are done, or do not fit (422)."""

    def __init__(self) -> None:
        super().__init__()
        self.account = opened(BUSY)

    def ask(self, method: str, path: str, body: Any = None, *, or_else: tuple[int, ...] = ()) -> None:
        status, told = self.account(method, path, body)
        assert status in (200, 201, 204, *or_else), told

    def pipeline(self, random: Any) -> Pipeline:
        found: Pipeline = random.choice(self.account.sandbox.account.pipelines)
        return found

    def any_id(self, random: Any, kind: str) -> int | str | None:
        items = [item for item in getattr(self.account.sandbox.account, kind) if not getattr(item, "predefined", False)]
        return random.choice(items).id if items else None

    @rule(name=NAMES, sort=SORTS, main=st.booleans(), unsorted=st.booleans(), stages=STAGES)
    def add_pipeline(self, *, name: str, sort: int, main: bool, unsorted: bool, stages: list[Any]) -> None:
        body = {"name": name, "sort": sort, "is_main": main, "is_unsorted_on": unsorted}
        self.ask("POST", PIPELINES, [body | {"_embedded": {"statuses": stages}}], or_else=(422,))

    @rule(
        random=PLACE, changes=st.sampled_from([{"is_main": True}, {"is_unsorted_on": True}, {"is_unsorted_on": False}])
    )
    def change_pipeline(self, *, random: Any, changes: dict[str, bool]) -> None:
        self.ask("PATCH", f"{PIPELINES}/{self.pipeline(random).id}", changes)

    @rule(random=PLACE)
    def delete_pipeline(self, random: Any) -> None:
        self.ask("DELETE", f"{PIPELINES}/{self.pipeline(random).id}", or_else=(422,))

    @rule(random=PLACE, stages=STAGES)
    def add_stages(self, *, random: Any, stages: list[Any]) -> None:
        self.ask("POST", f"{PIPELINES}/{self.pipeline(random).id}/statuses", stages)

    @rule(random=PLACE, sort=SORTS, colour=st.sampled_from(PALETTE), level=LEVELS, text=NAMES)
    def change_stage(self, *, random: Any, sort: int, colour: str, level: str, text: str) -> None:
        pipeline = self.pipeline(random)
        body = {"sort": sort, "color": colour, "descriptions": [{"level": level, "description": text}]}
        self.ask("PATCH", f"{PIPELINES}/{pipeline.id}/statuses/{random.choice(pipeline.stages).id}", body)

    @rule(random=PLACE)
    def delete_stage(self, random: Any) -> None:
        pipeline = self.pipeline(random)
        self.ask("DELETE", f"{PIPELINES}/{pipeline.id}/statuses/{random.choice(pipeline.own).id}", or_else=(422,))

    @rule(random=PLACE, name=NAMES, enums=ENUMS)
    def add_field(self, *, random: Any, name: str, enums: list[Any]) -> None:
        pipeline = self.pipeline(random)
        stages = random.sample(pipeline.own, k=random.randint(0, len(pipeline.own)))
        required = [{"pipeline_id": pipeline.id, "status_id": stage.id} for stage in (*stages, pipeline.won)]
        body = {"name": name, "type": "select", "enums": enums, "required_statuses": required}
        self.ask("POST", FIELDS, [body | {"group_id": self.any_id(random, "groups")}])

    @rule(random=PLACE, name=NAMES)
    def change_and_delete_fields(self, *, random: Any, name: str) -> None:
        for method, body in (("PATCH", {"name": name}), ("DELETE", None)):
            if field := self.any_id(random, "fields"):
                self.ask(method, f"{FIELDS}/{field}", body)

    @rule(random=PLACE, name=NAMES)
    def add_fill_and_delete_groups(self, *, random: Any, name: str) -> None:
        self.ask("POST", GROUPS, [{"name": name, "sort": 5}, {"name": name, "sort": 6}])
        if field := self.any_id(random, "fields"):
            self.ask("PATCH", f"{GROUPS}/{self.any_id(random, 'groups')}", {"fields": [field]})
        self.ask("DELETE", f"{GROUPS}/{self.any_id(random, 'groups')}")

    @rule(random=PLACE, name=NAMES)
    def add_and_delete_reasons(self, *, random: Any, name: str) -> None:
        self.ask("POST", REASONS, [{"name": name}, {"name": name, "sort": 1}])
        self.ask("DELETE", f"{REASONS}/{self.any_id(random, 'reasons')}")

    @rule(random=PLACE)
    def move_leads(self, random: Any) -> None:
        pipeline = self.pipeline(random)
        stage = random.choice((*pipeline.own, pipeline.won, pipeline.lost))
        visible = [lead.id for lead in self.account.sandbox.account.leads if not lead.in_bin]
        moved = random.sample(visible, k=random.randint(1, 250))
        to = {"pipeline_id": pipeline.id, "status_id": stage.id, "loss_reason_id": self.any_id(random, "reasons")}
        self.ask("PATCH", "/leads", [{"id": lead, **to} for lead in moved])

    @invariant()
    def holds(self) -> None:
        assert broken(self.account.sandbox.account) == []

    @invariant()
    def what_is_read_is_what_there_is(self) -> None:
        told = {p["id"]: [s["id"] for s in p["_embedded"]["statuses"]] for p in self.account.pipelines()}
        assert told == {p.id: [s.id for s in p.stages] for p in self.account.sandbox.account.pipelines}


TestValidRequests = Valid.TestCase
TestValidRequests.settings = settings(max_examples=15, stateful_step_count=20, deadline=None)

_WORDS = """
id name sort color type code enums descriptions level description is_main is_unsorted_on _embedded statuses fields
required_statuses pipeline_id status_id group_id currency value request_id price loss_reason_id
"""
KEYS = st.sampled_from(_WORDS.split())
KNOWN = st.sampled_from([142, 143, 7_000_001, 7_000_002, 7_000_003, 7_000_007, 7_000_050, "text", "select", "newbie"])
LEAVES = (
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(max_size=5)
    | KNOWN
)
JUNK = st.recursive(LEAVES, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=6))
ADDRESSES = st.sampled_from(
    [
        ("POST", PIPELINES),
        ("PATCH", f"{PIPELINES}/7000001"),
        ("POST", f"{PIPELINES}/7000001/statuses"),
        ("PATCH", f"{PIPELINES}/7000001/statuses/7000003"),
        ("PATCH", f"{PIPELINES}/7000001/statuses/142"),
        ("POST", FIELDS),
        ("PATCH", FIELDS),
        ("PATCH", f"{FIELDS}/7000007"),
        ("POST", GROUPS),
        ("PATCH", f"{GROUPS}/statistic"),
        ("POST", REASONS),
        ("PATCH", "/leads"),
        ("PATCH", "/leads/7000014"),
    ]
)


@given(ADDRESSES, JUNK | st.lists(st.dictionaries(KEYS, JUNK), min_size=1, max_size=3) | st.dictionaries(KEYS, LEAVES))
@settings(max_examples=200, deadline=None)
def test_junk_is_refused_or_does_no_harm(address: tuple[str, str], body: Any) -> None:
    account = opened(Variant())
    before = account.sandbox.account
    status, _ = account(*address, body)
    assert status in (200, 201, 400, 404, 422)
    assert broken(account.sandbox.account) == []
    if status >= 400:
        assert account.sandbox.account == before
