"""Fills the placeholders of template texts with what the industry says."""

from __future__ import annotations

from dataclasses import dataclass

from wizard.catalog import reader
from wizard.catalog.shelf import SHIPPED, Shelf
from wizard.catalog.templates import Industry, PaymentTemplate, Slot, Words
from wizard.model.project import Language


@dataclass(frozen=True)
class Wording:
    """Template texts in one language, for one industry, way of paying and company, and where templates are from."""

    language: Language
    industry: Industry
    payment: PaymentTemplate
    company: str = ""
    shelf: Shelf = SHIPPED

    def __call__(self, words: Words | None) -> str:
        """The text with its placeholders filled; nothing for nothing."""
        if words is None:
            return ""
        text = words.in_(self.language)
        if "{" not in text:
            return text
        for placeholder, value in self._values().items():
            text = text.replace(placeholder, value)
        return text

    def _values(self) -> dict[str, str]:
        noun, general = self.industry.noun, reader.industry("general")
        return {
            "{scheduled}": self._slot(self.industry.scheduled or self.industry.done),
            "{done}": self._slot(self.industry.done),
            "{offer}": self._slot(self.industry.offer or general.offer),
            "{won}": self._slot(self.industry.won),
            "{payday}": self.payment.payday.in_(self.language),
            "{nom}": noun.nom,
            "{acc}": noun.acc,
            "{gen}": noun.gen,
            "{key stage}": noun.en,
            "{Key stage}": noun.en[:1].upper() + noun.en[1:],
            "{\u043a\u043e\u043c\u043f\u0430\u043d\u0438\u044f}": self.company or "\u2026",
            "{company}": self.company or "\u2026",
            "{\u0418\u043c\u044f}": "[\u0418\u043c\u044f]",
            "{Name}": "[Name]",
        }

    def _slot(self, slot: Slot | None) -> str:
        return slot.name.in_(self.language) if slot else ""
