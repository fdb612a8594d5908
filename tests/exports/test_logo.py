"""A logo is a picture and nothing else, and comes out in a size papers can take."""

from __future__ import annotations

import zlib
from io import BytesIO

import pytest
from PIL import Image

from exports.logo import MAX_BYTES, read_logo
from wizard.i18n.translator import translator
from wizard.storage.errors import FileError

OPENING = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 40 20">'
RECTANGLE = '<rect width="40" height="20" fill="#0a6b62"/>'


def svg(inside: str = RECTANGLE, opening: str = OPENING) -> bytes:
    return f"{opening}{inside}</svg>".encode()


def png(width: int, height: int, colour: str = "#0a6b62") -> bytes:
    written = BytesIO()
    Image.new("RGBA", (width, height), colour).save(written, "PNG")
    return written.getvalue()


def chunk(kind: bytes, data: bytes) -> bytes:
    return len(data).to_bytes(4) + kind + data + zlib.crc32(kind + data).to_bytes(4)


def claiming(width: int, height: int) -> bytes:
    """A small file whose head tells of a huge picture."""
    head = chunk(b"IHDR", width.to_bytes(4) + height.to_bytes(4) + bytes((8, 6, 0, 0, 0)))
    return b"\x89PNG\r\n\x1a\n" + head + chunk(b"IDAT", zlib.compress(bytes(1000))) + chunk(b"IEND", b"")


def test_a_png_is_taken_without_notes_and_no_larger_than_papers_need() -> None:
    kept = read_logo(png(2000, 500) + b"and more behind it")
    with Image.open(BytesIO(kept)) as picture:
        assert (picture.format, picture.size, picture.getpixel((0, 0))) == ("PNG", (1000, 250), (10, 107, 98, 255))
    assert read_logo(kept) == kept


def test_an_svg_is_taken_with_its_drawing_and_without_an_editor_s_notes() -> None:
    noted = (
        '<?xml version="1.0"?><!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/svg11.dtd">'
        '<svg xmlns="http://www.w3.org/2000/svg" xmlns:ed="urn:editor" width="40mm" height="20mm" ed:zoom="2">'
        f'<!-- drawn by hand --><metadata/><ed:view/>{RECTANGLE}<text x="1" y="9">«Ёж» &amp; Co.</text></svg>'
    )
    kept = read_logo(noted.encode())
    assert kept.decode() == (
        '<svg xmlns="http://www.w3.org/2000/svg" width="1000" height="500" viewBox="0 0 40 20">'
        '<rect width="40" height="20" fill="#0a6b62" /><text x="1" y="9">«Ёж» &amp; Co.</text></svg>'
    )
    assert read_logo(kept) == kept


NESTED = "".join(f'<g id="g{n}">' + f'<use href="#g{n - 1}"/>' * 10 + "</g>" for n in range(1, 9))
REFUSED = [
    (b"", "logo.not_a_picture"),
    (b"\xff\xd8\xff\xe0 a photograph", "logo.not_a_picture"),
    (b"<html><body>no picture</body></html>", "logo.not_a_picture"),
    (b'<?xml version="1.0"?><kml/>', "logo.not_a_picture"),
    (b"\x89PNG\r\n\x1a\n" + bytes(MAX_BYTES), "logo.too_big"),
    (png(300, 200)[:400], "logo.broken"),
    (b"\x89PNG\r\n\x1a\n", "logo.broken"),
    (claiming(60_000, 60_000), "logo.too_large"),
    (claiming(5_000, 5_000), "logo.broken"),
    (png(20, 20, "#00000000"), "logo.empty"),
    (svg("<rect>"), "logo.broken"),
    (svg("\xe9").decode().encode("latin-1"), "logo.broken"),
    (svg(""), "logo.empty"),
    (svg("<script>alert(1)</script>"), "logo.does_more"),
    (svg('<rect onclick="alert(1)"/>'), "logo.does_more"),
    (svg("<foreignObject/>"), "logo.does_more"),
    (svg("<animate/>"), "logo.does_more"),
    (svg('<image href="data:image/png;base64,"/>'), "logo.does_more"),
    (b'<!DOCTYPE svg [<!ENTITY a "b">]>' + svg(), "logo.does_more"),
    (svg('<use href="other.svg#a"/>'), "logo.elsewhere"),
    (svg('<use xlink:href="https://example.com/a.svg#a"/>'), "logo.elsewhere"),
    (svg('<rect style="fill: url(https://example.com/p)"/>'), "logo.elsewhere"),
    (svg("<style>@import 'a.css'</style>" + RECTANGLE), "logo.elsewhere"),
    (svg(RECTANGLE * 20_001), "logo.too_complex"),
    (svg(f'<g id="g0">{RECTANGLE}</g>{NESTED}<use href="#g8"/>'), "logo.too_complex"),
    (svg('<g id="a"><use href="#a"/></g>'), "logo.too_complex"),
    (svg(opening='<svg xmlns="http://www.w3.org/2000/svg" width="100%" height="20">'), "logo.no_size"),
    (svg(opening='<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1000000">'), "logo.no_size"),
]


@pytest.mark.parametrize(("data", "key"), REFUSED, ids=lambda value: str(value)[:40])
def test_anything_else_is_refused_in_one_sentence(data: bytes, key: str) -> None:
    with pytest.raises(FileError) as refused:
        read_logo(data)
    assert refused.value.key == key
    for language in ("ru", "en"):
        said = refused.value.message(translator(language))
        assert (said != key, "\n" in said, "{" in said) == (True, False, False)


def test_a_gradient_and_a_drawing_used_twice_stay() -> None:
    inside = (
        '<defs><linearGradient id="l"><stop offset="0" stop-color="red"/></linearGradient></defs>'
        '<rect id="r" width="9" height="9" fill="url(#l)"/><use href="#r"/><use xlink:href="#r" x="9"/>'
    )
    kept = read_logo(svg(inside)).decode()
    assert ("url(#l)" in kept, kept.count("#r")) == (True, 2)
