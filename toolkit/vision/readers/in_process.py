"""Tesseract as a library in this process, by tesserocr (https://github.com/sirfz/tesserocr)."""

from __future__ import annotations

import os
import threading
from functools import lru_cache
from typing import Any, NamedTuple

from toolkit.vision.readers.installed import ReaderError, engine_version, packages
from toolkit.vision.readers.pool import Pool
from toolkit.vision.readers.tesseract import ENGINE, Task, TesseractReader, too_slow


class Tesserocr(TesseractReader):
    """Reads in this process, with engines that stay loaded; nothing is written. While it reads, other threads run."""

    name = "tesserocr"

    @staticmethod
    def engine() -> str:
        """The version of the engine inside the library."""
        return engine_version(_library().tesseract_version())

    def table(self, task: Task) -> str:
        """Borrow an engine and read. The time counts from when one is free, and is looked at between words only: the
        finding of lines, and a single very long line, may take longer.
        """
        height, width, channels = task.picture.shape
        with ENGINES.borrow(Wanted(task.codes, task.data)) as engine:
            engine.SetPageSegMode(task.mode)
            engine.SetImageBytes(task.picture.tobytes(), width, height, channels, channels * width)
            whole = engine.Recognize(max(1, round(1000 * task.seconds)))
            table: str = engine.GetTSVText(0) if whole else ""
            # The engine waits for its next borrower with nothing of this picture in it.
            engine.Clear()
        if not whole:
            raise too_slow(task)
        return table


class Wanted(NamedTuple):
    """What an engine is loaded with."""

    codes: tuple[str, ...]
    data: str


@lru_cache(maxsize=1)
def _library() -> Any:
    try:
        import tesserocr
    except ImportError as error:
        raise ReaderError("the library tesserocr is not installed", "pip install tesserocr") from error
    # Remarks on odd pictures would go to the standard error of whoever runs this. These settings hold for the whole
    # process, so they are made once, before any engine runs.
    tesserocr.set_leptonica_log_level(tesserocr.LeptLogLevel.NONE)
    tesserocr.PyTessBaseAPI(init=False).SetVariable("debug_file", os.devnull)
    return tesserocr


_LOADING = threading.Lock()


def _loaded(wanted: Wanted) -> Any:
    library = _library()
    try:
        # Loading sets what all engines of the process share.
        with _LOADING:
            return library.PyTessBaseAPI(path=f"{wanted.data}/", lang="+".join(wanted.codes), oem=ENGINE)
    except RuntimeError as error:
        raise ReaderError(
            f"Tesseract cannot load {' and '.join(wanted.codes)} from {wanted.data}",
            packages(wanted.codes).replace("install", "reinstall"),
        ) from error


#: All engines of this process; an idle one of another language makes room.
ENGINES: Pool[Wanted, Any] = Pool(_loaded, lambda engine: engine.End(), size=2 * (os.cpu_count() or 1))
