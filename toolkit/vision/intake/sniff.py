"""What a file is, by its bytes alone, where its picture ends, and whether it is something else as well."""

from __future__ import annotations

import re
import struct
from collections.abc import Iterator
from typing import NamedTuple

from toolkit.vision.intake.answers import PictureRefused

#: How each format that is read begins.
FORMATS = {
    "png": rb"\x89PNG\r\n\x1a\n",
    "jpeg": rb"\xff\xd8\xff",
    "webp": rb"RIFF.{4}WEBP",
    "bmp": rb"BM.{12}[\x0c-\x7c]\0\0\0",
    "tiff": rb"(II[*]\0|MM\0[*]).{4}",
    "pdf": rb"(\xef\xbb\xbf)?\s*%PDF-",
}
#: How formats begin that are known and not read, with their names.
OTHERS = {
    "a GIF": rb"GIF8[79]a",
    "a HEIC picture": rb".{4}ftyp(heic|heix|hevc|heim|heis|mif1|msf1)",
    "an AVIF picture": rb".{4}ftypavi[fs]",
    "a BigTIFF": rb"II[+]\0|MM\0[+]",
    "a video": rb".{4}ftyp|\x1aE\xdf\xa3|RIFF.{4}AVI ",
    "a JPEG 2000 picture": rb"\0\0\0\x0cjP  |\xff\x4f\xff\x51",
    "a JPEG XL picture": rb"\0\0\0\x0cJXL |\xff\x0a",
    "a Photoshop file": rb"8BPS",
    "an icon": rb"\0\0[\x01\x02]\0",
    "an SVG drawing": rb"(\xef\xbb\xbf)?\s*(<\?xml[^>]*>\s*)?(<!--.{0,500}?-->\s*|<!DOCTYPE svg[^>]*>\s*)*<svg\b",
    "a web page": rb"(?i)(\xef\xbb\xbf)?\s*(<!--.{0,500}?-->\s*)?<(!doctype html|html|head|body|script)\b",
    "a PostScript file": rb"%!PS",
    "a ZIP archive or an office document": rb"PK[\x03\x05\x07]",
    "an archive": rb"Rar!\x1a\x07|7z\xbc\xaf\x27\x1c|\x1f\x8b\x08|BZh|\xfd7zXZ",
    "a program": rb"MZ|\x7fELF|\xca\xfe\xba\xbe|[\xcf\xce]\xfa\xed\xfe|#!",
}
_SIGNS = {name: re.compile(sign, re.DOTALL) for name, sign in (FORMATS | OTHERS).items()}

#: What browsers run wherever it stands.
_ACTIVE = re.compile(rb"(?i)<script|<html|<!doctype html|<\?php|<svg[\s>]|<iframe")
#: What must not follow a picture, wherever it begins in what follows.
_FOLLOWING = re.compile(rb"PK\x03\x04|PK\x05\x06|%PDF-|Rar!\x1a\x07|7z\xbc\xaf\x27\x1c|\x7fELF|GIF8[79]a")
#: What other programs accept before a PDF, in bytes.
_BEFORE_PDF = 1024
#: Each scan of a JPEG goes over all of its pixels again. Progressive pictures of cameras and programs have about ten.
MOST_SCANS = 40

#: Places of strips and tiles of a TIFF. Each takes time however small it is; one for each row of pixels is common.
_PARTS, MOST_PARTS = (273, 324), 65_536
#: Tags of all pages of a TIFF together; a page has about twenty.
MOST_ENTRIES = 20_000


class Layout(NamedTuple):
    """The parts of a file."""

    format: str
    parts: frozenset[bytes]
    """Names of the chunks of a PNG, marker bytes of a JPEG."""
    after: bytes
    """What follows the end of the picture, without zeros and blanks at both ends."""


def sniff(data: bytes) -> Layout:
    """The format of *data* and its parts. Raises PictureRefused for other formats, for files that are two things at
    once, and for those whose end is missing where that can be seen.
    """
    format = next((name for name, sign in _SIGNS.items() if sign.match(data)), "")
    if format in OTHERS:
        raise PictureRefused("other-format", found=format)
    if not format:
        raise PictureRefused("unknown-format")
    parts, end = _ENDS[format](data)
    after = data[end:].strip(b"\0\r\n\t ")
    _refuse_polyglot(data, format, after)
    return Layout(format, frozenset(parts), after)


