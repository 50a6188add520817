"""One command as a whole process in, its time, memory and words out."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import NamedTuple

#: The checkout that this file lies in: its toolkit is measured, wherever another one is installed.
ROOT = Path(__file__).resolve().parent.parent
#: The day every build and check takes as today, so that two runs do the same work.
TODAY = "2026-11-20"


class Run(NamedTuple):
    """What a process took: seconds on the clock, seconds of processor, most memory in MB; and what it said."""

    wall: float
    cpu: float
    peak: float
    code: int
    out: str
    err: str


def disclose(*words: str, python: tuple[str, ...] = ()) -> Run:
    """Run `disclose` with *words*; *python* are options of the interpreter."""
    return run(sys.executable, *python, "-m", "toolkit", *words, "--today", TODAY)


def run(*command: str) -> Run:
    """Run *command* in the checkout to its end.

    Linux counts into the peak of a child what its parent held when the child was started, so this is called before
    anything large is imported here.
    """
    with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err:
        start = time.perf_counter()
        process = subprocess.Popen(command, stdout=out, stderr=err, stdin=subprocess.DEVNULL, cwd=ROOT)
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(status)
        said = [_read(file.fileno()) for file in (out, err)]
    peak = usage.ru_maxrss / (1024 if sys.platform != "darwin" else 1024 * 1024)
    return Run(wall, usage.ru_utime + usage.ru_stime, peak, process.returncode, *said)


def _read(descriptor: int) -> str:
    os.lseek(descriptor, 0, os.SEEK_SET)
    with open(descriptor, "rb", closefd=False) as file:
        return file.read().decode("utf-8", "replace")


def must(result: Run, what: str) -> Run:
    """*result*, or the end with its own words where the process failed: a failed run measures nothing."""
    if result.code != 0:
        sys.exit(f"{what} left with {result.code}; nothing was measured\n{result.err[-2000:]}\n{result.out[-2000:]}")
    return result


def size_of(folder: Path, pattern: str) -> tuple[int, float]:
    """How many files of *folder* fit *pattern*, and their size in MB."""
    files = [path for path in folder.rglob(pattern) if path.is_file()]
    return len(files), sum(path.stat().st_size for path in files) / 1e6
