"""Gettext catalogues, read at run time: one PO file a language, beside this module.

Message ids are keys (``step.shape.title``), so that a missing translation is seen at once.
"""

from __future__ import annotations

import gettext
from functools import cache
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

HERE = Path(__file__).parent


@cache
def languages() -> tuple[str, ...]:
    """The interface's languages, Russian first."""
    return tuple(sorted((path.stem for path in HERE.glob("??.po")), key=lambda code: (code != "ru", code)))


def read(language: str) -> Catalog:
    """The catalogue as written, for tests."""
    with (HERE / f"{language}.po").open("rb") as file:
        return read_po(file, locale=language)


@cache
def translations(language: str) -> gettext.GNUTranslations:
    """The compiled catalogue of a language."""
    compiled = BytesIO()
    write_mo(compiled, read(language))
    return gettext.GNUTranslations(BytesIO(compiled.getvalue()))
