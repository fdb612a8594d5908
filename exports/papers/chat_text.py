"""The text for the team's chat on the day before the launch."""

from __future__ import annotations

from exports.papers.document import Document, Paragraph, Tone, plain
from exports.papers.matter import Matter
from exports.papers.paper import Paper


def build(matter: Matter) -> tuple[Document, ...]:
    if not matter.pipelines:
        return ()
    title = matter.tr("paper.chat_text.title")
    return (Document(id="chat_text", title=title, blocks=(Paragraph(plain(message(matter)), Tone.PHRASE),), pages=1),)


def message(matter: Matter) -> str:
    """The message as it is pasted into the chat."""
    tr, launch = matter.tr, matter.options.launch
    names = ", ".join(tr("manual.quoted", name=matter.name(pipeline)) for pipeline in matter.pipelines)
    since = tr("paper.chat.since", date=tr.date(launch)) if launch else tr("paper.chat.since_monday")
    parts = [
        tr.plural("paper.chat.funnels", len(matter.pipelines), since=since, names=names),
        tr("paper.chat.facts"),
        tr("paper.chat.tasks"),
        tr("paper.chat.reasons"),
        tr("paper.chat.moves") if matter.project.moves else "",
        tr("paper.chat.questions", name=tr("paper.blank.name")),
    ]
    return " ".join(part for part in parts if part)


PAPER = Paper("chat_text", build)
