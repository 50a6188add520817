"""What a file holds besides its pixels, as keys of `TOLD`: looked for, named, and never handed on."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from PIL import ExifTags, Image

from toolkit.vision.intake.answers import TOLD
from toolkit.vision.intake.sniff import Layout

#: Tags of EXIF 3.0 and TIFF 6.0, and what they tell.
_TAGS: dict[str, tuple[ExifTags.Base, ...]] = {
    "date": (ExifTags.Base.DateTime, ExifTags.Base.DateTimeOriginal, ExifTags.Base.DateTimeDigitized),
    "camera": (
        ExifTags.Base.Make,
        ExifTags.Base.Model,
        ExifTags.Base.LensModel,
        ExifTags.Base.LensMake,
        ExifTags.Base.BodySerialNumber,
        ExifTags.Base.LensSerialNumber,
    ),
    "maker-note": (ExifTags.Base.MakerNote,),
    "author": (ExifTags.Base.Artist, ExifTags.Base.Copyright, ExifTags.Base.XPAuthor, ExifTags.Base.CameraOwnerName),
    "text": (
        ExifTags.Base.ImageDescription,
        ExifTags.Base.UserComment,
        ExifTags.Base.XPTitle,
        ExifTags.Base.XPComment,
        ExifTags.Base.XPKeywords,
        ExifTags.Base.XPSubject,
        ExifTags.Base.DocumentName,
    ),
    "software": (ExifTags.Base.Software, ExifTags.Base.ProcessingSoftware, ExifTags.Base.HostComputer),
}
#: What packets of XMP (ISO 16684-1) hold, wherever they stand.
_XMP = {
    "gps": rb"exif:GPS(Latitude|Longitude|Position)|photoshop:(City|State|Country)\b|Iptc4xmp(Core|Ext):Location",
    "date": rb"xmp:(Create|Modify)Date|photoshop:DateCreated|exif:DateTimeOriginal",
    "camera": rb"tiff:(Make|Model)\b|aux:(Lens|SerialNumber)|exifEX:(LensModel|BodySerialNumber)",
    "author": rb"dc:(creator|rights)\b|photoshop:(Credit|AuthorsPosition)|xmpRights:",
    "text": rb"dc:(title|description|subject)\b|photoshop:(Headline|CaptionWriter)",
    "software": rb"xmp:CreatorTool",
    "history": rb"xmpMM:|<x:xmpmeta",
    "thumbnail": rb"xmp:Thumbnails|xmpGImg:",
}
_IN_XMP = {key: re.compile(sign) for key, sign in _XMP.items()}
#: Chunks of PNG (third edition, 11.3) and of C2PA.
_CHUNKS = {
    b"tIME": "date",
    b"tEXt": "text",
    b"zTXt": "text",
    b"iTXt": "text",
    b"iCCP": "profile",
    b"caBX": "credentials",
}
#: Metadata in the pictures of a PDF: so many places are looked at, of so many bytes each, the most that EXIF can have.
_EXIFS, _EXIF_BYTES = 50, 65_536


def ordered(told: set[str]) -> tuple[str, ...]:
    """*told* in the order of `TOLD`."""
    return tuple(key for key in TOLD if key in told)


def of_bytes(data: bytes, layout: Layout) -> set[str]:
    """What the bytes of any file tell."""
    told = {key for key, sign in _IN_XMP.items() if sign.search(data)} if b"xmp" in data else set()
    told |= {_CHUNKS[part] for part in layout.parts if part in _CHUNKS}
    if b"jumdc2pa" in data:
        told.add("credentials")
    if b"8BIM\4\4" in data:
        told |= {"text", "history"}
    if layout.after:
        told.add("appended" if layout.format == "pdf" or not _is_picture(layout.after) else "more-pictures")
    return told


def of_picture(image: Image.Image) -> set[str]:
    """What Pillow found around the pixels of a loaded picture."""
    exif = image.getexif()
    told = set(of_exif(exif))
    if image.format != "TIFF" and exif.get_ifd(ExifTags.IFD.IFD1):
        told.add("thumbnail")
    told |= {"profile"} if image.info.get("icc_profile") else set()
    told |= {"text"} if image.info.get("comment") else set()
    told |= {"transparency"} if image.has_transparency_data else set()
    return told


def of_exif(exif: Image.Exif) -> Iterator[str]:
    """What tags tell. A pointer to a place counts, also where the place itself cannot be read."""
    if exif.get_ifd(ExifTags.IFD.GPSInfo) or ExifTags.IFD.GPSInfo in exif:
        yield "gps"
    fields: Mapping[int, object] = {**exif, **exif.get_ifd(ExifTags.IFD.Exif)}
    for key, tags in _TAGS.items():
        if any(fields.get(tag) for tag in tags):
            yield key


def of_document(data: bytes) -> set[str]:
    """What the bytes of a PDF tell: programs, and the EXIF of pictures inside, such as the place of a photograph."""
    told = {"script"} if re.search(rb"/(JavaScript|Launch)\b", data) else set()
    places = (found.start() for found in re.finditer(rb"Exif\0\0(II|MM)", data))
    for place, _ in zip(places, range(_EXIFS), strict=False):
        exif = Image.Exif()
        try:
            exif.load(data[place : place + _EXIF_BYTES])
            told |= set(of_exif(exif))
        except Exception:  # noqa: BLE001 - damaged tags raise anything, and the picture is read without them
            told.add("history")
    return told


def _is_picture(data: bytes) -> bool:
    return data.startswith(b"\xff\xd8\xff")
