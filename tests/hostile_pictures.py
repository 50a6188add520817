"""Pictures as strangers send them, made in memory: whole ones, ones that try to exhaust the machine, damaged ones."""

from __future__ import annotations

import io
import json
import os
import random
import struct
import subprocess
import sys
import zipfile
import zlib
from collections.abc import Iterator
from functools import cache
from itertools import accumulate
from typing import NamedTuple

import numpy as np
import pikepdf
from PIL import Image
from projects import ROOT

#: 5 MB, the most that is taken by default.
FULL = 5_000_000


class File(NamedTuple):
    name: str
    data: bytes


def scene() -> Image.Image:
    """A coloured picture with smooth and rough parts."""
    down, across = np.mgrid[0:60, 0:80]
    parts = (down * 4, across * 3, (down * across) % 251)
    return Image.fromarray(np.stack(parts, axis=2).astype(np.uint8))


def saved(image: Image.Image, format: str, *more: Image.Image, **how: object) -> bytes:
    """The file of *image*, and of *more* pages or frames."""
    out = io.BytesIO()
    # Pillow keeps settings of one writer in the picture, and another one takes them for its own.
    pages = [page.copy() for page in more]
    image.copy().save(out, format, **how, **({"save_all": True, "append_images": pages} if pages else {}))
    return out.getvalue()


@cache
def whole() -> dict[str, bytes]:
    """A file of every kind that is read."""
    picture = scene()
    pages = [picture.rotate(angle) for angle in (90, 180)]
    exif = Image.Exif()
    exif[0x010F], exif[0x0112], exif[0x0132] = "Maker", 6, "2024:05:01 10:00:00"
    exif.get_ifd(0x8825).update({1: "N", 2: (52.0, 31.0, 12.0), 3: "E", 4: (13.0, 24.0, 18.0)})
    return {
        "png": saved(picture, "PNG"),
        "png-palette": saved(picture.convert("P"), "PNG"),
        "png-alpha": saved(picture.convert("RGBA"), "PNG", exif=exif),
        "png-16": saved(Image.fromarray(np.arange(4800, dtype=np.uint16).reshape(60, 80) * 13), "PNG"),
        "png-moving": saved(picture, "PNG", *pages),
        "jpeg": saved(picture, "JPEG", exif=exif, comment=b"a comment"),
        "jpeg-progressive": saved(picture, "JPEG", progressive=True),
        "jpeg-cmyk": saved(picture.convert("CMYK"), "JPEG"),
        "jpeg-several": saved(picture, "MPO", *pages),
        "webp": saved(picture, "WEBP", exif=exif),
        "webp-lossless": saved(picture.convert("RGBA"), "WEBP", lossless=True),
        "webp-moving": saved(picture, "WEBP", *pages),
        "bmp": saved(picture, "BMP"),
        "bmp-1": saved(picture.convert("1"), "BMP"),
        "tiff": saved(picture, "TIFF", exif=exif),
        "tiff-pages": saved(picture, "TIFF", *pages, compression="tiff_lzw"),
        "tiff-fax": saved(picture.convert("1"), "TIFF", compression="group4"),
        "tiff-jpeg": saved(picture, "TIFF", compression="jpeg"),
        "tiff-zip": saved(picture.convert("RGBA"), "TIFF", compression="tiff_adobe_deflate"),
        "tiff-float": saved(Image.fromarray(np.linspace(0, 1, 4800, dtype=np.float32).reshape(60, 80)), "TIFF"),
        "pdf": saved(picture, "PDF", *pages),
        "pdf-text": pdf([b"BT /F1 24 Tf 20 100 Td (Hello) Tj ET"]),
    }


# Pieces of files


def chunk(name: bytes, data: bytes) -> bytes:
    """A chunk of a PNG."""
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))


def png(width: int, height: int, *chunks: bytes, pixels: bytes = b"\0" * 100, depth: bytes = b"\x08\x02") -> bytes:
    head = chunk(b"IHDR", struct.pack(">II", width, height) + depth + b"\0\0\0")
    return (
        b"\x89PNG\r\n\x1a\n" + head + b"".join(chunks) + chunk(b"IDAT", zlib.compress(pixels, 9)) + chunk(b"IEND", b"")
    )


def segment(marker: int, data: bytes) -> bytes:
    """A segment of a JPEG."""
    return bytes((0xFF, marker)) + struct.pack(">H", len(data) + 2) + data