def _refuse_polyglot(data: bytes, format: str, after: bytes) -> None:
    if zipped(data):
        raise PictureRefused("polyglot", found="a ZIP archive")
    if format != "pdf" and b"%PDF-" in data[:_BEFORE_PDF]:
        raise PictureRefused("polyglot", found="a PDF")
    if _ACTIVE.search(data[:_BEFORE_PDF] if format == "pdf" else data) or _ACTIVE.search(after):
        raise PictureRefused("polyglot", found="a web page")
    if _FOLLOWING.search(after) or any(_SIGNS[name].match(after) for name in ("a program", "an archive")):
        raise PictureRefused("polyglot", found="a file of another kind")


def zipped(data: bytes) -> bool:
    """Whether *data* can be opened as a ZIP archive, whatever stands before it (PKWARE APPNOTE 4.3.16)."""
    end = data.rfind(b"PK\x05\x06", -65_557)
    if end < 0 or end + 16 > len(data):
        return False
    (size,) = struct.unpack_from("<I", data, end + 12)
    return size == 0 or data[end - 20 : end - 16] == b"PK\x06\x07" or data[max(0, end - size) :][:4] == b"PK\x01\x02"


def _png(data: bytes) -> tuple[set[bytes], int]:
    """Names of all chunks, and the end of the last one (PNG 5.3)."""
    names, at = set(), 8
    while at + 12 <= len(data):
        size, name = struct.unpack_from(">I4s", data, at)
        names.add(name)
        at += 12 + size
        if name == b"IEND" and at <= len(data):
            return names, at
    raise PictureRefused("truncated")


def _jpeg(data: bytes) -> tuple[set[bytes], int]:
    """Markers, and the end of the picture (ITU-T T.81, annex B); the end of the file where the picture has none."""
    markers: set[bytes] = set()
    scans = 0
    for marker, end in _markers(data):
        markers.add(marker)
        scans += marker == b"\xda"
        if scans > MOST_SCANS:
            raise PictureRefused("unfolds")
        if marker == b"\xd9":
            return markers, end
    return markers, len(data)


#: A marker that is neither filling, nor an escaped byte, nor one between parts of a scan.
_MARKER = re.compile(rb"\xff([^\x00\x01\xff\xd0-\xd8])")


def _markers(data: bytes) -> Iterator[tuple[bytes, int]]:
    """Each marker of a JPEG and where its segment ends."""
    at = 2
    while found := _MARKER.search(data, at):
        at = found.end()
        if found[1] != b"\xd9":
            size = data[at : at + 2]
            at += max(2, int.from_bytes(size, "big"))
        yield found[1], at


def _webp(data: bytes) -> tuple[set[bytes], int]:
    """The length that RIFF names."""
    end = 8 + struct.unpack_from("<I", data, 4)[0]
    if end > len(data):
        raise PictureRefused("truncated")
    return set(), end


def _bmp(data: bytes) -> tuple[set[bytes], int]:
    """The length in the header; programs often write none."""
    size, pixels = struct.unpack_from("<I4xI", data, 2)
    return set(), size if size > pixels else len(data)


def _tiff(data: bytes) -> tuple[set[bytes], int]:
    """A TIFF ends wherever its tags point to. Raises PictureRefused where its lists are longer than any page needs."""
    order = "<" if data.startswith(b"II") else ">"
    entries, seen, at = 0, set(), struct.unpack_from(f"{order}I", data, 4)[0]
    while at and at not in seen and at + 2 <= len(data):
        seen.add(at)
        end = at + 2 + 12 * struct.unpack_from(f"{order}H", data, at)[0]
        table = data[at + 2 : end]
        fields = list(struct.iter_unpack(f"{order}HHII", table[: len(table) // 12 * 12]))
        entries += 1 + len(fields)
        parts = max((size for tag, _, size, _ in fields if tag in _PARTS and size < len(data)), default=0)
        if entries > MOST_ENTRIES or parts > MOST_PARTS:
            raise PictureRefused("unfolds")
        at = int.from_bytes(data[end : end + 4], "little" if order == "<" else "big")
    return set(), len(data)


def _pdf(data: bytes) -> tuple[set[bytes], int]:
    """The last end mark (ISO 32000-1, 7.5.5)."""
    end = data.rfind(b"%%EOF")
    return set(), end + 5 if end >= 0 else len(data)


_ENDS = {"png": _png, "jpeg": _jpeg, "webp": _webp, "bmp": _bmp, "tiff": _tiff, "pdf": _pdf}
