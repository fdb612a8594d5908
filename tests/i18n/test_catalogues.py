"""The catalogues of all languages are complete, alike, and hold nothing nobody asks for."""

from __future__ import annotations

import re
from pathlib import Path
from string import Formatter

import pytest
from babel.messages.catalog import Message

from tests.i18n_keys import keys_in, namespace
from wizard.i18n import catalogue
from wizard.lint.rule import Rule
from wizard.lint.rules import RULES

ROOT = Path(__file__).parents[2]
SOURCES = [ROOT / "app.py", *(ROOT / "wizard").rglob("*.py"), *(ROOT / "exports").rglob("*.py")]
LANGUAGES = catalogue.languages()
KEYS = keys_in(SOURCES)
NAMING = [*(ROOT / "wizard" / "lint").rglob("*.py"), *(ROOT / "wizard" / "model").rglob("*.py")]
WORDS = {word for path in NAMING for word in re.findall(r"[a-z][a-z_-]*", path.read_text("utf-8"))}


def _messages(language: str) -> dict[str, Message]:
    return {m.id if isinstance(m.id, str) else m.id[0]: m for m in catalogue.read(language) if m.id}


MESSAGES = {language: _messages(language) for language in LANGUAGES}
EVERY_KEY = sorted(set().union(*MESSAGES.values()))


def _forms(message: Message) -> tuple[str, ...]:
    return (message.string,) if isinstance(message.string, str) else tuple(message.string or ())


def _placeholders(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name is not None}


def test_russian_comes_first_and_english_is_there() -> None:
    assert LANGUAGES[:1] == ("ru",)
    assert "en" in LANGUAGES


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_key_is_missing(language: str) -> None:
    have = MESSAGES[language]
    spaces = {namespace(key) for key in EVERY_KEY}
    named = KEYS.asked | {key for key in KEYS.whole - KEYS.named if namespace(key) in spaces}
    composed = [p for p in KEYS.composed if namespace(p) in spaces and not any(re.fullmatch(p, k) for k in have)]
    assert sorted(named - set(have)) == []
    assert sorted(set(EVERY_KEY) - set(have)) == []
    assert composed == []


def test_no_key_is_unused() -> None:
    assert [key for key in EVERY_KEY if not KEYS.uses(key)] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_text_is_written_in_every_plural_form(language: str) -> None:
    wanted = catalogue.read(language).num_plurals
    for key, message in MESSAGES[language].items():
        forms = _forms(message)
        assert len(forms) == (wanted if message.pluralizable else 1), key
        assert all(form.strip() for form in forms), key
        assert not message.fuzzy, key


@pytest.mark.parametrize("key", EVERY_KEY)
def test_languages_fill_in_the_same_things(key: str) -> None:
    """The number itself may be left out of a plural form ("one stage")."""
    forms = [form for language in LANGUAGES for form in _forms(MESSAGES[language][key])]
    optional = {"n"} if MESSAGES["ru"][key].pluralizable else set()
    filled = [_placeholders(form) - optional for form in forms]
    assert all(names == filled[0] for names in filled), forms
    assert all(name.isidentifier() for name in filled[0])


def test_no_text_needs_escaped_braces() -> None:
    """A text without arguments is shown as it stands, so braces may only be placeholders."""
    texts = [(key, form) for found in MESSAGES.values() for key, message in found.items() for form in _forms(message)]
    assert [key for key, form in texts if "{{" in form or "}}" in form] == []


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_a_rule_has_a_title_and_its_own_messages_only(rule: Rule) -> None:
    """`fix` is asked for where the rule cures; any other text is a variant the sources name."""
    named = WORDS | {"title", "message", "fix"}
    parts = {key.split(".")[2] for key in EVERY_KEY if key.startswith(f"rule.{rule.id}.")}
    assert "title" in parts
    assert parts <= named


def test_texts_of_rules_belong_to_a_rule() -> None:
    ids = {rule.id for rule in RULES}
    assert [key for key in EVERY_KEY if key.startswith("rule.") and key.split(".")[1] not in ids] == []
