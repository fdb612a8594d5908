"""The templates a project may start from: the shipped ones, and beside them those of one's own."""

from __future__ import annotations

from dataclasses import dataclass

from wizard.catalog import reader
from wizard.catalog.templates import FunnelTemplate, Industry
from wizard.model.base import find


@dataclass(frozen=True)
class Shelf:
    """`own_funnels` and `own_industries` are those of one's own; no id is that of a shipped one."""

    own_funnels: tuple[FunnelTemplate, ...] = ()
    own_industries: tuple[Industry, ...] = ()

    @property
    def funnels(self) -> tuple[FunnelTemplate, ...]:
        """Those of one's own last."""
        return (*reader.funnels(), *self.own_funnels)

    @property
    def industries(self) -> tuple[Industry, ...]:
        """Those of one's own first, the general one last."""
        return (*self.own_industries, *reader.industries())

    @property
    def is_empty(self) -> bool:
        return not (self.own_funnels or self.own_industries)

    def is_shipped(self, template: FunnelTemplate | Industry) -> bool:
        own: tuple[FunnelTemplate | Industry, ...] = (*self.own_funnels, *self.own_industries)
        return template.id not in {each.id for each in own}

    def funnel(self, funnel_id: str) -> FunnelTemplate:
        """The funnel template with this id; KeyError when there is none."""
        found: FunnelTemplate = find(self.funnels, funnel_id)
        return found

    def industry(self, industry_id: str) -> Industry:
        """The industry with this id; KeyError when there is none."""
        found: Industry = find(self.industries, industry_id)
        return found

    def industry_or_general(self, industry_id: str) -> Industry:
        """The industry with this id, or the general one: a project may name one that is not at hand."""
        return next((known for known in self.industries if known.id == industry_id), reader.industry("general"))

    def with_(self, other: Shelf) -> Shelf:
        """Both; what has the id of one that is there takes its place."""
        funnels = {own.id: own for own in (*self.own_funnels, *other.own_funnels)}
        industries = {own.id: own for own in (*self.own_industries, *other.own_industries)}
        return Shelf(tuple(funnels.values()), tuple(industries.values()))

    def without(self, template_id: str) -> Shelf:
        return Shelf(
            tuple(own for own in self.own_funnels if own.id != template_id),
            tuple(own for own in self.own_industries if own.id != template_id),
        )


SHIPPED = Shelf()
