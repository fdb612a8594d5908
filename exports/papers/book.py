"""Which papers there are, and which of them are bound together."""

from __future__ import annotations

from exports.papers import funnel_map, funnel_page, memo, regulation
from exports.papers.document import Document
from exports.papers.matter import Matter
from exports.papers.paper import Paper

PAPERS: tuple[Paper, ...] = (
    funnel_map.PAPER,
    funnel_page.PAPER,
    regulation.PAPER,
    memo.PAPER,
)

# What people read first, in one file.
READING = ("funnel_map", "funnel_page", "regulation")


def built(matter: Matter, ids: tuple[str, ...]) -> tuple[Document, ...]:
    """The documents of some papers, one paper after another."""
    return tuple(document for paper in PAPERS if paper.id in ids for document in paper.build(matter))
