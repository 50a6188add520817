"""What all roads to Tesseract share: a picture in, its table of words out, and that table as a `Reading`."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterator, Sequence
from typing import ClassVar, Literal, NamedTuple, get_args

from toolkit.vision.readers.installed import ReaderError, codes, data
from toolkit.vision.reading import Box, Picture, Reading, Word

Layout = Literal["page", "column", "block", "line", "word", "scattered"]
#: What Tesseract calls these layouts (`tesseract --help-psm`): "page segmentation modes".
MODES: dict[Layout, int] = {"page": 3, "column": 4, "block": 6, "line": 7, "word": 8, "scattered": 11}
#: The neural network alone. The older engine learns from what it read before, so the same picture would come out
#: differently by and by; where a language holds both, Tesseract would otherwise use both.
ENGINE = 1
#: Pixels of a side. Tesseract refuses longer ones, and no letter is legible in fewer.
LONGEST, SHORTEST = 32_767, 5
#: Widths in one height. A line is scaled to 36 pixels before it is read, and that is not cut short by any limit of time
#: within a process: one of 5000 by 1 crashed Tesseract 5.5.4 and kept 5.3.0 busy for minutes. A line across a sheet of
#: paper has fewer than 100.
FLATTEST = 200
#: Marks of direction (U+200E and U+200F), which Tesseract adds where one script stands in the other: no ink is theirs.
MARKS = dict.fromkeys(map(ord, "\N{LEFT-TO-RIGHT MARK}\N{RIGHT-TO-LEFT MARK}"))


class Task(NamedTuple):
    """A picture and how to read it."""

    picture: Picture
    codes: tuple[str, ...]
    """As Tesseract calls the languages."""
    data: str
    """The folder that holds them."""
    mode: int
    seconds: float

    def options(self) -> list[str]:
        """As words of a command line."""
        mode, engine = str(self.mode), str(ENGINE)
        return ["-l", "+".join(self.codes), "--tessdata-dir", self.data, "--psm", mode, "--oem", engine]


class TesseractReader(ABC):
    """Reads text with Tesseract. It holds no picture and no engine, and may be shared by threads and sent to workers.

    Args:
        layout: what the picture shows: a `page`, one `column`, one `block` of text, one `line`, one `word`, or text
            `scattered` over it.
        seconds: the longest that one picture may take.

    Raises:
        ReaderError: the library or the program is not installed, or there is no such layout.
    """

    name: str
    writes_files: ClassVar[bool] = False
    """Whether pictures touch the disk on the way: such a reader must never see what somebody uploaded."""

    def __init__(self, layout: Layout = "page", seconds: float = 30.0) -> None:
        if layout not in MODES:
            raise ReaderError(f"there is no layout {layout!r}", f"write one of: {', '.join(get_args(Layout))}")
        self.layout = layout
        self.seconds = seconds
        self.version = self.engine()

    @staticmethod
    @abstractmethod
    def engine() -> str:
        """The version of the engine, such as 5.3.0; raises ReaderError where it is not installed."""

    @abstractmethod
    def table(self, task: Task) -> str:
        """What Tesseract read, as its table with tabs."""

    def read(self, image: Picture, languages: Sequence[str]) -> Reading:
        """Read *image* (height by width by 3, uint8, RGB), in *languages* (BCP 47, or codes of Tesseract).

        Nothing is read where a side is shorter than 5 pixels, or where all is of one colour.

        Raises:
            ReaderError: a language is not installed, the picture is too large or too flat, or it took too long.
        """
        named = codes(languages)
        task = Task(image, named, str(data(named)), MODES[self.layout], self.seconds)
        return Reading(words(self.table(task)) if legible(image) else (), self.name, self.version)


def legible(image: Picture) -> bool:
    """Whether *image* is large enough to show a letter, and not all of one colour: asked for the line in a blank
    picture, Tesseract invents words.

    Raises:
        ReaderError: it is no picture as described at `Picture`, or Tesseract would not survive it.
    """
    if image.ndim != 3 or image.shape[2] != 3 or image.dtype.name != "uint8":
        told = f"{' by '.join(map(str, image.shape))}, {image.dtype.name}"
        raise ReaderError(f"this is no picture to read: {told}", "give height by width by 3, uint8: red, green, blue")
    height, width, _ = image.shape
    if min(height, width) < SHORTEST:
        return False
    if max(height, width) > LONGEST:
        raise ReaderError(
            f"a picture of {width} by {height} pixels is too large to read",
            f"make it smaller, or read it in parts: at most {LONGEST} pixels a side",
        )
    if width > FLATTEST * height:
        raise ReaderError(
            f"a picture of {width} by {height} pixels is too flat to read",
            f"read it in parts of at most {FLATTEST * height} pixels",
        )
    return any((row != image[0, 0]).any() for row in image)


def too_slow(task: Task) -> ReaderError:
    """What to say when the time was over."""
    return ReaderError(
        f"reading took longer than {task.seconds:g} seconds",
        "give the reader a smaller picture or a part of it, or more seconds",
    )


def words(table: str) -> tuple[Word, ...]:
    """The words in a table of Tesseract (https://tesseract-ocr.github.io/tessdoc/Command-Line-Usage.html, TSV).

    Its rows are of five levels, from page to word. Confidence is from 0 to 100 there, and -1 where there is none.
    Tesseract gives words and letters in reading order, also where the script runs from right to left.
    """
    lines: dict[tuple[str, ...], int] = {}
    blocks: dict[str, int] = {}
    return tuple(
        Word(
            text,
            min(round(confidence / 100, 4), 1.0),
            box,
            lines.setdefault(tuple(place), len(lines)),
            blocks.setdefault(place[0], len(blocks)),
        )
        for place, box, confidence, text in _rows(table)
        if text and confidence >= 0
    )


def _rows(table: str) -> Iterator[tuple[list[str], Box, float, str]]:
    """Block, paragraph and line; box; confidence; text, of each row that is a word."""
    for row in table.split("\n"):
        cells = row.split("\t", 11)
        if cells[0] == "5":
            left, top, width, height = map(int, cells[6:10])
            yield cells[2:5], Box(left, top, width, height), float(cells[10]), cells[11].translate(MARKS).strip()
