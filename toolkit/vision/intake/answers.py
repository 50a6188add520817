"""What the intake is asked for and what it answers: limits, pages with what was left behind, or a refusal."""

from __future__ import annotations

from typing import NamedTuple

from toolkit.errors import DiscloseError
from toolkit.vision.reading import Picture


class Limits(NamedTuple):
    """How much a file may ask of the machine."""

    bytes: int = 5_000_000
    pixels: int = 40_000_000
    """Of one page."""
    pixels_in_all: int = 150_000_000
    """Of all pages together: 450 MB as pixels."""
    side: int = 32_000
    """Pixels along one side; OpenCV warps no picture with 32,767 or more."""
    pages: int = 50
    seconds: float = 10
    dots: float = 200
    """Pixels per inch of a PDF page, fewer where the page would have too many pixels."""
    memory: int = 850_000_000
    """Bytes of address space that a decoder process may take on top of what it has when it starts."""


class Intake(NamedTuple):
    """A file that was taken in."""

    pages: tuple[Picture, ...]
    """At least one; each upright, on white where it was transparent, and read-only."""
    format: str
    """`png`, `jpeg`, `webp`, `bmp`, `tiff` or `pdf`, by what the bytes say."""
    told: tuple[str, ...]
    """What was in the file and was left behind: keys of `TOLD`, in its order."""

    @property
    def sentences(self) -> tuple[str, ...]:
        """What was left behind, in English."""
        return tuple(TOLD[key] for key in self.told)


#: What a file can hold besides its pixels. None of it is in an `Intake`; a person is told that it was there.
TOLD = {
    "gps": "The file says where the picture was taken. The place was left out.",
    "date": "The file says when the picture was made or changed. The dates were left out.",
    "camera": "The file names the camera or scanner. The name was left out.",
    "maker-note": "The file holds notes of the camera's maker, which can hold serial numbers. They were left out.",
    "author": "The file names a person or an owner. The name was left out.",
    "text": "The file holds words besides the picture, such as a caption. They were left out.",
    "software": "The file names the program that made it. The name was left out.",
    "history": "The file holds notes of programs about the picture and its changes. They were left out.",
    "credentials": "The file says how the picture was made (content credentials). That was left out.",
    "profile": "The file holds a colour profile. It was left out, so colours can look a little different.",
    "thumbnail": "The file holds a small copy, which can show what was cut off later. It was left out.",
    "more-pictures": "The file holds further pictures besides the one that is shown. They were left out.",
    "animation": "The picture moves. Only its first frame was taken.",
    "transparency": "Parts of the picture are see-through. They were laid on white.",
    "appended": "The file goes on after the end of the picture. What follows was left out.",
    "embedded-files": "The document holds other files. They were left out and not opened.",
    "script": "The document holds a program. It was not run.",
    "form": "The document is a form. It is shown as it is printed; nothing in it was run.",
    "restricted": "The document asks programs to limit printing or copying. It is only looked at here.",
}

#: Why a file is refused, and what to do. `{found}` and `{most}` are what the file asks for and what is allowed.
REASONS = {
    "empty": ("The file is empty.", "Choose the file again."),
    "too-many-bytes": (
        "The file has {found} MB, and at most {most} MB are taken.",
        "Save the picture smaller, or as JPEG.",
    ),
    "unknown-format": (
        "This is no picture of a kind that can be read here.",
        "Save it as PNG or JPEG. WebP, BMP, TIFF and PDF are read too.",
    ),
    "other-format": (
        "This is {found}, which is not read here.",
        "Save it as PNG or JPEG. WebP, BMP, TIFF and PDF are read too.",
    ),
    "polyglot": (
        "The file is a picture and also {found}, which is how harmful files hide.",
        "Open the picture, save it under a new name, and hand in the new file.",
    ),
    "too-many-pixels": (
        "The picture has {found} million pixels, and at most {most} million are taken.",
        "Save the picture smaller, or scan at 200 or 300 dots per inch.",
    ),
    "too-many-pixels-in-all": (
        "All pages together have more than {most} million pixels, which is the most that is taken.",
        "Hand in fewer pages at a time.",
    ),
    "too-long": (
        "One side of the picture is {found} pixels long, and at most {most} are taken.",
        "Cut the picture into parts.",
    ),
    "too-many-pages": (
        "The file has more than {most} pages, which is the most that is taken.",
        "Hand in fewer pages at a time.",
    ),
    "page-too-large": (
        "A page is larger than 5 by 5 metres, which no PDF may have.",
        "Print the document to a new PDF, and hand that in.",
    ),
    "unfolds": (
        "A small part of the file unfolds to far more than a picture needs.",
        "Open the picture, save it anew, and hand in the new file.",
    ),
    "too-heavy": (
        "Reading this file takes more memory than is allowed.",
        "Save the picture smaller, or anew in another format.",
    ),
    "too-slow": (
        "Reading this file takes longer than {most} seconds, which is the most that is allowed.",
        "Save the picture smaller, or anew in another format.",
    ),
    "encrypted": (
        "The PDF is locked with a password.",
        "Save it without a password, and hand that in.",
    ),
    "truncated": (
        "The end of the file is missing.",
        "Copy or send the file again.",
    ),
    "gave-up": (
        "The program that reads pictures gave up on this file.",
        "Save the picture anew, or in another format.",
    ),
    "broken": (
        "The file is damaged, or not what it says that it is.",
        "Open the picture, save it anew, and hand in the new file.",
    ),
}


class PictureRefused(DiscloseError):  # noqa: N818 - a person chose the file, and nothing went wrong
    """A file that is not taken in. `reason` is a key of `REASONS`, `values` what its sentence was filled with."""

    def __init__(self, reason: str, **values: str) -> None:
        sentence, help = REASONS[reason]
        super().__init__(sentence.format(**values), help)
        self.reason = reason
        self.values = values