def tiff(*pages: dict[int, tuple[int, int, int]], loop: int | None = None, body: bytes = b"") -> bytes:
    """A TIFF of *pages*, each {tag: (type, count, value)}; the last is followed by the page number *loop*."""
    sizes = [2 + 12 * len(page) + 4 for page in pages]
    starts = [8, *(8 + reached for reached in accumulate(sizes))]
    out = bytearray(b"II*\0" + struct.pack("<I", 8))
    for number, page in enumerate(pages):
        out += struct.pack("<H", len(page))
        out += b"".join(struct.pack("<HHII", tag, *value) for tag, value in sorted(page.items()))
        last = 0 if loop is None else starts[loop]
        following = starts[number + 1] if number + 1 < len(pages) else last
        out += struct.pack("<I", following)
    return bytes(out) + body


def page_of(width: int, height: int, **more: int) -> dict[int, tuple[int, int, int]]:
    """Tags of a grey page without compression, its pixels at the head of the file."""
    tags = {256: width, 257: height, 258: 8, 259: 1, 262: 1, 273: 0, 277: 1, 278: height, 279: width * height}
    tags |= {int(tag.removeprefix("t")): value for tag, value in more.items()}
    return {tag: (4, 1, value & 0xFFFFFFFF) for tag, value in tags.items()}


def pdf(
    contents: list[bytes], box: bytes = b"0 0 200 200", *extra: bytes, resources: bytes = b"", root: bytes = b""
) -> bytes:
    """A PDF with a page for each of *contents*; *extra* objects are numbered from 10."""
    kids = b" ".join(b"%d 0 R" % (1000 + 2 * number) for number in range(len(contents)))
    font = b"/Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >>"
    objects = {
        1: b"<< /Type /Catalog /Pages 2 0 R " + root + b" >>",
        2: b"<< /Type /Pages /Count %d /Kids [%s] >>" % (len(contents), kids),
    }
    for number, content in enumerate(contents):
        at = 1000 + 2 * number
        objects[at] = b"<< /Type /Page /Parent 2 0 R /MediaBox [%s] /Resources << %s %s >> /Contents %d 0 R >>" % (
            box,
            font,
            resources,
            at + 1,
        )
        objects[at + 1] = content if content.startswith(b"<<") else stream(content)
    objects |= {10 + number: body for number, body in enumerate(extra)}
    return assembled(objects)


def stream(data: bytes, head: bytes = b"") -> bytes:
    return b"<< /Length %d %s >>\nstream\n%s\nendstream" % (len(data), head, data)


def assembled(objects: dict[int, bytes]) -> bytes:
    out, places = b"%PDF-1.7\n", {}
    for number, body in sorted(objects.items()):
        places[number] = len(out)
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    start = len(out)
    table = b"".join(b"%d 1\n%010d 00000 n \n" % (number, place) for number, place in places.items())
    out += b"xref\n0 1\n0000000000 65535 f \n" + table
    return out + b"trailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (max(objects) + 1, start)


def zipped() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("a.txt", "hello")
    return out.getvalue()


