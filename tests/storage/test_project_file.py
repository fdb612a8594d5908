"""A project file gives the same project back; any other file gives one clear sentence."""

from __future__ import annotations

import pytest
import yaml
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from tests.strategies import projects
from wizard.i18n.translator import translator
from wizard.model.pipeline import MAX_STAGES
from wizard.model.project import Project
from wizard.storage.errors import FileError
from wizard.storage.project_file import dump, load
from wizard.storage.yaml_reader import MAX_BYTES

SLOW = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def _refused(data: bytes) -> FileError | None:
    """Why a file is refused; anything raised but a `FileError` fails the test."""
    try:
        load(data)
    except FileError as error:
        return error
    return None


@given(projects())
@SLOW
def test_a_saved_project_opens_as_the_same_project(project: Project) -> None:
    assert load(dump(project)) == project


@given(projects(max_edits=6))
@settings(SLOW, max_examples=20)
def test_the_same_project_gives_the_same_bytes(project: Project) -> None:
    assert dump(load(dump(project))) == dump(project)


@given(st.binary(max_size=300))
@example(b"\xef\xbb\xbf")
@example(b"format: 1\nfields: 2026-13-45")
@example(b"format: 1\n? [a]\n: b")
@example(b"format: 1\n? {}\n: b\n? []\n: c")
@example(b"format: 1\n1: 2")
@example(b"format: 1\nfields: =")
@example(b"format: .nan")
@example(b"[" * 5000)
@example(b"format: " + b"9" * 5000)
@example(b"\x00")
@example(b"--- 1\n--- 2")
def test_arbitrary_bytes_are_refused_and_nothing_else_happens(data: bytes) -> None:
    error = _refused(data)
    assert error is None or error.message(translator("ru"))


@given(
    st.dictionaries(
        st.sampled_from(sorted(Project.model_fields)),
        st.recursive(
            st.none() | st.booleans() | st.integers() | st.floats() | st.text(st.characters(codec="utf-8"), max_size=9),
            lambda inner: (
                st.lists(inner, max_size=3)
                | st.dictionaries(
                    st.sampled_from(["id", "name", "stages", "fields", "term", "won", "to", "opens", "x"]),
                    inner,
                    max_size=4,
                )
            ),
            max_leaves=12,
        ),
    )
)
@settings(SLOW, max_examples=150)
def test_any_values_under_our_keys_are_read_or_refused(values: dict[str, object]) -> None:
    data = yaml.safe_dump({**values, "format": 1}, allow_unicode=True).encode()
    error = _refused(data)
    for language in ("ru", "en"):
        message = error.message(translator(language)) if error else ""
        assert not message.startswith("file.")
        assert "{" not in message


def test_the_file_is_plain_utf8_with_the_format_first() -> None:
    text = dump(Project.model_validate({"company": {"name": "Мебель и точка"}})).decode()
    assert text == "format: 1\ncompany:\n  name: Мебель и точка\n"


PIPELINE = "format: 1\npipelines:\n- id: first_sale\n  name: Продажа\n  won: {name: Оплата}\n"
STAGE = PIPELINE + "  stages:\n"

