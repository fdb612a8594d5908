"""The manager's memo: a funnel on one page, the only paper that hangs on the wall."""

from __future__ import annotations

from exports.papers.document import Block, Document, Paragraph, Tone, bold, plain
from exports.papers.matter import Matter
from exports.papers.paper import Paper
from exports.papers.stage_rows import memo_table
from wizard.model.pipeline import Pipeline


def build(matter: Matter) -> tuple[Document, ...]:
    return tuple(_memo(matter, pipeline) for pipeline in matter.pipelines)


def _memo(matter: Matter, pipeline: Pipeline) -> Document:
    tr = matter.tr
    blocks: tuple[Block, ...] = (memo_table(matter, pipeline), Paragraph(bold(tr("paper.memo.rules"))))
    if names := [matter.project.reason(use.reason).name for use in pipeline.losses]:
        said = (*bold(tr("paper.memo.reasons")), *plain(" " + " · ".join(names)))
        blocks = (*blocks, Paragraph(said, Tone.NOTE))
    return Document(
        id="memo",
        title=tr(f"paper.memo.title.{pipeline.subject}", pipeline=matter.name(pipeline)),
        blocks=blocks,
        landscape=True,
        pages=1,
    )


PAPER = Paper("memo", build)
