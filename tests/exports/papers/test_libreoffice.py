"""Everything of the whole pack opens in LibreOffice, and says there what it says here."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests import libreoffice
from tests.exports.papers.reading import pdf_text, squeezed

pytestmark = pytest.mark.long


def test_every_document_opens(whole: dict[str, bytes], tmp_path: Path) -> None:
    names = [name for name in whole if name.endswith((".docx", ".xlsx", ".html"))]
    files = [tmp_path / f"{number}{Path(name).suffix}" for number, name in enumerate(names)]
    for name, file in zip(names, files, strict=True):
        file.write_bytes(whole[name])
    texts = {stem: pdf_text(data) for stem, data in libreoffice.printed(files, tmp_path).items()}
    opened = {name: squeezed("Мебель и точка") in texts.get(str(number), "") for number, name in enumerate(names)}
    assert opened == dict.fromkeys(names, True)
