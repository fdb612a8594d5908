"""English words by their inflection: simplemma's dictionary, and the irregular verbs of the lexicon."""

from __future__ import annotations

from functools import cache, lru_cache

from wizard.lint.reading.lexicon import lexicon, listed, words
from wizard.lint.reading.word import Form, Word

_REMEMBERED = 16384
_INFLECTED = ("ed", "ing", "s")


@lru_cache(maxsize=_REMEMBERED)
def analysed(text: str) -> Word:
    """An English word in small letters."""
    if text in words("english", "negations"):
        return Word(text, text, frozenset({text}), Form.NEGATION, russian=False)
    if text in words("english", "prepositions"):
        return Word(text, text, frozenset({text}), Form.PREPOSITION, russian=False)
    negated = _denies(text)
    read = text[2:].lstrip("-") if negated else text
    base = _base(read)
    return Word(
        text,
        base,
        frozenset({text, base}),
        _form(read, base),
        russian=False,
        negated=negated,
        known=len(read) < 5 or read in _irregular() or known(read),
        quality=text in words("adjectives_en"),
    )


def known(text: str) -> bool:
    """Whether the dictionary holds the word."""
    import simplemma  # noqa: PLC0415 - loaded at the first inflected English word only

    return bool(simplemma.is_known(text, lang="en"))


def _base(text: str) -> str:
    if text in _irregular():
        return _irregular()[text]
    if text in words("english", "nouns") or len(text) < 4 or not text.endswith(_INFLECTED):
        return text
    import simplemma  # noqa: PLC0415 - as above

    base = str(simplemma.lemmatize(text, lang="en")).casefold()
    return base if base != text else _regular(text)


def _regular(text: str) -> str:
    """The base of a regular form the dictionary lacks: "onboarded", "prepaid-ed"."""
    if text.endswith("ed") and len(text) > 5:
        return _undoubled(text[:-2])
    if text.endswith("ing") and len(text) > 6:
        return _undoubled(text[:-3])
    return text


def _undoubled(stem: str) -> str:
    return stem[:-1] if stem[-1] == stem[-2] and stem[-1] not in "sl" else stem


def _form(text: str, base: str) -> Form:
    if text in words("english", "nouns"):
        return Form.NOUN
    if text in _irregular() or (text.endswith("ed") and base != text) or text in words("finished", "en"):
        return Form.DONE
    if text.endswith("ing") and base != text:
        return Form.DOING
    again = text.removeprefix("re").lstrip("-")
    if text in words("verbs_en") or (again != text and again in words("verbs_en") | words("english", "todo")):
        return Form.TODO
    return Form.DOES if base in words("verbs_en") and text.endswith("s") else _small(text)


def _small(text: str) -> Form:
    """The form of a word that is known by itself; any other is taken for a noun."""
    by_list = {
        "auxiliaries": Form.OTHER,
        "reflexives": Form.OTHER,
        "adverbs": Form.OTHER,
        "will": Form.WILL,
        "adjectives": Form.ADJECTIVE,
    }
    plain = Form.ADJECTIVE if text in words("adjectives_en") else Form.NOUN
    found = next((form for name, form in by_list.items() if text in words("grammar", name)), plain)
    return Form.NUMBER if text.isdigit() or not text.isalnum() else found


def may_do(word: Word) -> bool:
    """Whether a word in its plain form may be a verb, though perhaps a noun as well."""
    return word.form is Form.TODO or any(word.text in listed for listed in _doing())


@cache
def _doing() -> tuple[frozenset[str], ...]:
    return words("english", "todo"), words("english", "todo_or_noun"), words("done_en"), words("deeds_en")


@cache
def _irregular() -> dict[str, str]:
    """The base of every irregular past and participle."""
    forms = {}
    for verb in listed(lexicon()["english"]["irregular"]):
        base, past, participle = verb.split()
        forms[past] = forms[participle] = base
    return forms


@cache
def only_past() -> frozenset[str]:
    """Pasts that cannot be an attribute, since the participle is another word: chose, took."""
    verbs = (verb.split() for verb in listed(lexicon()["english"]["irregular"]))
    return frozenset(past for base, past, participle in verbs if past not in (base, participle))


def _denies(text: str) -> bool:
    """Whether a word denies by its own prefix: "unpaid", "undecided"."""
    if _base(text) in words("english", "reversals"):
        return False
    rest = text.removeprefix("un")
    return rest != text and len(rest) > 3 and _form(rest, _base(rest)) is Form.DONE
