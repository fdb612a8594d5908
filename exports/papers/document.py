"""What a paper is made of: frozen blocks. No format knows a paper, no paper knows a format."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum


class Look(StrEnum):
    """How a run of text stands out; `MARK` is the sign of an assumption."""

    PLAIN = "plain"
    BOLD = "bold"
    MUTE = "mute"
    MARK = "mark"


@dataclass(frozen=True)
class Run:
    text: str
    look: Look = Look.PLAIN


Words = tuple[Run, ...]


def plain(text: str) -> Words:
    return (Run(text),) if text else ()


def bold(text: str) -> Words:
    return (Run(text, Look.BOLD),) if text else ()


def mute(text: str) -> Words:
    return (Run(text, Look.MUTE),) if text else ()


def mark(text: str) -> Words:
    return (Run(text, Look.MARK),) if text else ()


@dataclass(frozen=True)
class Cell:
    """A cell: its lines, and the colour of a stage shown before them."""

    lines: tuple[Words, ...] = ()
    colour: str = ""


def cell(*lines: str | Words, colour: str = "") -> Cell:
    """A cell of lines, the empty ones left out; a line break in a text begins a line."""
    split = (line for given in lines for line in _lines(given))
    return Cell(tuple(line for line in split if line), colour)


def _lines(given: str | Words) -> Iterable[Words]:
    return (plain(line.strip()) for line in given.split("\n")) if isinstance(given, str) else (given,)


@dataclass(frozen=True)
class Column:
    """A column: its title, and how wide it is beside the others."""

    title: str
    share: float = 1


@dataclass(frozen=True)
class Row:
    cells: tuple[Cell, ...]
    strong: bool = False


def row(*cells: Cell | str | Words, strong: bool = False) -> Row:
    return Row(tuple(each if isinstance(each, Cell) else cell(each) for each in cells), strong)


@dataclass(frozen=True)
class Heading:
    text: str
    level: int = 1


class Tone(StrEnum):
    BODY = "body"
    LEAD = "lead"
    NOTE = "note"
    ALERT = "alert"
    PHRASE = "phrase"


@dataclass(frozen=True)
class Paragraph:
    words: Words
    tone: Tone = Tone.BODY


@dataclass(frozen=True)
class Bullets:
    items: tuple[Words, ...]
    ordered: bool = False


@dataclass(frozen=True)
class Checklist:
    """Things to tick."""

    items: tuple[Words, ...]


@dataclass(frozen=True)
class Facts:
    """What is said about one thing: titles with their words."""

    pairs: tuple[tuple[str, Words], ...]


@dataclass(frozen=True)
class Table:
    """A table whose head is repeated on every page.

    `name` is its name among others; with `ticks` every row begins with a box, `tall` rows are written in by hand.
    """

    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    name: str = ""
    ticks: bool = False
    tall: bool = False


@dataclass(frozen=True)
class Figure:
    """A picture with what it says in words; `width` is its share of the page."""

    svg: bytes
    alt: str
    caption: str = ""
    width: float = 1


@dataclass(frozen=True)
class Beside:
    """Two columns of blocks; `share` is how much of the width the left one takes."""

    left: tuple[Block, ...]
    right: tuple[Block, ...]
    share: float = 0.5


Block = Heading | Paragraph | Bullets | Checklist | Facts | Table | Figure | Beside


@dataclass(frozen=True)
class Document:
    """One paper. `pages` asks for letters small enough for so many, as far as they can be read; 0 is any number."""

    id: str
    title: str
    blocks: tuple[Block, ...]
    lead: Words = ()
    landscape: bool = False
    pages: int = 0


@dataclass(frozen=True)
class Letterhead:
    """What stands on every page: whose paper it is, of when, which version, and what assumptions are.

    `numbered` is for pages that show numbers in place of letters.
    """

    company: str = ""
    date: str = ""
    version: str = ""
    note: str = ""
    numbered: str = ""
    page: str = ""
    language: str = "ru"
    logo: bytes = b""
