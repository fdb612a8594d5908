"""Papers as HTML: everything is said, everything is escaped, nothing is loaded."""

from __future__ import annotations

import html as std
import re

from exports.papers.book import bound, shelf
from exports.papers.matter import Matter
from exports.papers.paper import letterhead
from exports.writers import html
from tests.exports.papers.conftest import OPTIONS
from tests.exports.papers.hard import odd, with_everything
from tests.exports.papers.reading import missing, squeezed, words_of
from wizard.model.project import Project


def _page(project: Project, *ids: str) -> str:
    matter = Matter(project, OPTIONS)
    papers = shelf(matter, ids)
    return html.write(bound(papers, tuple(papers)), letterhead(matter)).decode()


def test_everything_typed_about_a_pipeline_is_read_back() -> None:
    project = with_everything()
    text = squeezed(std.unescape(re.sub(r"<[^>]+>", " ", _page(project))))
    for pipeline in project.pipelines:
        assert missing(words_of(project, pipeline), text) == []


def test_what_people_typed_is_escaped_and_nothing_is_loaded() -> None:
    page = _page(odd(), "memo", "specification")
    assert "<b>" not in page
    assert "&lt;b&gt;&amp;amp;&lt;/b&gt;" in page
    assert "default-src 'none'" in page
    assert not re.findall(r'(?:src|href)="(?!data:)', page)
    assert "<script" not in page


def test_every_picture_is_described() -> None:
    images = re.findall(r"<img[^>]*>", _page(with_everything(), "funnel_map", "funnel_page"))
    assert images
    assert all(re.search(r'alt="[^"]+"', image) for image in images)
