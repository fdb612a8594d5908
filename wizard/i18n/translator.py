"""Texts and figures in the reader's language."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

from babel.dates import format_date, format_time
from babel.numbers import format_currency, format_decimal, format_percent, get_currency_symbol

from wizard.i18n.catalogue import languages, translations


@dataclass(frozen=True)
class Translator:
    """Looks up texts by key and writes numbers, money and dates as the language does."""

    language: str

    def __call__(self, key: str, /, **args: Any) -> str:
        """The text of a key with its placeholders filled; a missing key shows itself."""
        text = translations(self.language).gettext(key)
        return text.format(**args) if args else text

    def plural(self, key: str, n: int, /, **args: Any) -> str:
        """The text of a key in the plural form for `n`, which is its placeholder too."""
        return translations(self.language).ngettext(key, key, n).format(n=self.number(n), **args)

    def has(self, key: str) -> bool:
        return translations(self.language).gettext(key) != key

    def number(self, value: float, *, digits: int = 0) -> str:
        """A number with at most `digits` decimals."""
        return _number(round(value, digits), digits=digits, language=self.language)

    def percent(self, share: float, *, digits: int = 0) -> str:
        """A share (0-1) as a percentage."""
        sign = "%" if self.language == "en" else "\u00a0%"
        return format_percent(share, format=f"#,##0.{'#' * digits}{sign}", locale=self.language)

    def money(self, value: float, currency: str) -> str:
        """A sum in whole units of the currency."""
        gap = "\u00a0" if self.currency(currency)[-1:].isalpha() else ""
        pattern = f"\u00a4{gap}#,##0" if self.language == "en" else "#,##0\u00a0\u00a4"
        return format_currency(round(value), currency, format=pattern, locale=self.language, currency_digits=False)

    def currency(self, code: str) -> str:
        """The sign of a currency, or its code where it has none."""
        return get_currency_symbol(code, locale=self.language)

    def moment(self, moment: dt.datetime) -> str:
        """A day with the time, to the second: versions follow one another quickly."""
        return f"{self.date(moment.date())}, {format_time(moment.time(), format='medium', locale=self.language)}"

    def date(self, day: dt.date) -> str:
        return format_date(day, format="long", locale=self.language)

    def day(self, written: str) -> str:
        """A day as projects hold it (ISO), in words; what is none stays as it is written."""
        try:
            return self.date(dt.date.fromisoformat(written))
        except ValueError:
            return written


@lru_cache(maxsize=1024)
def _number(value: float, *, digits: int, language: str) -> str:
    """Every sentence that counts something has one, and most are small."""
    return format_decimal(value, format="#,##0." + "#" * digits, locale=language)


@cache
def translator(language: str) -> Translator:
    """The translator of a language; an unknown one falls back to the first."""
    return Translator(language if language in languages() else languages()[0])
