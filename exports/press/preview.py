"""What there is to see of a file before it is taken: pages as pictures, tables as texts, or a page of HTML."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from zipfile import ZipFile

from exports.exporter import Files
from exports.zipped import zipped

_HTML, _TABLES, _MORE = "page.html", "tables.json", "more"


@dataclass(frozen=True)
class Sheet:
    name: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True)
class Preview:
    """One of the three; `cut` says that the file has more than is shown."""

    pages: tuple[bytes, ...] = ()
    sheets: tuple[Sheet, ...] = ()
    html: str = ""
    cut: bool = False

    def written(self) -> bytes:
        return zipped(self._files())

    def _files(self) -> Files:
        for number, page in enumerate(self.pages):
            yield f"{number:04}.png", page
        if self.sheets:
            yield _TABLES, json.dumps([vars(sheet) for sheet in self.sheets], ensure_ascii=False).encode()
        if self.html:
            yield _HTML, self.html.encode()
        if self.cut:
            yield _MORE, b""


def read(data: bytes) -> Preview:
    with ZipFile(BytesIO(data)) as archive:
        names = archive.namelist()
        return Preview(
            pages=tuple(archive.read(name) for name in names if name.endswith(".png")),
            sheets=tuple(_sheets(archive.read(_TABLES)) if _TABLES in names else ()),
            html=archive.read(_HTML).decode() if _HTML in names else "",
            cut=_MORE in names,
        )


def _sheets(written: bytes) -> Iterator[Sheet]:
    for said in json.loads(written):
        yield Sheet(said["name"], tuple(said["columns"]), tuple(map(tuple, said["rows"])))