REFUSED = [
    (b"a" * (MAX_BYTES + 1), "file.too_big", "Файл больше 2 МБ: это не проект воронок."),
    ("company: Мебель".encode("cp1251"), "file.not_utf8", None),
    (b"format: 1\nfields: [", "file.not_yaml", "Файл не читается как YAML: ошибка в строке 2."),
    (b"format: 1\nfields: !!python/object:os.system x", "file.tag", None),
    (b"format: 1\nfields: ! x", "file.tag", None),
    (b"a: &a [x]\nb: [*a, *a]", "file.alias", None),
    (b"format: 1\nfields: " + b"[" * 30 + b"]" * 30, "file.too_deep", "Строка 2: вложенность больше 20 уровней."),
    (b"format: 1\nfields: []\nfields: []", "file.repeated_key", "Строка 3: ключ «fields» повторяется."),
    (b"format: 1\nfields: [" + b"[]," * 110_000 + b"]", "file.too_many_parts", None),
    (b"- 1", "file.not_mapping", None),
    (b"", "file.not_mapping", None),
    (b"company: {}", "file.not_ours", None),
    (b"format: true", "file.not_ours", None),
    (b"format: 0", "file.not_ours", None),
    (b"format: 2", "file.newer", "Файл создан более новой версией: формат 2, здесь известен 1."),
    (b"format: " + b"9" * 5000, "file.bad_number", None),
    (b"format: 1\ncolour: red", "file.unknown_key", "верхний уровень файла: неизвестный ключ «colour»."),
    (
        f"{STAGE}  - {{id: a, name: А}}\n  - {{name: Б}}",
        "file.missing",
        "pipelines → first_sale → stages → 2: не хватает ключа «id».",
    ),
    (
        f"{STAGE}  - {{id: a, name: 5}}",
        "file.not_text",
        (
            "pipelines → first_sale → stages → a → name: здесь ожидается текст. "
            "Если это число или «yes», возьмите его в кавычки."
        ),
    ),
    (
        f"{STAGE}  - {{id: a, name: А, hue: b}}",
        "file.unknown_key",
        "pipelines → first_sale → stages → a: неизвестный ключ «hue».",
    ),
    (
        f"{STAGE}  - {{id: a, name: А}}\n  - {{id: a, name: Б}}",
        "file.repeated_id",
        "pipelines → first_sale → stages: «a» встречается дважды.",
    ),
    (
        f"{STAGE}  - {{id: a, name: А, fields: [x]}}",
        "file.no_such_field",
        "pipelines → first_sale → stages → a: поля «x» в проекте нет.",
    ),
    (f"{STAGE}  - {{id: a, name: А, term: soon}}", "file.bad_term", None),
    (f"{STAGE}  - {{id: A А, name: А}}", "file.bad_id", None),
    (f"{STAGE}  - {{id: a, name: А, reached: -1}}", "file.out_of_bounds", None),
    (f"{STAGE}  - {{id: a, name: {'я' * 1001}}}", "file.too_long", None),
    (f"{PIPELINE}  key_stage: b", "file.no_such_stage", None),
    (
        f"{PIPELINE}  won_route: {{target: pipeline, to: {{pipeline: nowhere}}}}",
        "file.no_such_pipeline",
        "pipelines → first_sale → routes: воронки «nowhere» в проекте нет.",
    ),
    (f"{PIPELINE}  won_route: {{target: pipeline}}", "file.bad_route", None),
    (f"{PIPELINE}  losses: [{{reason: gone}}]", "file.no_such_reason", None),
    (f"{PIPELINE}  launch: never", "file.not_one_of", None),
    (
        STAGE + "".join(f"  - {{id: s{n}, name: А}}\n" for n in range(MAX_STAGES + 1)),
        "file.too_many",
        "pipelines → first_sale → stages: слишком много строк, предел 200.",
    ),
    (b"format: 1\npipelines: 5", "file.wrong_value", None),
]


@pytest.mark.parametrize(("data", "key", "message"), REFUSED, ids=lambda value: str(value)[:40])
def test_a_bad_file_is_refused_in_one_sentence(data: bytes | str, key: str, message: str | None) -> None:
    with pytest.raises(FileError) as caught:
        load(data if isinstance(data, bytes) else data.encode())
    assert caught.value.key == key
    for language in ("ru", "en"):
        said = caught.value.message(translator(language))
        assert said != key
        assert "\n" not in said
        assert "{" not in said
    if message is not None:
        assert caught.value.message(translator("ru")) == message


def test_what_a_stranger_wrote_cannot_turn_the_sentence_around() -> None:
    with pytest.raises(FileError) as caught:
        load(b'format: 1\n"\\u202Eevil <script>": 1')
    assert "\u202e" not in caught.value.message(translator("en"))


def test_exploding_aliases_are_refused_before_anything_is_built() -> None:
    lines = ["a0: &a0 [x, x]", *(f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 30))]
    with pytest.raises(FileError, match=r"file\.alias"):
        load("\n".join(lines).encode())


def test_a_file_with_a_byte_order_mark_opens() -> None:
    assert load(b"\xef\xbb\xbfformat: 1\n") == Project()
