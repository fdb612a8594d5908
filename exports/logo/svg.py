"""A logo made of lines: an SVG that only draws, asks nobody for anything, and is drawn in no time."""

from __future__ import annotations

import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element, ParseError, fromstring, register_namespace, tostring

from wizard.storage.errors import FileError

MAX_ELEMENTS = 20_000
KEPT_SIDE = 1_000
LONGEST = 50  # times as long as wide

_SVG, _XLINK = "http://www.w3.org/2000/svg", "http://www.w3.org/1999/xlink"
_SHAPES = {"path", "rect", "circle", "ellipse", "line", "polyline", "polygon", "text", "tspan", "use"}
_GROUPS = {"svg", "g", "defs", "symbol", "switch", "clipPath", "mask", "title", "desc", "style"}
_COLOURS = {"linearGradient", "radialGradient", "stop"}
_DRAWS = _SHAPES | _GROUPS | _COLOURS
_ELSEWHERE = re.compile(r"@import|javascript:|expression\(|url\(\s*['\"]?(?!#)|https?:", re.IGNORECASE)
_SIDE = re.compile(r"(\d+(?:\.\d+)?)(px|pt|mm|cm|in)?")
# Else every name would be written with a made-up prefix.
register_namespace("", _SVG)
register_namespace("xlink", _XLINK)


def read_svg(data: bytes) -> bytes:
    root = _parsed(data)
    _leave_notes(root)
    for element in root.iter():
        _only_draws(element)
    if not sum(_name(element) in _SHAPES for element in _drawn(root)):
        raise FileError("logo.empty")
    _size(root)
    written: str = tostring(root, encoding="unicode")
    return written.encode()


def _parsed(data: bytes) -> Element:
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise FileError("logo.broken") from error
    if "<!ENTITY" in text:
        raise FileError("logo.does_more", name="ENTITY")
    try:
        root = fromstring(text)  # noqa: S314 - without entities nothing can be blown up
    except (ParseError, ValueError) as error:
        raise FileError("logo.broken") from error
    if root.tag != f"{{{_SVG}}}svg":
        raise FileError("logo.not_a_picture")
    return root


def _name(element: Element) -> str:
    return element.tag.rpartition("}")[2]


def _leave_notes(root: Element) -> None:
    """Without what drawing programs note in words of their own."""
    for parent in tuple(root.iter()):
        for child in tuple(parent):
            if not child.tag.startswith(f"{{{_SVG}}}") or _name(child) == "metadata":
                parent.remove(child)
        for key in tuple(parent.attrib):
            if key.startswith("{") and not key.startswith(f"{{{_XLINK}}}"):
                del parent.attrib[key]


def _only_draws(element: Element) -> None:
    if _name(element) not in _DRAWS:
        raise FileError("logo.does_more", name=_name(element))
    for key, value in element.attrib.items():
        name = key.rpartition("}")[2].lower()
        if name.startswith("on"):
            raise FileError("logo.does_more", name=name)
        if _ELSEWHERE.search(value) or (name == "href" and not value.startswith("#")):
            raise FileError("logo.elsewhere")
    if _ELSEWHERE.search(element.text or "") and _name(element) == "style":
        raise FileError("logo.elsewhere")


def _drawn(root: Element) -> Iterator[Element]:
    """Every element as often as it is used: used in one another, a few would be drawn a million times."""
    named = {element.attrib["id"]: element for element in root.iter() if "id" in element.attrib}
    stack, count = [root], 0
    while stack:
        here = stack.pop()
        count += 1
        if count > MAX_ELEMENTS:
            raise FileError("logo.too_complex")
        yield here
        stack.extend(here)
        if _name(here) == "use":
            aim = named.get((here.get("href") or here.get(f"{{{_XLINK}}}href") or "#")[1:])
            stack.extend([] if aim is None else [aim])


def _size(root: Element) -> None:
    """Says how large it is in a size papers can take, whatever it said before."""
    box = [float(number) for number in re.findall(r"-?\d+(?:\.\d+)?", root.get("viewBox", ""))]
    if len(box) != 4:  # left, top, width and height
        sides = [_SIDE.fullmatch(root.get(side, "")) for side in ("width", "height")]
        box = [0, 0, *(float(found[1]) for found in sides if found)]
    if len(box) != 4 or min(box[2:]) <= 0 or max(box[2:]) > LONGEST * min(box[2:]):
        raise FileError("logo.no_size")
    scale = KEPT_SIDE / max(box[2:])
    root.set("viewBox", " ".join(f"{number:g}" for number in box))
    root.set("width", f"{box[2] * scale:g}")
    root.set("height", f"{box[3] * scale:g}")
