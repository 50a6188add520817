"""Whether a PDF is tagged, titled, in its language, with its letters inside: the machine part of PDF/UA-1.

Sources: ISO 14289-1 as the veraPDF profile PDFUA-1 spells it out; the part that needs a person stays one.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Any

import pikepdf


def problems(data: bytes, language: str) -> list[str]:
    """What is wrong with the file, in sentences; empty where nothing is."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        return [*_document(pdf, language), *_structure(pdf), *_fonts(pdf)]


def _document(pdf: pikepdf.Pdf, language: str) -> Iterator[str]:
    root = pdf.Root
    with pdf.open_metadata() as metadata:
        if str(metadata.get("pdfuaid:part", "")) != "1":
            yield "it does not say that it is PDF/UA-1 (pdfuaid:part)"
        if not metadata.get("dc:title"):
            yield "it has no title (dc:title)"
    if not _at(root, "/MarkInfo", "/Marked"):
        yield "it is not tagged (MarkInfo)"
    if not _at(root, "/ViewerPreferences", "/DisplayDocTitle"):
        yield "readers would show its file name for its title (DisplayDocTitle)"
    said = str(root.get("/Lang", ""))
    if said.partition("-")[0] != language.partition("-")[0]:
        yield f"its language is {said or 'not said'}, not {language} (Lang)"


def _structure(pdf: pikepdf.Pdf) -> Iterator[str]:
    tree = pdf.Root.get("/StructTreeRoot")
    if tree is None:
        yield "it has no reading order (StructTreeRoot)"
        return
    kinds = []
    for element in elements(tree):
        kind = str(element.get("/S", ""))
        kinds.append(kind)
        if kind == "/Figure" and not str(element.get("/Alt", "")).strip():
            yield "a picture has no words for those who cannot see it (Alt)"
        if kind == "/TH" and "/Scope" not in str(element.get("/A", "")):
            yield "a header cell does not say which cells it heads (Scope)"
    if "/H1" not in kinds:
        yield "it has no heading of the first level"


def elements(node: Any) -> Iterator[pikepdf.Object]:
    """Every structure element below *node*, in reading order."""
    kids = node.get("/K")
    for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
        if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
            yield kid
            yield from elements(kid)


def _at(node: Any, *keys: str) -> Any:
    """What lies below *node* under one key after the other; None where it ends before."""
    for key in keys:
        node = node.get(key) if node is not None else None
    return node


def _fonts(pdf: pikepdf.Pdf) -> Iterator[str]:
    for page in pdf.pages:
        fonts = _at(page.obj, "/Resources", "/Font")
        for font in fonts.values() if fonts else ():
            name = str(font.get("/BaseFont", "a typeface"))
            inner = font.get("/DescendantFonts", [font])[0]
            if not any(_at(inner, "/FontDescriptor", key) for key in ("/FontFile", "/FontFile2", "/FontFile3")):
                yield f"{name} is not in the file (FontFile)"
            if "/ToUnicode" not in font:
                yield f"the letters of {name} cannot be read out (ToUnicode)"
