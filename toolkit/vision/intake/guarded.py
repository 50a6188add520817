"""The intake behind a wall: another process reads, and is killed when it is late or takes too much.

A few processes wait and are used again, one file at a time each. POSIX only; memory is limited on Linux.
"""

from __future__ import annotations

import atexit
import json
import os
import signal
import subprocess
import sys
import threading
from io import BufferedReader, BufferedWriter
from typing import IO

import numpy as np

from toolkit.paths import PACKAGE
from toolkit.vision.intake.answers import REASONS, TOLD, Intake, Limits, PictureRefused
from toolkit.vision.intake.worker import READY
from toolkit.vision.reading import Picture

#: So many files are read at once; further ones wait for their turn, which is no part of their time.
MOST_AT_ONCE = min(4, os.cpu_count() or 1)
_COMMAND = [sys.executable, "-m", "toolkit.vision.intake.worker"]
_room = threading.BoundedSemaphore(MOST_AT_ONCE)
_idle: list[_Worker] = []


def take_guarded(data: bytes, limits: Limits = Limits()) -> Intake:  # noqa: B008 - it cannot be changed
    """Like `take`, with hard limits: after `limits.seconds` the reading process is killed, and it gets no more than
    `limits.memory` on top of what it needs for itself. Pages come through a pipe; no file is written.

    Raises PictureRefused, and nothing else. Safe to call from several threads.
    """
    if len(data) > limits.bytes or not data:
        reason = "too-many-bytes" if data else "empty"
        raise PictureRefused(reason, found=f"{len(data) / 1e6:,.1f}", most=f"{limits.bytes / 1e6:g}")
    with _room:
        try:
            worker = _idle.pop()
        except IndexError:
            worker = _Worker()
        try:
            return worker.take(data, limits)
        finally:
            if worker.lives:
                _idle.append(worker)
            else:
                worker.end()


class _Worker:
    """A process that reads one file at a time."""

    def __init__(self) -> None:
        self.process = subprocess.Popen(  # noqa: S603 - our own module
            _COMMAND,
            cwd=PACKAGE.parent,
            env={**os.environ, "OPENBLAS_NUM_THREADS": "1", "PYTHONDONTWRITEBYTECODE": "1"},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )
        self.questions, self.answers = _pipes(self.process.stdin, self.process.stdout)
        self.lives = self.answers.readline() == READY

    def take(self, data: bytes, limits: Limits) -> Intake:
        late = threading.Event()
        timer = threading.Timer(limits.seconds, self._stop, (late,))
        timer.start()
        # Whatever goes wrong in between, this process is not used again.
        self.lives = False
        try:
            head = json.dumps({"bytes": len(data), "limits": limits})
            self.questions.write(head.encode() + b"\n" + data)
            self.questions.flush()
            taken = _read(self.answers, limits)
        except PictureRefused:
            self.lives = not late.is_set()
            raise
        except (OSError, ValueError, KeyError, TypeError):
            self.process.kill()
            slow = late.is_set() or self.process.wait() == -signal.SIGXCPU
            raise PictureRefused("too-slow" if slow else "gave-up", most=f"{limits.seconds:g}") from None
        finally:
            timer.cancel()
        self.lives = not late.is_set()
        return taken

    def _stop(self, late: threading.Event) -> None:
        late.set()
        self.process.kill()

    def end(self) -> None:
        self.process.kill()
        self.process.wait()
        self.answers.close()
        try:
            self.questions.close()
        except BrokenPipeError:
            return


def _pipes(questions: IO[bytes] | None, answers: IO[bytes] | None) -> tuple[BufferedWriter, BufferedReader]:
    if not isinstance(questions, BufferedWriter) or not isinstance(answers, BufferedReader):
        raise TypeError("the process was started without pipes")
    return questions, answers


def _read(answers: BufferedReader, limits: Limits) -> Intake:
    """The answer of a worker, which is trusted no more than the file. Raises ValueError where it is none."""
    said = json.loads(answers.readline())
    if "reason" in said:
        if said["reason"] not in REASONS:
            raise ValueError("no reason")
        raise PictureRefused(said["reason"], **said["values"])
    sizes = [(int(height), int(width)) for height, width in said["sizes"]]
    if not 0 < len(sizes) <= limits.pages or sum(height * width for height, width in sizes) > limits.pixels_in_all:
        raise ValueError("too much")
    pages = tuple(_page(answers, height, width) for height, width in sizes)
    return Intake(pages, str(said["format"]), tuple(key for key in TOLD if key in said["told"]))


def _page(answers: BufferedReader, height: int, width: int) -> Picture:
    page = np.empty((height, width, 3), np.uint8)
    view, done = page.data.cast("B"), 0
    while done < len(view):
        more = answers.readinto(view[done:])
        if not more:
            raise ValueError("the answer ends early")
        done += more
    page.flags.writeable = False
    return page


def end_all() -> None:
    """Ends the processes that wait; the next file starts new ones."""
    while _idle:
        _idle.pop().end()


atexit.register(end_all)
