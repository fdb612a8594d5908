"""Archives whose bytes depend on nothing but what is in them: no hour of the day, no machine."""

from __future__ import annotations

from collections.abc import Iterable
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

_MOMENT = (1980, 1, 1, 0, 0, 0)
_READABLE = 0o644 << 16
# Packed already: to squeeze them once more takes time and saves nothing.
_PACKED = (".docx", ".xlsx", ".png", ".zip")


def zipped(files: Iterable[tuple[str, bytes]]) -> bytes:
    """An archive of files in the order given."""
    packed = BytesIO()
    with ZipFile(packed, "w") as archive:
        for name, data in files:
            entry = ZipInfo(name, _MOMENT)
            entry.create_system = 3
            entry.external_attr = _READABLE
            entry.compress_type = ZIP_STORED if name.endswith(_PACKED) else ZIP_DEFLATED
            archive.writestr(entry, data)
    return packed.getvalue()


def rezipped(data: bytes) -> bytes:
    """An archive that another program made, without the hour it was made at."""
    with ZipFile(BytesIO(data)) as archive:
        return zipped((name, archive.read(name)) for name in archive.namelist())
