"""A process that works for another one: it leaves Ctrl-C to its parent, and ends when the parent has gone."""

from __future__ import annotations

import os
import signal
import threading
from multiprocessing import parent_process
from multiprocessing.process import BaseProcess


def begin() -> None:
    """To be called first in a child process."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent hears Ctrl-C too, and stops this process
    threading.Thread(target=_end_with, args=(parent_process(),), daemon=True).start()


def _end_with(parent: BaseProcess | None) -> None:
    if parent:  # killed, it leaves its children waiting for work for ever
        parent.join()
        os._exit(1)
