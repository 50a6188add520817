"""What stands in a picture, read from the file beside it: plain text, hOCR, ALTO, PAGE XML or ICDAR boxes."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Literal

from toolkit.errors import DiscloseError
from toolkit.evaluate.truth import alto, hocr, icdar, pagexml, plain
from toolkit.evaluate.truth.shape import Canvas, LineError, TrueWord, Truth
from toolkit.finding import Finding, Place

__all__ = ["READERS", "Canvas", "Format", "TrueWord", "Truth", "TruthError", "beside", "read_truth"]

Format = Literal["text", "hocr", "alto", "page", "icdar"]
#: What reads each format, and how a file of it is called beside `<stem>.png`; files with words come first.
READERS: dict[Format, tuple[Callable[[bytes, Canvas], Truth], tuple[str, ...]]] = {
    "hocr": (hocr.read, ("{}.hocr", "{}.html")),
    "alto": (alto.read, ("{}.alto.xml", "{}.xml")),
    "page": (pagexml.read, ("{}.page.xml", "page/{}.xml", "{}.xml")),
    "icdar": (icdar.read, ("gt_{}.txt", "{}.icdar.txt")),
    "text": (plain.read, ("{}.txt", "{}.gt.txt")),
}
#: The truth of one picture is never larger, unless it is no truth.
MAX_BYTES = 20_000_000


class TruthError(DiscloseError):
    """A file with a truth cannot be relied on; `finding` holds its place."""

    def __init__(self, finding: Finding) -> None:
        super().__init__(f"{finding.where}: {finding.message}", finding.help)
        self.finding = finding


def beside(picture: Path, format: Format | None = None) -> tuple[Path, Format] | None:
    """The file with the truth of *picture*, in *format* where one is asked for; None where there is none."""
    for known, (_, names) in READERS.items():
        if format and known != format:
            continue
        for name in (*names, "{}.txt") if format == "icdar" else names:
            path = picture.parent / name.format(picture.stem)
            if path.is_file() and (path.suffix != ".xml" or _is(known, path)):
                return path, known
    return None


def read_truth(path: Path, name: str, format: Format, canvas: Canvas) -> Truth:
    """The truth in the file *path*, called *name* in errors, of a picture as large as *canvas*.

    Raises TruthError, with file and line, where the file cannot be read or holds something wrong.
    """
    try:
        return READERS[format][0](_bytes(path), canvas)
    except OSError as error:
        advice = "check that it is a file and that you may read it"
        fault = LineError(1, f"cannot read the file: {error.strerror or 'it cannot be opened'}", advice)
        raise TruthError(_finding(name, fault)) from error
    except LineError as fault:
        raise TruthError(_finding(name, fault)) from fault


def _bytes(path: Path) -> bytes:
    with path.open("rb") as file:
        data = file.read(MAX_BYTES + 1)
    if len(data) > MAX_BYTES:
        raise LineError(1, "the file is larger than 20 MB", "keep one file for each picture")
    return data


def _finding(name: str, fault: LineError) -> Finding:
    return Finding(Place(name, fault.line), "bad-truth", "error", fault.message, fault.help)


def _is(format: Format, path: Path) -> bool:
    """Whether an XML file is of *format*; a broken one goes to the first reader, which says what is wrong."""
    with path.open("rb") as file:
        start = file.read(4096)
    return (b"PcGts" in start) == (format == "page")
