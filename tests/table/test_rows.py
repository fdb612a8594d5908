"""The stages as a table of texts: read, written and pasted."""

from __future__ import annotations

import pytest

from tests.ui.projects import typical
from wizard import forecast
from wizard.i18n.terms_read import read_term
from wizard.i18n.translator import translator
from wizard.model.edits.stages import StageRef, add_stage, change_stage, place_stage, set_proof_after
from wizard.model.pipeline import PALETTE
from wizard.model.project import Project
from wizard.table.pasting import LONGEST, left, pasted
from wizard.table.rows import COLUMNS, Bad, Row, cells, colour_in_words, row, write_rows

RU = translator("ru")
SALE = "first_sale"
TYPICAL = typical()
PIPELINE = TYPICAL.pipeline(SALE)
FIRST, SECOND, LAST = PIPELINE.stages[0], PIPELINE.stages[1], PIPELINE.stages[-1]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("2 дня", "2d"),
        ("1 день", "1d"),
        ("30 сут.", "30d"),
        ("4ч", "4h"),
        ("4 часа", "4h"),
        ("90 мин.", "90m"),
        ("15 минут рабочего времени", "15wm"),
        ("3 раб. дня", "3wd"),
        ("2 days", "2d"),
        ("8 working hours", "8wh"),
        ("5 business days", "5wd"),
        ("15wm>2d", "15wm>2d"),
    ],
)
def test_a_term_is_read_as_people_write_it(text: str, code: str) -> None:
    term = read_term(text)
    assert term is not None
    assert term.code == code


@pytest.mark.parametrize("text", ["скоро", "2", "0 дней", "2 недели", "дня 2", "99999 дней", "f:no_such_field", ""])
def test_what_is_no_term_is_not_guessed(text: str) -> None:
    assert read_term(text) is None


@pytest.mark.parametrize("language", ["ru", "en"])
def test_every_colour_has_a_name_of_its_own(language: str) -> None:
    names = [colour_in_words(colour, translator(language)) for colour in PALETTE]
    assert len({*names, *PALETTE}) == 2 * len(PALETTE)


@pytest.mark.parametrize("stage", PIPELINE.stages, ids=lambda stage: stage.id)
def test_a_row_as_it_is_shown_changes_nothing(stage: object) -> None:
    known = PIPELINE.stage(getattr(stage, "id", ""))
    shown = cells(TYPICAL, PIPELINE, known, tr=RU)
    assert tuple(shown) == COLUMNS
    assert write_rows(TYPICAL, SALE, rows=[row(known.id, shown, shown, tr=RU)]) == TYPICAL


@pytest.mark.parametrize(
    ("column", "text", "expected"),
    [
        ("name", "Новое имя", change_stage(TYPICAL, StageRef(SALE, FIRST.id), name="Новое имя")),
        ("step", "", change_stage(TYPICAL, StageRef(SALE, FIRST.id), step="")),
        ("owner", "Замерщик", change_stage(TYPICAL, StageRef(SALE, FIRST.id), owner_role="Замерщик")),
        ("term", "", change_stage(TYPICAL, StageRef(SALE, FIRST.id), term=None)),
        ("colour", PALETTE[3], change_stage(TYPICAL, StageRef(SALE, FIRST.id), colour=PALETTE[3])),
        ("colour", "Сиреневый", change_stage(TYPICAL, StageRef(SALE, FIRST.id), colour="#ccc8f9")),
        ("proof", "Запись звонка", set_proof_after(TYPICAL, StageRef(SALE, FIRST.id), proof="Запись звонка")),
        ("conversion", "62,5 %", forecast.with_share(TYPICAL, SALE, stage=FIRST.id, share=0.625)),
        ("conversion", "", forecast.with_share(TYPICAL, SALE, stage=FIRST.id, share=None)),
    ],
)
def test_a_cell_is_written_where_it_belongs(column: str, text: str, expected: Project) -> None:
    shown = cells(TYPICAL, PIPELINE, FIRST, tr=RU)
    assert write_rows(TYPICAL, SALE, rows=[row(FIRST.id, {column: text}, shown, tr=RU)]) == expected


