"""Reads Markdown and HTML as a browser would: which elements there are, with which attributes and which text."""

from __future__ import annotations

from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from typing import Any, NamedTuple

import yaml
from markdown import Markdown

SETTINGS = Path(__file__).resolve().parents[1] / "mkdocs.yml"
VOID = frozenset(["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"])


class Piece(NamedTuple):
    """The start of an element with its attributes, or (without a tag) a run of text."""

    tag: str
    attributes: dict[str, str]
    text: str = ""


@cache
def _markdown() -> Markdown:
    listed = yaml.safe_load(SETTINGS.read_text("utf-8"))["markdown_extensions"]
    configs = {name: config for entry in listed if isinstance(entry, dict) for name, config in entry.items()}
    return Markdown(
        extensions=[entry if isinstance(entry, str) else next(iter(entry)) for entry in listed],
        extension_configs=configs,
    )


def to_html(markdown: str) -> str:
    """*markdown* as the site shows it, with the extensions of mkdocs.yml."""
    return _markdown().reset().convert(markdown)


def of_page(data: bytes) -> str:
    """A page with front matter as HTML."""
    _, _, body = data.decode().split("---\n", 2)
    return to_html(body)


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.pieces: list[Piece] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.pieces.append(Piece(tag, {name: value or "" for name, value in attrs}))

    def handle_data(self, data: str) -> None:
        self.pieces.append(Piece("", {}, data))

    def handle_comment(self, data: str) -> None:
        self.pieces.append(Piece("!", {}, data))


def pieces(html: str) -> list[Piece]:
    """Elements, comments and texts of *html* in order."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return reader.pieces


class _Nesting(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[str] = []
        self.found: list[tuple[str, ...]] = []
        self.astray: list[str] = []

    def handle_starttag(self, tag: str, _: list[tuple[str, str | None]]) -> None:
        self.found.append((*self.open, tag))
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, _: list[tuple[str, str | None]]) -> None:
        self.found.append((*self.open, tag))

    def handle_endtag(self, tag: str) -> None:
        if self.open[-1:] == [tag]:
            self.open.pop()
        else:
            self.astray.append(tag)


def nesting(html: str) -> list[tuple[str, ...]]:
    """Each element as the row of the elements it lies in; everything that is opened must be closed in order."""
    reader = _Nesting()
    reader.feed(html)
    reader.close()
    assert (reader.astray, reader.open) == ([], [])
    return reader.found


def words(html: str) -> str:
    """All text of *html* on one line; an element parts words."""
    return " ".join(" ".join(piece.text if not piece.tag else " " for piece in pieces(html)).split())


def attributes(html: str, name: str) -> list[str]:
    """Every value of the attribute *name*."""
    return [piece.attributes[name] for piece in pieces(html) if name in piece.attributes]


def plain(value: Any) -> Any:
    """Blocks and lists without the types of the loader."""
    if isinstance(value, dict):
        return {key: plain(child) for key, child in value.items()}
    return [plain(child) for child in value] if isinstance(value, (list, tuple)) else value