@cache
def squeezed(size: int) -> bytes:
    """Zeros, compressed to a thousandth."""
    press = zlib.compressobj(6)
    return b"".join(press.compress(bytes(1_000_000)) for _ in range(size // 1_000_000)) + press.flush()


# Files that try to exhaust the machine, or are something else


@cache
def two_in_one() -> dict[str, bytes]:
    """Pictures that are another file as well."""
    page, archive, picture = b"<html><script>alert(1)</script></html>", zipped(), whole()
    words = chunk(b"tEXt", b"Comment\0" + page)
    jpeg = picture["jpeg"]
    return {
        "png-html": png(1, 1, words, pixels=bytes(4)),
        "png-zip": picture["png"] + archive,
        "png-pdf": picture["png"] + picture["pdf"],
        "png-program": picture["png"] + b"MZ" + bytes(100),
        "png-php": png(1, 1, chunk(b"tEXt", b"Comment\0<?php system('x'); ?>"), pixels=bytes(4)),
        "jpeg-zip": jpeg + archive,
        "jpeg-zip-within": jpeg[:2] + segment(0xFE, archive) + jpeg[2:],
        "jpeg-html": jpeg[:2] + segment(0xFE, page) + jpeg[2:],
        "jpeg-pdf": jpeg[:2] + segment(0xFE, picture["pdf-text"]) + jpeg[2:],
        "jpeg-rar": jpeg + b"Rar!\x1a\x07\x00" + bytes(50),
        "webp-html": picture["webp"] + page,
        "bmp-zip": picture["bmp"] + archive,
        "tiff-archive": picture["tiff"] + archive,
        "gif-after-png": picture["png"] + saved(scene().convert("P"), "GIF"),
        "pdf-zip": picture["pdf"] + archive,
        "pdf-html": picture["pdf"] + page,
    }


@cache
def strangers() -> dict[str, bytes]:
    """Other files under the name of a picture."""
    return {
        "gif": saved(scene().convert("P"), "GIF"),
        "svg": b"<?xml version='1.0'?><svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>",
        "html": b"<!DOCTYPE html><html><body onload=alert(1)></body></html>",
        "zip": zipped(),
        "icon": saved(scene(), "ICO"),
        "heic": b"\0\0\0\x18ftypheic\0\0\0\0mif1heic" + bytes(50),
        "avif": saved(scene(), "AVIF"),
        "video": b"\0\0\0\x18ftypisom\0\0\0\0isommp42" + bytes(50),
        "program": b"\x7fELF\2\1\1" + bytes(50),
        "postscript": b"%!PS-Adobe-3.0\nshowpage",
        "text": b"hello, I am a picture",
        "noughts": bytes(1000),
        "nothing": b"",
        "one-byte": b"\x89",
        "only-png": b"\x89PNG\r\n\x1a\n",
        "only-jpeg": b"\xff\xd8\xff",
        "only-webp": b"RIFF\xff\xff\xff\xffWEBP",
        "only-tiff": b"II*\0",
        "only-pdf": b"%PDF-1.7",
        "only-bmp": b"BM" + bytes(12) + b"\x28\0\0\0",
        "photoshop": b"8BPS\0\1" + bytes(50),
        "jpeg-2000": saved(scene(), "JPEG2000"),
        "too-many-bytes": b"\x89PNG\r\n\x1a\n" + bytes(FULL),
    }


@cache
def bombs() -> dict[str, bytes]:
    """Small files that ask for much time or memory."""
    return _png_bombs() | _jpeg_bombs() | _tiff_bombs() | _other_bombs() | _pdf_bombs()


def _png_bombs() -> dict[str, bytes]:
    text, profile = b"Comment\0\0" + squeezed(200_000_000), b"p\0\0" + squeezed(200_000_000)
    many = b"".join(chunk(b"zTXt", b"k%d\0\0" % number + squeezed(1_000_000)) for number in range(90))
    return {
        "png-huge": png(2**31 - 1, 2**31 - 1),
        "png-900-megapixels": png(30_000, 30_000),
        "png-one-long-row": png(39_000_000, 1),
        "png-full": png(6_300, 6_300, pixels=bytes(6_300 * (6_300 * 8 + 1)), depth=b"\x10\x06"),
        "png-ztxt": png(1, 1, chunk(b"zTXt", text), pixels=bytes(4)),
        "png-itxt": png(1, 1, chunk(b"iTXt", b"k\0\1\0\0\0" + squeezed(200_000_000)), pixels=bytes(4)),
        "png-iccp": png(1, 1, chunk(b"iCCP", profile), pixels=bytes(4)),
        "png-many-ztxt": png(1, 1, many, pixels=bytes(4)),
        "png-many-chunks": png(1, 1, chunk(b"abCd", b"") * 400_000, pixels=bytes(4)),
        "png-many-idat": png(1, 1, chunk(b"IDAT", b"") * 400_000, pixels=bytes(4)),
        "png-no-size": png(0, 0),
        "png-long-chunk": b"\x89PNG\r\n\x1a\n\xff\xff\xff\xffIHDR" + bytes(30),
        "png-wrong-pixels": png(5_000, 5_000, pixels=bytes(300_000_000)),
        "apng-many": png(10, 10, chunk(b"acTL", struct.pack(">II", 2**31 - 1, 0)), pixels=bytes(310)),
    }


def _jpeg_bombs() -> dict[str, bytes]:
    plain, progressive = whole()["jpeg"], saved(Image.new("L", (6_000, 6_000)), "JPEG", progressive=True)
    frame = plain.index(b"\xff\xc0")
    huge = plain[: frame + 5] + b"\xff\xdc\xff\xdc" + plain[frame + 9 :]
    scan = progressive.rindex(b"\xff\xda")
    return {
        "jpeg-huge": huge,
        "jpeg-scans": progressive[:-2]
        + progressive[scan:-2] * ((FULL - len(progressive)) // len(progressive[scan:-2]))
        + b"\xff\xd9",
        "jpeg-scans-few": progressive[:-2] + progressive[scan:-2] * 25 + b"\xff\xd9",
        "jpeg-comments": plain[:2] + segment(0xFE, b"") * 1_200_000 + plain[2:],
        "jpeg-filling": plain[:2] + b"\xff" * 4_900_000 + plain[2:],
        "jpeg-profiles": plain[:2] + segment(0xE2, b"ICC_PROFILE\0\1\xff" + bytes(60_000)) * 80 + plain[2:],
        "jpeg-exif-loop": plain[:2]
        + segment(0xE1, b"Exif\0\0" + tiff(page_of(1, 1, t34665=8, t34853=8), loop=0))
        + plain[2:],
    }


def _tiff_bombs() -> dict[str, bytes]:
    strips = FULL // 4 - 100
    many_strips = page_of(1_000, 30_000) | {273: (4, strips, 200), 279: (4, strips, 200), 278: (4, 1, 1)}
    flat, page = Image.new("L", (6_300, 6_300)), Image.new("1", (6_300, 6_300))
    return {
        "tiff-huge": tiff(page_of(2**32 - 1, 2**32 - 1)),
        "tiff-loop": tiff(page_of(2, 2), loop=0),
        "tiff-loop-of-three": tiff(page_of(2, 2), page_of(3, 2), page_of(4, 2), loop=1),
        "tiff-thousand-pages": tiff(*[page_of(2, 2)] * 1_000),
        "tiff-empty-pages": tiff(*[{}] * 60_000),
        "tiff-fifty-pages": tiff(*[page_of(2, 2)] * 50),
        "tiff-far": b"II*\0\xff\xff\xff\xff",
        "tiff-many-tags": b"II*\0\x08\0\0\0\xff\xff" + bytes(12 * 65_535),
        "tiff-long-tag": tiff(page_of(2, 2) | {270: (2, 2**32 - 1, 8)}),
        "tiff-many-strips": tiff(many_strips, body=bytes(FULL - 300)),
        "tiff-same-strips": tiff(*[many_strips] * 50, body=bytes(FULL - 8_000)),
        "tiff-lzw": saved(flat, "TIFF", compression="tiff_lzw"),
        "tiff-zip-pages": saved(flat, "TIFF", flat, flat, flat, compression="tiff_deflate"),
        "tiff-fax-pages": saved(page, "TIFF", *[page] * 20, compression="group4"),
        "tiff-samples": tiff(page_of(100, 100, t277=65_535)),
        "tiff-tiles": tiff(page_of(6_000, 6_000, t322=1, t323=1) | {324: (4, strips, 200), 325: (4, strips, 200)}, body=bytes(FULL - 300)),
        "bigtiff": b"II+\0\x08\0\0\0\x10\0\0\0\0\0\0\0" + b"\xff" * 8,
    }  # fmt: skip


def _other_bombs() -> dict[str, bytes]:
    canvas = b"VP8X\x0a\0\0\0\x02\0\0\0" + b"\xff\x3f\0" * 2
    anim = b"ANIM\6\0\0\0" + bytes(6) + b"ANMF" + struct.pack("<I", 24) + bytes(24)
    lossless = b"VP8L" + struct.pack("<I", 10) + b"\x2f\xff\xff\xff\x0f" + bytes(5)
    sized = struct.pack("<IHHI", 54, 0, 0, 54)
    return {
        "webp-canvas": b"RIFF" + struct.pack("<I", 4 + len(canvas + anim)) + b"WEBP" + canvas + anim,
        "webp-lossless-head": b"RIFF" + struct.pack("<I", 4 + len(lossless)) + b"WEBP" + lossless,
        "webp-flat": saved(Image.new("RGB", (6_300, 6_300)), "WEBP", lossless=True),
        "bmp-huge": b"BM" + sized + struct.pack("<IiiHHIIiiII", 40, 2**31 - 1, 2**31 - 1, 1, 24, 0, 0, 0, 0, 0, 0),
        "bmp-negative": b"BM" + sized + struct.pack("<IiiHHIIiiII", 40, -5, -5, 1, 24, 0, 0, 0, 0, 0, 0),
        "bmp-rle": b"BM" + sized + struct.pack("<IiiHHIIiiII", 40, 6_000, 6_000, 1, 8, 1, 0, 0, 0, 256, 0)
        + bytes(1024) + b"\xff\x01" * 100_000,
        "bmp-palette": b"BM" + sized + struct.pack("<IiiHHIIiiII", 40, 10, 10, 1, 8, 0, 0, 0, 0, 2**32 - 1, 0),
    }  # fmt: skip


def _pdf_bombs() -> dict[str, bytes]:
    laughs = [
        stream(
            b"/X Do " * 10,
            b"/Type /XObject /Subtype /Form /BBox [0 0 200 200] /Resources << /XObject << /X %d 0 R >> >>" % (11 + n),
        )
        for n in range(9)
    ] + [stream(b"0 0 9 9 re f", b"/Type /XObject /Subtype /Form /BBox [0 0 200 200]")]
    image = b"/Type /XObject /Subtype /Image /Width %d /Height %d /ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter /FlateDecode"
    use = b"/XObject << /X 10 0 R >>"
    return {
        "pdf-deep": pdf([b"0"], root=b"/A " + b"[" * 200_000 + b"]" * 200_000),
        "pdf-deep-dictionaries": pdf([b"0"], root=b"/A " + b"<</A " * 200_000 + b">>" * 200_000),
        "pdf-deep-content": pdf([b"q " * 1_000_000]),
        "pdf-deep-arrays": pdf([b"[" * 1_000_000]),
        "pdf-huge-page": pdf([b"0"], b"0 0 1e9 1e9"),
        "pdf-largest-page": pdf([b"0"], b"0 0 14400 14400"),
        "pdf-long-page": pdf([b"0"], b"0 0 14400 0.001"),
        "pdf-no-page": pdf([]),
        "pdf-empty-page": pdf([b"0"], b"0 0 0 0"),
        "pdf-upside-down": pdf([b"0"], b"200 200 0 0"),
        "pdf-not-a-number": pdf([b"0"], b"nan inf -inf /x"),
        "pdf-fifty-pages": pdf([b"0 0 9 9 re f"] * 50, b"0 0 595 842"),
        "pdf-hundred-pages": pdf([b"0"] * 100),
        "pdf-million-pages": pdf([b"0"]).replace(b"/Count 1 ", b"/Count 1000000 "),
        "pdf-tree-loop": pdf([b"0"]).replace(b"[1000 0 R]", b"[2 0 R 2 0 R]"),
        "pdf-billion-laughs": pdf([b"/X Do"], b"0 0 200 200", *laughs, resources=use),
        "pdf-laughs-at-itself": pdf([b"/X Do"], b"0 0 200 200", stream(b"/X Do", b"/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X 10 0 R >> >>"), resources=use),
        "pdf-content": pdf([stream(squeezed(600_000_000), b"/Filter /FlateDecode")]),
        "pdf-content-twice": pdf([stream(zlib.compress(squeezed(600_000_000)), b"/Filter [/FlateDecode /FlateDecode]")]),
        "pdf-image": pdf([b"200 0 0 200 0 0 cm /X Do"], b"0 0 200 200", stream(squeezed(600_000_000), image % (14_000, 14_000)), resources=use),
        "pdf-image-far": pdf([b"200 0 0 200 0 0 cm /X Do"], b"0 0 200 200", stream(squeezed(1_000_000), image % (2**31 - 1, 2**31 - 1)), resources=use),
        "pdf-paths": pdf([b"0 0 m 200 200 l S " * 250_000]),
        "pdf-curves": pdf([b"0 0 m " + b"9 9 200 0 0 200 c " * 270_000 + b"S"]),
        "pdf-dashes": pdf([b"[0.0001] 0 d 0 0 m " + b"200 200 l 0 0 l " * 1_000 + b"S"]),
        "pdf-script": pdf([b"0"], root=b"/OpenAction << /S /JavaScript /JS (app.alert\\(1\\)) >>"),
        "pdf-launch": pdf([b"0"], root=b"/OpenAction << /S /Launch /F (calc.exe) >>"),
        "pdf-locked": _locked(),
        "pdf-xref-loop": pdf([b"0"]).replace(b"/Root 1 0 R", b"/Root 1 0 R /Prev 9"),
    }  # fmt: skip


def _locked() -> bytes:
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(whole()["pdf"])) as document:
        document.save(out, encryption=pikepdf.Encryption(owner="owner", user="user"))
    return out.getvalue()


# Damage


def damaged(data: bytes, chance: random.Random) -> File:
    """*data* after one kind of damage."""
    kind = chance.choice(("bits", "bytes", "cut", "hole", "twice", "splice", "noise", "numbers"))
    made, at = bytearray(data), chance.randrange(len(data))
    if kind == "bits":
        for _ in range(chance.choice((1, 3, 20))):
            made[chance.randrange(len(made))] ^= 1 << chance.randrange(8)
    elif kind == "bytes":
        for _ in range(chance.choice((1, 5, 50))):
            made[chance.randrange(len(made))] = chance.choice((0, 0xFF, 0x7F, 0x80))
    elif kind == "cut":
        del made[at:]
    elif kind == "hole":
        del made[at : at + chance.randrange(1, 200)]
    elif kind == "twice":
        made[at:at] = made[at : at + 300]
    elif kind == "splice":
        other = chance.choice(list(whole().values()))
        made[at:] = other[chance.randrange(len(other)) :]
    elif kind == "noise":
        made[at : at + 64] = chance.randbytes(64)
    else:
        # Heads of files hold sizes and places.
        place = chance.randrange(min(len(made), 400))
        made[place : place + 4] = chance.choice((b"\xff\xff\xff\xff", b"\x7f\xff\xff\xff", bytes(4), b"\0\0\xff\xff"))
    return File(kind, bytes(made))


def mutants(count: int, seed: int) -> Iterator[File]:
    """*count* damaged files of all kinds, the same for the same *seed*."""
    chance, files = random.Random(seed), list(whole().items())
    for number in range(count):
        name, data = files[number % len(files)]
        kind, made = damaged(data, chance)
        yield File(f"{name} {kind} {number}", made)


# A process that reads them under observation

#: What only a process with limits of its own can stop: PDFium does not stop in the middle of a page.
ONLY_GUARDED = {"pdf-billion-laughs", "pdf-content", "pdf-content-twice", "pdf-paths", "pdf-curves"}

#: Takes in what comes over standard input, each file with its length before it, and writes a line of JSON for each:
#: the reason or the number of pages, whether the answer is whole, processor seconds, and what was opened for writing,
#: sent or started. The last line is the most memory that was in use, in kB.
WATCHED = r"""
import json, os, re, struct, sys, time
from pathlib import Path
from PIL import Image
from toolkit.vision.intake import PictureRefused, take
Image.init()
OTHERS = ("socket.", "subprocess.", "os.system", "os.exec", "os.fork", "os.posix_spawn", "tempfile.", "shutil.", "os.rename")
seen = []
def watch(event, arguments):
    if event == "open":
        path, mode, flags = arguments
        if set(mode or "") & set("wax+") or flags & (os.O_WRONLY | os.O_RDWR | os.O_CREAT):
            seen.append(f"open {path}")
    elif event.startswith(OTHERS):
        seen.append(event)
sys.addaudithook(watch)
while head := sys.stdin.buffer.read(4):
    data = sys.stdin.buffer.read(*struct.unpack("<I", head))
    start = time.process_time()
    try:
        taken = take(data)
        said = len(taken.pages)
        whole = all(page.dtype == "uint8" and page.ndim == 3 and page.shape[2] == 3 and page.size for page in taken.pages)
        del taken
    except PictureRefused as refused:
        said, whole = refused.reason, str(refused).endswith(".") and refused.help.endswith(".")
    print(json.dumps([said, whole, time.process_time() - start, seen]), flush=True)
    seen.clear()
print(re.search(r"VmHWM:\s+(\d+) kB", Path("/proc/self/status").read_text())[1])
"""


class Watched(NamedTuple):
    """What became of a file."""

    said: int | str
    whole: bool
    seconds: float
    seen: list[str]


def watched(files: list[File]) -> tuple[dict[str, Watched], int]:
    """What became of each of *files* in one process, and the most memory that it used, in kB. No file is written."""
    command = [sys.executable, "-W", "error", "-c", WATCHED]
    environment = {**os.environ, "PYTHONDONTWRITEBYTECODE": "1"}
    asked = b"".join(struct.pack("<I", len(file.data)) + file.data for file in files)
    run = subprocess.run(command, input=asked, capture_output=True, check=False, cwd=ROOT, env=environment)
    assert run.returncode == 0, run.stderr.decode(errors="replace")[-2_000:]
    *lines, memory = run.stdout.decode().splitlines()
    return {file.name: Watched(*json.loads(line)) for file, line in zip(files, lines, strict=True)}, int(memory)