@pytest.mark.parametrize(
    ("column", "text"),
    [
        ("term", "скоро"),
        ("colour", "крапчатый"),
        ("conversion", "0"),
        ("conversion", "140"),
        ("conversion", "nan"),
        ("conversion", "много"),
        ("name", "я" * 1001),
        ("proof", "я" * 10_001),
    ],
)
def test_a_cell_that_is_not_understood_is_told_and_not_written(column: str, text: str) -> None:
    shown = cells(TYPICAL, PIPELINE, FIRST, tr=RU)
    assert row(FIRST.id, {column: text}, shown, tr=RU) == Row(FIRST.id, bad=(Bad(column, text),))


def test_pasted_rows_change_known_stages_and_add_new_ones_after_the_row_before() -> None:
    text = f'{FIRST.name.upper()}\tЗвонок записан\r\nОбразец показан\t"Фото\nв карточке"\t\t3 дня\r\n\r\n'
    known, new = pasted(text, TYPICAL, PIPELINE, tr=RU)
    assert (known.is_new, known.changes) == (False, {"proof": "Звонок записан"})
    assert (new.is_new, new.number) == (True, 2)
    expected = add_stage(TYPICAL, SALE, name="Образец показан", after=FIRST.id)
    at = StageRef(SALE, expected.pipeline(SALE).stages[1].id)
    expected = set_proof_after(expected, StageRef(SALE, FIRST.id), proof="Звонок записан")
    expected = set_proof_after(change_stage(expected, at, term=read_term("3 дня")), at, proof="Фото\nв карточке")
    assert write_rows(TYPICAL, SALE, rows=[known.row, new.row]) == expected


def test_a_fact_stays_after_its_stage_when_another_comes_between() -> None:
    text = f"{FIRST.name}\t{PIPELINE.proof_after(FIRST.id)}\nОбразец показан\tОбразец у клиента"
    written = write_rows(TYPICAL, SALE, rows=[one.row for one in pasted(text, TYPICAL, PIPELINE, tr=RU)])
    sale = written.pipeline(SALE)
    assert [sale.proof_after(s.id) for s in sale.stages[:2]] == [PIPELINE.proof_after(FIRST.id), "Образец у клиента"]


def test_a_new_stage_in_the_first_row_comes_first() -> None:
    [new] = pasted("Звонок принят", TYPICAL, PIPELINE, tr=RU)
    added = add_stage(TYPICAL, SALE, name="Звонок принят")
    last = StageRef(SALE, added.pipeline(SALE).stages[-1].id)
    assert write_rows(TYPICAL, SALE, rows=[new.row]) == place_stage(added, last, place=0)


def test_headings_tell_the_columns_in_either_language() -> None:
    for heading in ("Срок\tПрочее\tЭтап", "TIME LIMIT\tOther\tStage"):
        [one] = pasted(f"{heading}\n4 часа\tчто угодно\t{SECOND.name}", TYPICAL, PIPELINE, tr=RU)
        assert (one.number, one.row.stage, one.changes) == (2, SECOND.id, {"term": "4 часа"})


def test_rows_that_are_not_understood_stay_with_their_heading() -> None:
    text = f"Этап\tСрок\n{FIRST.name}\t2 дня\n{LAST.name}\tскоро\n\t3 дня"
    rows = pasted(text, TYPICAL, PIPELINE, tr=RU)
    assert [(one.number, one.is_good) for one in rows] == [(2, True), (3, False), (4, False)]
    rest = left(text, rows)
    assert rest == f"Этап\tСрок\n{LAST.name}\tскоро\n\t3 дня"
    assert [one.is_good for one in pasted(rest, TYPICAL, PIPELINE, tr=RU)] == [False, False]
    assert left(f"{FIRST.name}\tда", pasted(f"{FIRST.name}\tда", TYPICAL, PIPELINE, tr=RU)) == ""


@pytest.mark.parametrize("text", ["", "\n\t\n", '"', '"a\t', "\t" * 500, "я" * 2 * LONGEST, "\x00\t1"])
def test_any_text_can_be_pasted(text: str) -> None:
    for one in pasted(text, TYPICAL, PIPELINE, tr=RU):
        assert one.is_good is not bool(one.row.bad)
