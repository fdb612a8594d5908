"""Whatever comes is read or refused in a sentence; every finding has a place, and both cures give a project."""

from __future__ import annotations

import json
from typing import Any

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from wizard.audit import wording
from wizard.audit.found import Found
from wizard.audit.guess import TEMPLATES
from wizard.audit.project import project_of
from wizard.audit.readers import read
from wizard.audit.rebuilding import rebuilt
from wizard.audit.renaming import renamed
from wizard.audit.report import report
from wizard.i18n.translator import translator
from wizard.lint import paths
from wizard.model.project import Project
from wizard.storage.errors import FileError

PATIENT = settings(
    deadline=None,
    derandomize=True,
    max_examples=150,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
NAMES = st.sampled_from(
    ["", "Думает", "Замер", "Заявка получена", "Успешно реализовано", "Воронка: Продажи", "1. Оплата", "🚀", "a" * 1200]
) | st.text(max_size=20)
JOINTS = st.sampled_from([" > ", "\n", "\n\n", " → ", "\t", ", ", ";", ":\n", " — ", "\r", " / "])
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | NAMES | st.sampled_from([142, 143, "142", 1e400, 10**30]),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(
            st.sampled_from(["id", "name", "sort", "type", "color", "enums", "value", "code", "pipeline_id", "0", "x"]),
            inner,
            max_size=5,
        )
    ),
    max_leaves=12,
)
STATUSES = st.fixed_dictionaries(
    {}, optional={"id": VALUES, "name": NAMES, "sort": VALUES, "type": VALUES, "color": VALUES}
)
PIPELINES = st.fixed_dictionaries(
    {"statuses": st.lists(STATUSES, max_size=5) | VALUES},
    optional={
        "id": VALUES,
        "name": VALUES,
        "is_main": VALUES,
        "is_archive": VALUES,
        "_links": VALUES,
        "_embedded": VALUES,
    },
)
FIELDS = st.lists(
    st.fixed_dictionaries(
        {},
        optional={
            "id": VALUES,
            "name": NAMES,
            "type": st.sampled_from(["select", "text", "multitext", "tracking_data"]) | VALUES,
            "enums": VALUES,
            "code": VALUES,
            "entity_type": VALUES,
            "required_statuses": VALUES,
        },
    ),
    max_size=3,
)
BODIES = st.fixed_dictionaries(
    {"pipelines": st.lists(PIPELINES, min_size=1, max_size=3)},
    optional={"custom_fields": FIELDS | VALUES, "loss_reasons": st.lists(STATUSES, max_size=3) | VALUES},
)


def _read(data: bytes, name: str) -> Found | FileError:
    try:
        return read(name, data)
    except FileError as error:
        return error


def _holds(data: bytes, name: str) -> None:
    """It is refused in a sentence, or read, judged and cured."""
    found = _read(data, name)
    if isinstance(found, FileError):
        assert not found.message(translator("ru")).startswith("audit.")
        return
    project = project_of(found)
    judged = report(found, project)
    for finding in judged.findings:
        assert _stands(project, finding.path), finding
    assert 0 <= judged.score <= 100
    assert wording.summary(judged, translator("ru"))
    after = renamed(project)
    assert [[s.id for s in p.stages] for p in after.pipelines] == [[s.id for s in p.stages] for p in project.pipelines]
    plan = {p.id: TEMPLATES[p.goal_type] if p.goal_type else "first_sale" for p in project.pipelines}
    rebuilt_project = rebuilt(project, plan, industry="general")
    assert len(rebuilt_project.moves) == sum(len(p.stages) for p in project.pipelines)


def _stands(project: Project, path: str) -> bool:
    """Whether a path names the project, its lists, or something in it."""
    if path in (paths.PROJECT, "fields", "loss_reasons"):
        return True
    known = {paths.pipeline(p.id) for p in project.pipelines}
    known |= {paths.stage(p.id, s.id) for p in project.pipelines for s in p.stages}
    known |= {paths.loss(p.id, use.reason) for p in project.pipelines for use in p.losses}
    known |= {paths.field(f.id) for f in project.fields} | {paths.reason(r.id) for r in project.loss_reasons}
    parts = path.split("/")
    return any("/".join(parts[:n]) in known for n in (2, 4))


@PATIENT
@given(st.lists(st.tuples(NAMES, JOINTS), max_size=12))
@example([("[", "\n")])
@example([("# ", "\n"), ("\u2028", ":\n")])
def test_any_list(parts: list[tuple[str, str]]) -> None:
    text = "".join(name + joint for name, joint in parts)
    _holds(text.encode("utf-8", "surrogatepass"), "-")
    _holds(text.encode("utf-8", "surrogatepass"), "stages.csv")


@PATIENT
@given(st.binary(max_size=200))
def test_any_bytes(data: bytes) -> None:
    for name in ("-", "a.json", "a.csv", "a.xlsx"):
        _holds(data, name)
    _holds(b"PK\x03\x04" + data, "a.xlsx")


@PATIENT
@given(VALUES | BODIES | st.lists(PIPELINES, max_size=2))
def test_any_json(value: Any) -> None:
    _holds(json.dumps(value).encode("utf-8", "surrogatepass"), "a.json")
