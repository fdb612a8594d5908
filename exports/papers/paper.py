"""A paper: its id, which names its texts and files, and how it is made."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from exports.papers.document import Document, Letterhead
from exports.papers.matter import Matter


@dataclass(frozen=True)
class Paper:
    """`build` gives no document where the project has nothing to fill it with."""

    id: str
    build: Callable[[Matter], tuple[Document, ...]]


def letterhead(matter: Matter) -> Letterhead:
    """What stands on every page of this project's papers."""
    tr, options = matter.tr, matter.options
    return Letterhead(
        company=matter.project.company.name,
        date=tr.date(options.date) if options.date else "",
        version=tr("paper.version", version=options.version) if options.version else "",
        note=tr("paper.note"),
        numbered=tr("paper.numbered"),
        page=tr("paper.page"),
        language=tr.language,
        logo=options.logo,
    )
