"""The process in which files are read for `guarded`: files over one pipe in, pages over another out.

It cannot write a byte to any file, keeps no core dump, and gets no more memory and processor time than each file may
take. Numbers and pixels come back, never objects of Python, so that a decoder that was taken over cannot run
anything in the process that asked.
"""

from __future__ import annotations

import json
import math
import os
import re
import resource
import sys
import time
from pathlib import Path
from typing import IO

from PIL import Image

from toolkit.vision.intake import Intake, Limits, PictureRefused, take

READY = b"ready\n"
#: How far this process stands back behind the one that asks, which has people to answer.
BEHIND = 10


def main() -> None:
    """Answers one file after the other, until the pipe closes."""
    os.nice(BEHIND)
    questions, answers = sys.stdin.buffer, os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    # Whatever a library prints must not mix with the answers.
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    Image.init()
    for limit in (resource.RLIMIT_FSIZE, resource.RLIMIT_CORE):
        resource.setrlimit(limit, (0, 0))
    answers.write(READY)
    answers.flush()
    while head := questions.readline():
        asked = json.loads(head)
        limits = Limits(*asked["limits"])
        _answer(questions.read(asked["bytes"]), limits, answers)


def _answer(data: bytes, limits: Limits, answers: IO[bytes]) -> None:
    _limit(limits)
    try:
        taken = take(data, limits=limits)
    except PictureRefused as refused:
        _say({"reason": refused.reason, "values": refused.values}, answers)
    else:
        _send(taken, answers)
    answers.flush()


def _send(taken: Intake, answers: IO[bytes]) -> None:
    sizes = [page.shape[:2] for page in taken.pages]
    _say({"format": taken.format, "told": taken.told, "sizes": sizes}, answers)
    for page in taken.pages:
        answers.write(page.data)


def _say(said: dict[str, object], answers: IO[bytes]) -> None:
    answers.write(json.dumps(said).encode() + b"\n")


def _limit(limits: Limits) -> None:
    """For this file: address space on top of today's, processor time on top of what was used."""
    status = Path("/proc/self/status")
    if status.exists():
        used = re.search(r"VmSize:\s+(\d+) kB", status.read_text("ascii"))
        room = int(used[1]) * 1024 + limits.memory if used else resource.RLIM_INFINITY
        resource.setrlimit(resource.RLIMIT_AS, (room, resource.getrlimit(resource.RLIMIT_AS)[1]))
    seconds = math.ceil(time.process_time() + limits.seconds) + 1
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, resource.getrlimit(resource.RLIMIT_CPU)[1]))


if __name__ == "__main__":
    main()
