"""Which papers there are, and which of them are bound together."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from exports.papers import (
    before_after,
    chat_text,
    checklist,
    funnel_map,
    funnel_page,
    head_page,
    launch_order,
    managers_test,
    memo,
    migration_table,
    owner_numbers,
    protocol,
    qualification_script,
    regulation,
    specification,
    what_if,
)
from exports.papers.document import Document
from exports.papers.matter import Matter
from exports.papers.paper import Paper

PAPERS: tuple[Paper, ...] = (
    funnel_map.PAPER,
    funnel_page.PAPER,
    regulation.PAPER,
    memo.PAPER,
    head_page.PAPER,
    owner_numbers.PAPER,
    qualification_script.PAPER,
    what_if.PAPER,
    managers_test.PAPER,
    chat_text.PAPER,
    checklist.PAPER,
    migration_table.PAPER,
    specification.PAPER,
    protocol.PAPER,
    launch_order.PAPER,
    before_after.PAPER,
)

# What people read first, in one file.
READING = ("funnel_map", "funnel_page", "regulation")
MEMO = "memo"


def shelf(matter: Matter, ids: Collection[str] = ()) -> dict[str, tuple[Document, ...]]:
    """The documents of these papers, or of all, by the paper's id; papers without any are left out."""
    wanted = (paper for paper in PAPERS if not ids or paper.id in ids)
    return {paper.id: documents for paper in wanted if (documents := paper.build(matter))}


def bound(papers: Mapping[str, tuple[Document, ...]], ids: Collection[str]) -> tuple[Document, ...]:
    """The documents of several papers, one paper after another."""
    return tuple(document for paper in papers if paper in ids for document in papers[paper])
