"""The process in which `playground.work` has one job after the other done.

It can write no byte to any file and keeps no core dump, so nothing of a picture reaches a disk. Its alarm clock ends it
when a job is late, in the middle of whatever it does, and also when the server that asked is gone.
"""

from __future__ import annotations

import math
import os
import pickle
import resource
import signal
import sys
from collections.abc import Callable
from typing import IO, Any

from toolkit.errors import DiscloseError

#: How far this process stands back behind the server, so that pages come at once while pictures are read.
BEHIND = 10
#: Bytes of address space. A picture of 40 million pixels can be read within it.
MEMORY = 4_000_000_000


def main() -> None:
    """Do jobs from the standard input, until it closes."""
    os.nice(BEHIND)
    questions, answers = sys.stdin.buffer, os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    # Whatever a library prints must not mix with the answers.
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    for limit, most in ((resource.RLIMIT_FSIZE, 0), (resource.RLIMIT_CORE, 0), (resource.RLIMIT_AS, MEMORY)):
        resource.setrlimit(limit, (most, most))
    while True:
        try:
            job, arguments, seconds = pickle.load(questions)  # noqa: S301 - our own server writes it
        except EOFError:
            return
        signal.setitimer(signal.ITIMER_REAL, max(seconds, math.ulp(1.0)))
        _do(job, arguments, answers)
        signal.setitimer(signal.ITIMER_REAL, 0)


def _do(job: Callable[..., Any], arguments: tuple[Any, ...], answers: IO[bytes]) -> None:
    try:
        said = (True, job(*arguments))
    except DiscloseError as error:
        said = (False, (str(error), error.help))
    pickle.dump(said, answers, pickle.HIGHEST_PROTOCOL)
    answers.flush()


if __name__ == "__main__":
    main()
