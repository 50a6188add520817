"""Five hundred pictures that are damaged or try to exhaust the machine, and what becomes of them."""

from __future__ import annotations

import re
import time
from pathlib import Path

import pytest
from hostile_pictures import ONLY_GUARDED, File, bombs, mutants, strangers, two_in_one, watched

from toolkit.vision.intake import PictureRefused, guarded

#: Of the processor: how busy the machine is otherwise says nothing.
SECONDS = 10
GIGABYTE = 1024 * 1024


def test_five_hundred_files_leave_no_trace():
    """Each gives pages or a sentence within ten seconds; one process reads them all within a gigabyte. Nothing is
    written, sent or started. What only a guarded process can stop is in the next test.
    """
    hostile = bombs() | two_in_one() | strangers()
    files = [File(name, data) for name, data in hostile.items() if name not in ONLY_GUARDED]
    files += mutants(500 - len(files), seed=0)
    assert len({file.name for file in files}) == 500
    done, memory = watched(files)
    assert {name: file.seen for name, file in done.items() if file.seen} == {}
    assert {name for name, file in done.items() if not file.whole} == set()
    assert {name: file.seconds for name, file in done.items() if file.seconds > SECONDS} == {}
    assert memory < GIGABYTE
    # Damage must not turn every file away: else the test would say little about the decoders.
    assert sum(isinstance(file.said, int) for file in done.values()) > 100


@pytest.mark.parametrize("name", bombs())
def test_a_guarded_process_stops_every_bomb(name):
    """Within the time limit, by the clock, and within a gigabyte; the next picture is read as if nothing had been."""
    start = time.monotonic()
    try:
        assert guarded.take_guarded(bombs()[name]).pages
    except PictureRefused as refused:
        assert str(refused).endswith(".")  # noqa: PT017 - both are good answers
    # Starting a process anew, after one was killed, comes on top.
    assert time.monotonic() - start < SECONDS + 5
    for status in Path("/proc").glob("[0-9]*/status"):
        if (status.parent / "cmdline").read_bytes().endswith(b"-m\0toolkit.vision.intake.worker\0"):
            assert int(re.search(r"VmHWM:\s+(\d+) kB", status.read_text())[1]) < GIGABYTE
    assert guarded.take_guarded(WHOLE).format == "png"


WHOLE = two_in_one()["png-zip"].partition(b"PK\3\4")[0]
