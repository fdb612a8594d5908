"""A thing people do by hand in amoCRM, and how names are put into its sentence."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from wizard.amocrm.places import Place
from wizard.i18n.translator import Translator


@dataclass(frozen=True)
class Line:
    """One thing to do: its kind, where to click, and the whole sentence.

    What the sentence is about stands apart too, so that a table can show it in columns.
    """

    kind: str
    place: Place
    text: str
    pipeline: str = ""
    stage: str = ""
    subject: str = ""
    who: str = ""

    @property
    def where(self) -> str:
        return self.place.text


def quoted(names: Iterable[str], tr: Translator) -> str:
    """Names in the quotation marks of the language, one after another."""
    return ", ".join(tr("manual.quoted", name=name) for name in names)
