"""Tesseract as the installed program, by its standard input and output."""

from __future__ import annotations

import signal
import subprocess

from toolkit.vision.readers import installed
from toolkit.vision.readers.installed import ReaderError
from toolkit.vision.readers.tesseract import Task, TesseractReader, too_slow


class Tesseract(TesseractReader):
    """Reads by `tesseract stdin stdout`: a process for each picture, nothing written to disk.

    The road for pictures that somebody uploaded where a crash of the engine must not be ours, and for results of the
    engine that the system brings.
    """

    name = "tesseract"

    @staticmethod
    def engine() -> str:
        """The version of the installed program."""
        return installed.program_version()

    def table(self, task: Task) -> str:
        """Run the program; it is ended when its time is over."""
        height, width, _ = task.picture.shape
        picture = b"P6 %d %d 255\n" % (width, height) + task.picture.tobytes()
        command = [installed.program() or "tesseract", "stdin", "stdout", *task.options(), "tsv"]
        try:
            done = subprocess.run(command, input=picture, capture_output=True, timeout=task.seconds, check=False)  # noqa: S603 - codes and folder are checked
        except subprocess.TimeoutExpired as error:
            raise too_slow(task) from error
        except OSError as error:
            raise ReaderError("the program tesseract cannot be started", installed.PROGRAM) from error
        if done.returncode:
            raise failed(done.returncode, done.stderr.decode("utf-8", "replace"))
        return done.stdout.decode("utf-8", "replace")


def failed(code: int, said: str) -> ReaderError:
    """What to say when the program left with *code*, and its last words."""
    last = next((line.strip() for line in reversed(said.splitlines()) if line.strip()), "")
    how = f"was stopped by {signal.Signals(-code).name}" if code < 0 else f"left with {code}"
    return ReaderError(
        f"the program tesseract {how}{f': {last}' if last else ''}",
        "try another picture; if none can be read: apt reinstall tesseract-ocr and the languages",
    )
