"""The corpus of stage names is what it claims to be: big, sourced, labelled and split fairly."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

import pytest
import yaml

from tests.names.labelled import (
    COMPOSED,
    HALVES,
    KINDS,
    LANGUAGES,
    fifth,
    found,
    found_fourth,
    found_third,
    fourth,
    half,
    items,
    judge,
    large,
    last,
    rounds,
    second,
    third,
    whole,
)
from tests.names.learn import CORPORA

ROOT = Path(__file__).parents[2]
LABELS = {"bad", "weak", "good"}
LEAST = {"ru": 400, "en": 180}
# Written into the rounds while the first judge was labelled.
KNOWN_FROM_ROUNDS = {
    "ru": ["Смонтировано", "обжалование", "Дегустация проведена", "Отработал первую смену"],
    "en": [],
}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_corpus_is_big_and_its_labels_and_kinds_are_all_in_use(lang: str) -> None:
    corpus = whole(lang)

    assert len(corpus) >= LEAST[lang]
    assert {item.lang for item in corpus} == {lang}
    assert {item.label for item in corpus} == LABELS
    assert {item.kind for item in corpus} == KINDS


@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_label_is_rare(lang: str) -> None:
    items = whole(lang)
    shares = {label: n / len(items) for label, n in Counter(item.label for item in items).items()}

    assert shares == {
        "bad": pytest.approx(0.45, abs=0.06),
        "weak": pytest.approx(0.2, abs=0.06),
        "good": pytest.approx(0.35, abs=0.06),
    }


@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_name_stands_twice_whatever_its_case_and_punctuation(lang: str) -> None:
    seen = Counter(item.key for item in whole(lang))

    assert [key for key, times in seen.items() if times > 1] == []


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_name_has_a_source_and_at_most_two_fifths_are_composed(lang: str) -> None:
    items = whole(lang)

    assert [item.name for item in items if not item.source or item.source == f"{COMPOSED})"] == []
    assert sum(item.is_composed for item in items) <= 0.4 * len(items)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_at_most_fifteen_hundredths_of_the_good_names_are_the_templates_own(lang: str) -> None:
    own = _texts_of_templates()
    good = [item for item in whole(lang) if item.label == "good"]

    assert sum(json.dumps(item.name, ensure_ascii=False).lower() in own for item in good) <= 0.15 * len(good)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_both_halves_hold_each_group_of_each_label_alike(lang: str) -> None:
    tuning, test = (Counter((item.label, item.group) for item in half(lang, name)) for name in HALVES)

    assert {key: (tuning[key], test[key]) for key in tuning | test if abs(tuning[key] - test[key]) > 1} == {}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_second_corpus_is_composed_throughout_and_repeats_nothing_of_the_first(lang: str) -> None:
    seen = Counter(item.key for item in (*whole(lang), *second(lang)))

    assert {item.lang for item in second(lang)} == {lang}
    assert {item.label for item in second(lang)} == LABELS
    assert {item.kind for item in second(lang)} == KINDS
    assert [item.name for item in second(lang) if not item.source.startswith(f"{COMPOSED}second corpus, ")] == []
    assert [key for key, times in seen.items() if times > 1] == []


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_third_corpus_is_dealt_fairly_and_repeats_nothing_of_the_others(lang: str) -> None:
    tuning, test = (Counter((item.label, item.group) for item in third(lang, name)) for name in HALVES)
    items = [*third(lang, "tuning"), *third(lang, "test")]
    seen = Counter(item.key for item in (*whole(lang), *second(lang), *items) if item.key)

    assert {(item.lang, item.source) for item in items} == {(lang, f"{COMPOSED}third corpus)")}
    assert {item.label for item in items} == LABELS
    assert {item.kind for item in items} == KINDS
    assert {key: (tuning[key], test[key]) for key in tuning | test if abs(tuning[key] - test[key]) > 1} == {}
    assert [key for key, times in seen.items() if times > 1] == []


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_fourth_corpus_is_composed_throughout_and_repeats_nothing_of_the_others(lang: str) -> None:
    others = (*whole(lang), *second(lang), *third(lang, "tuning"), *third(lang, "test"), *found(lang))
    seen = {item.key for item in others}
    times = Counter(item.key for item in fourth(lang))

    assert {(item.lang, item.source.removeprefix(COMPOSED)) for item in fourth(lang)} == {
        (lang, "fourth corpus)"),
        (lang, "fourth corpus, kept for last)"),
    }
    assert {item.label for item in fourth(lang)} == LABELS
    assert {item.kind for item in fourth(lang)} <= KINDS
    assert [item.name for item in fourth(lang) if item.key in seen or times[item.key] > 1] == []


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_found_name_has_its_place_in_public_and_stands_in_no_other_corpus(lang: str) -> None:
    others = {item.key for item in (*whole(lang), *second(lang), *third(lang, "tuning"), *third(lang, "test"))}

    assert {item.lang for item in found(lang)} == {lang}
    assert [item.name for item in found(lang) if not item.source.startswith("public ")] == []
    assert [item.name for item in found(lang) if item.key in others] == []


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_names_found_third_have_their_places_in_public_and_stand_in_no_other_corpus(lang: str) -> None:
    others = (*whole(lang), *second(lang), *third(lang, "tuning"), *third(lang, "test"), *fourth(lang), *found(lang))
    seen = Counter({item.key for item in others}) + Counter(item.key for item in found_third(lang))

    assert {item.lang for item in found_third(lang)} == {lang}
    assert {item.label for item in found_third(lang)} == LABELS
    assert {item.kind for item in found_third(lang)} <= KINDS
    assert [item.name for item in found_third(lang) if not item.source.startswith("public ")] == []
    assert [item.name for item in found_third(lang) if seen[item.key] > 1] == []


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_names_of_the_rounds_are_composed_throughout_and_stand_in_no_other_corpus(lang: str) -> None:
    others = (*whole(lang), *second(lang), *third(lang, "tuning"), *third(lang, "test"), *fourth(lang), *found(lang))
    seen = Counter({item.key for item in (*others, *found_third(lang))}) + Counter(item.key for item in rounds(lang))

    assert {item.lang for item in rounds(lang)} == {lang}
    assert {item.label for item in rounds(lang)} == LABELS
    assert {item.kind for item in rounds(lang)} <= KINDS
    assert [item.name for item in rounds(lang) if not item.source.startswith(f"{COMPOSED}rounds, ")] == []
    assert [item.name for item in rounds(lang) if seen[item.key] > 1] == []


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_names_judged_after_seven_rounds_stand_in_no_corpus_but_the_rounds_that_went_on_beside_them(
    lang: str,
) -> None:
    before = (*whole(lang), *second(lang), *third(lang, "tuning"), *third(lang, "test"), *fourth(lang), *found(lang))
    judged = (*found_fourth(lang), *fifth(lang))
    seen = Counter({item.key for item in (*before, *found_third(lang))}) + Counter(item.key for item in judged)

    assert {item.lang for item in judged} == {lang}
    assert {item.label for item in judged} == LABELS
    assert {item.kind for item in judged} <= KINDS
    assert [item.name for item in found_fourth(lang) if not item.source.startswith("public ")] == []
    assert {item.source for item in fifth(lang)} == {f"{COMPOSED}fifth corpus)"}
    assert [item.name for item in judged if seen[item.key] > 1] == []


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_first_judge_has_names_of_every_label_that_stand_in_no_corpus_before(lang: str) -> None:
    before = {item.key for file in (*CORPORA, "test", "third_test") for item in items(f"{lang}_{file}")}
    counted = Counter(item.label for item in judge(lang))

    assert {item.lang for item in judge(lang)} == {lang}
    assert set(counted) == LABELS
    assert min(counted.values()) >= 35
    assert {item.kind for item in judge(lang)} <= KINDS
    assert [item.name for item in judge(lang) if not item.source] == []
    assert [item.name for item in judge(lang) if item.key in before] == KNOWN_FROM_ROUNDS[lang]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_larger_judges_have_many_names_of_every_label_that_stand_in_no_other_corpus(lang: str) -> None:
    files = (*CORPORA, "test", "third_test", "found_fifth")
    named = [item for found in large(lang).values() for item in found]
    seen = Counter({item.key for file in files for item in items(f"{lang}_{file}")}) + Counter(i.key for i in named)

    assert {item.lang for item in named} == {lang}
    assert {item.kind for item in named} == KINDS
    assert {what: min(Counter(i.label for i in found).values()) >= 130 for what, found in large(lang).items()} == (
        dict.fromkeys(large(lang), True)
    )
    assert {item.label for item in named} == LABELS
    assert [item.name for item in named if not item.source] == []
    assert [item.name for item in named if seen[item.key] > 1] == []


@pytest.mark.parametrize("what", last("en"))
def test_the_last_judges_have_many_names_of_every_label_that_stand_in_no_other_corpus(what: str) -> None:
    files = (*CORPORA, "test", "third_test", "found_fifth")
    others = (*(item for file in files for item in items(f"en_{file}")), *sum(large("en").values(), ()))
    seen = Counter({item.key for item in others}) + Counter(i.key for named in last("en").values() for i in named)
    counted = Counter(item.label for item in last("en")[what])

    assert {item.lang for item in last("en")[what]} == {"en"}
    assert set(counted) == LABELS
    assert min(counted.values()) >= 100
    assert {"sales", "delivery"} <= {item.kind for item in last("en")[what]} <= KINDS
    assert [item.name for item in last("en")[what] if not item.source] == []
    assert [item.name for item in last("en")[what] if seen[item.key] > 1] == []


def _texts_of_templates() -> str:
    files = sorted((ROOT / "templates").glob("*s/*.yaml"))
    return json.dumps([yaml.safe_load(file.read_text(encoding="utf-8")) for file in files], ensure_ascii=False).lower()
