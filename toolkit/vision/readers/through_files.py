"""Tesseract as the installed program, by pytesseract (https://github.com/madmaze/pytesseract)."""

from __future__ import annotations

import shlex
from typing import Any, ClassVar

from toolkit.vision.readers import installed
from toolkit.vision.readers.installed import ReaderError
from toolkit.vision.readers.program import failed
from toolkit.vision.readers.tesseract import Task, TesseractReader, too_slow


class Pytesseract(TesseractReader):
    """Reads by pytesseract, which **writes each picture and its text to temporary files**.

    Never for pictures that somebody uploaded: `tesseract` reads them with the same engine and writes nothing.
    """

    name = "pytesseract"
    writes_files: ClassVar[bool] = True

    @staticmethod
    def engine() -> str:
        """The version of the installed program, which pytesseract runs."""
        _library()
        return installed.program_version()

    def table(self, task: Task) -> str:
        """Have pytesseract write, run and read."""
        library = _library()
        try:
            table: str = library.image_to_data(
                task.picture, config=shlex.join(task.options()), timeout=task.seconds, output_type="string"
            )
        except library.TesseractError as error:
            raise failed(error.status, error.message) from error
        except RuntimeError as error:
            raise too_slow(task) from error
        return table


def _library() -> Any:
    try:
        import pytesseract
    except ImportError as error:
        raise ReaderError("the library pytesseract is not installed", "pip install pytesseract") from error
    return pytesseract
