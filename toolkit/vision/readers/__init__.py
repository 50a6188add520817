"""Readers of text: which there are, which are here, and which one a service was published with.

A reader is a class with the shape of `toolkit.vision.reading.Reader`; a new one is a module, a line in `READERS` and a
test.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from toolkit.model.service import Service
from toolkit.vision.readers.in_process import Tesserocr
from toolkit.vision.readers.installed import TAGS, ReaderError, codes, packages, present
from toolkit.vision.readers.program import Tesseract
from toolkit.vision.readers.tesseract import Layout, TesseractReader
from toolkit.vision.readers.through_files import Pytesseract

__all__ = ["READERS", "Available", "Layout", "ReaderError", "TesseractReader", "probe", "published", "reader"]

#: By name, the first choice first. Those with `writes_files` are never for pictures that somebody uploaded.
READERS: dict[str, type[TesseractReader]] = {kind.name: kind for kind in (Tesserocr, Tesseract, Pytesseract)}


class Available(NamedTuple):
    """What a reader can do on this machine."""

    reader: str
    here: bool
    """Whether its library and its program are installed."""
    version: str
    """Of the engine; empty where it is not here."""
    languages: tuple[str, ...]
    """Those it reads, as BCP 47 tags where known, else as Tesseract calls them."""
    install: tuple[str, ...]
    """Commands that bring what is missing to read the languages asked for; empty where nothing is."""


def reader(name: str, layout: Layout = "page", seconds: float = 30.0) -> TesseractReader:
    """The reader called *name*; see `TesseractReader` for the options.

    Raises:
        ReaderError: there is none of that name, or it is not installed.
    """
    if name not in READERS:
        raise ReaderError(f"there is no reader called {name!r}", f"write one of: {', '.join(READERS)}")
    return READERS[name](layout, seconds)


def probe(languages: Sequence[str] = ("en",)) -> tuple[Available, ...]:
    """Which readers and languages are here, and what to install to read *languages* with each."""
    here = present()
    missing = [code for code in codes(languages) if code not in here]
    tags = tuple(sorted(TAGS.get(code, code) for code in here))
    needed = (packages(missing),) if missing else ()
    return tuple(_available(kind, tags, needed) for kind in READERS.values())


def _available(kind: type[TesseractReader], tags: tuple[str, ...], needed: tuple[str, ...]) -> Available:
    try:
        return Available(kind.name, here=True, version=kind.engine(), languages=tags, install=needed)
    except ReaderError as error:
        return Available(kind.name, here=False, version="", languages=(), install=(error.help, *needed))


def published(service: Service, layout: Layout = "page", seconds: float = 30.0) -> TesseractReader:
    """The reader with the engine that *service* names as its current one: figures from another one are not about it.

    Raises:
        ReaderError: the service names no engine, or none of the readers here has it.
    """
    named = next((it.id for it in service.identity.versions if it.kind == "engine" and it.status == "current"), None)
    if not named:
        raise ReaderError(
            f"{service.identity.id} names no current engine",
            "write under identity.versions of its service.yml: {id: 5.3.0, kind: engine, status: current}",
        )
    found = [each for each in probe() if each.here]
    chosen = next((each.reader for each in found if each.version == named), None)
    if not chosen:
        there = ", ".join(f"{each.version} ({each.reader})" for each in found) or "none"
        raise ReaderError(
            f"{service.identity.id} was published with engine {named}; installed: {there}",
            f"install Tesseract {named}, or measure again and name the installed one in its service.yml",
        )
    return reader(chosen, layout, seconds)
