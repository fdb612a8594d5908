"""What counts as a key of a text in the sources."""

from __future__ import annotations

from pathlib import Path

from tests.i18n_keys import Keys, keys_in, namespace


def _keys(folder: Path, source: str) -> Keys:
    file = folder / "module.py"
    file.write_text(source, "utf-8")
    return keys_in([file])


def test_literals_are_whole_keys_and_file_names_are_not(tmp_path: Path) -> None:
    keys = _keys(tmp_path, 'A = ("step.goals.title", "project.yaml", "Two words. Not a key", "plain")')
    assert keys.whole == {"step.goals.title"}


def test_what_is_handed_to_a_look_up_is_asked_for_whichever_way_it_is_chosen(tmp_path: Path) -> None:
    keys = _keys(tmp_path, 'session.tr("a.one" if x else "a.two"); tr.plural("a.three", 3); other("a.four")')
    assert keys.asked == {"a.one", "a.two", "a.three"}


def test_f_strings_are_patterns_of_whole_words(tmp_path: Path) -> None:
    keys = _keys(tmp_path, 'tr(f"rule.{rule.id}.title"); tr(f"{anything}.title")')
    assert keys.uses("rule.no-fact.title")
    assert not keys.uses("rule.no-fact.message")
    assert not keys.uses("step.title")
    assert [namespace(pattern) for pattern in keys.composed] == ["rule"]


def test_a_widget_s_key_is_told_apart(tmp_path: Path) -> None:
    keys = _keys(tmp_path, 'button(tr("open.label"), key="open.button"); typed(f"open.{what}")')
    assert keys.uses("open.button"), "a text may stand behind it"
    assert keys.asked == keys.whole == {"open.label"}
    assert not keys.composed, "but need not"
    assert _keys(tmp_path, 'edit(name=tr("open.copy"))').whole == {"open.copy"}
