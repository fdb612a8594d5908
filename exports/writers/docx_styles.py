"""The styles of Word documents: ours, unless a document of the consultant's own brings its own."""

from __future__ import annotations

from functools import lru_cache
from io import BytesIO
from typing import Any

import docx
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Pt, RGBColor

_INK, _SOFT, _ACCENT, _ALERT = (
    RGBColor(0x1F, 0x26, 0x30),
    RGBColor(0x5D, 0x66, 0x73),
    RGBColor(0x0A, 0x6B, 0x62),
    RGBColor(0x9A, 0x34, 0x12),
)
_FONT = "Arial"
# Name, size, colour, bold, space before and after.
_TEXTS = (
    ("Normal", 10, _INK, False, 0, 5),
    ("Heading 1", 18, _INK, True, 0, 4),
    ("Heading 2", 13, _INK, True, 12, 4),
    ("Heading 3", 11, _INK, True, 10, 3),
    ("Subtitle", 11, _SOFT, False, 0, 8),
    ("List Bullet", 10, _INK, False, 0, 3),
    ("List Number", 10, _INK, False, 0, 3),
    ("Caption", 8.5, _SOFT, False, 2, 8),
    ("Header", 8, _SOFT, False, 0, 0),
    ("Footer", 8, _SOFT, False, 0, 0),
)
TABLE, CELL = "Paper Table", "Paper Cell"
# Paragraphs a document of one's own may lack.
_MORE = (("Paper Note", 8.5, _SOFT), ("Paper Alert", 10, _ALERT), ("Paper Phrase", 10, _ACCENT), (CELL, 9, _INK))
_LANGUAGES = {"ru": "ru-RU", "en": "en-GB"}


@lru_cache(maxsize=8)
def base(own: bytes, *, language: str) -> bytes:
    """An empty document with all styles papers need: ours, or one of the consultant's own with what it lacks added."""
    made = docx.Document(BytesIO(own) if own else None)
    _styled(made, language=language, ours=not own)
    saved = BytesIO()
    made.save(saved)
    return saved.getvalue()


def style_ids(made: Any) -> dict[str, str]:
    """The ids of the styles by name: Word's own differ from language to language."""
    ids = {style.name: style.style_id for style in made.styles}
    return {name: ids.get(name, ids["Normal"]) for name in (*(name for name, *_ in (*_TEXTS, *_MORE)), TABLE)}


def _styled(made: Any, *, language: str, ours: bool) -> None:
    """Sets our styles, or only adds those that are missing."""
    if ours:
        for name, size, colour, bold, before, after in _TEXTS:
            _text_style(made.styles[name], size, colour, bold=bold)
            made.styles[name].paragraph_format.space_before = Pt(before)
            made.styles[name].paragraph_format.space_after = Pt(after)
    known = {style.name for style in made.styles}
    for name, size, colour in _MORE:
        if name not in known:
            style = made.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
            style.base_style = made.styles["Normal"]
            _text_style(style, size, colour, bold=False)
            style.paragraph_format.space_after = Pt(1 if name == CELL else 5)
    if TABLE not in known:
        style = made.styles.add_style(TABLE, WD_STYLE_TYPE.TABLE)
        style.element.append(_borders())
    _speaks(made, _LANGUAGES.get(language, language))


def _text_style(style: Any, size: float, colour: RGBColor, *, bold: bool) -> None:
    style.font.name, style.font.size, style.font.bold, style.font.italic = _FONT, Pt(size), bold, False
    style.font.color.rgb = colour
    properties = style.element.get_or_add_rPr()
    for spacing in properties.findall(qn("w:spacing")):
        properties.remove(spacing)
    fonts = properties.get_or_add_rFonts()
    for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        fonts.attrib.pop(qn(f"w:{theme}"), None)
    for script in ("ascii", "hAnsi", "cs", "eastAsia"):
        fonts.set(qn(f"w:{script}"), _FONT)


def _borders() -> Any:
    """Thin lines between rows, and room around texts."""
    properties, borders, margins = (OxmlElement(f"w:{name}") for name in ("tblPr", "tblBorders", "tblCellMar"))
    for edge in ("top", "bottom", "insideH"):
        borders.append(element(f"w:{edge}", val="single", sz="4", space="0", color="D3D9DE"))
    for side in ("top", "left", "bottom", "right"):
        margins.append(element(f"w:{side}", w="40" if side in ("top", "bottom") else "80", type="dxa"))
    properties.append(borders)
    properties.append(margins)
    return properties


def _speaks(made: Any, language: str) -> None:
    """The language texts are spelt in."""
    defaults = made.styles.element.find(qn("w:docDefaults"))
    properties = defaults.find(qn("w:rPrDefault")).find(qn("w:rPr")) if defaults is not None else None
    if properties is not None:
        for old in properties.findall(qn("w:lang")):
            properties.remove(old)
        properties.append(element("w:lang", val=language, eastAsia=language, bidi="ar-SA"))


def page_field(paragraph: Any, name: str) -> None:
    """A number that Word counts itself."""
    field = element("w:fldSimple", instr=name)
    run, text = OxmlElement("w:r"), OxmlElement("w:t")
    text.text = "1"
    run.append(text)
    field.append(run)
    paragraph._p.append(field)  # noqa: SLF001 - the library has no fields


def element(tag: str, **attributes: str) -> Any:
    """An element of WordprocessingML."""
    made = OxmlElement(tag)
    for name, value in attributes.items():
        made.set(qn(f"w:{name}"), value)
    return made
