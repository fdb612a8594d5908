"""Packs: what people take away from a project, as one archive with names anybody understands."""

from __future__ import annotations

from collections.abc import Iterator

from exports import amocrm_json, checklist_html, project_yaml
from exports.exporter import Exporter, Options
from exports.papers.book import READING, built
from exports.papers.matter import Matter
from exports.papers.paper import letterhead
from exports.writers import pdf
from exports.zipped import zipped
from wizard.model.project import Project


def render(project: Project, options: Options) -> bytes:
    matter = Matter(project, options)
    return zipped((matter.tr(key) + suffix, data) for key, suffix, data in _files(matter))


def _files(matter: Matter) -> Iterator[tuple[str, str, bytes]]:
    project, options = matter.project, matter.options
    head = letterhead(matter)
    for key, documents in (("pack.reading", built(matter, READING)), ("pack.memo", built(matter, ("memo",)))):
        if documents:
            yield key, ".pdf", pdf.write(documents, head, title=matter.tr(key), own=options.own)
    yield "pack.checklist", ".html", checklist_html.render(project, options)
    yield "pack.project", ".yaml", project_yaml.render(project, options)
    yield "pack.amocrm", ".json", amocrm_json.render(project, options)


EXPORTER = Exporter("pack", "pack.zip", "application/zip", render, for_experts=True)
