"""Reading in another process: the same pages, hard limits, and a new process after one was killed."""

from __future__ import annotations

import os
import re
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np
import pytest
from hostile_pictures import pdf, saved, whole
from PIL import Image

from toolkit.vision.intake import Limits, PictureRefused, guarded, take

#: A page that PDFium needs many seconds for.
SLOW = pdf([b"0 0 m " + b"9 9 200 0 0 200 c " * 270_000 + b"S"])


def limits_of_the_waiting_process() -> dict[str, str]:
    process = guarded._idle[-1].process
    lines = Path(f"/proc/{process.pid}/limits").read_text().splitlines()[1:]
    return {line[:26].strip(): line[26:].split()[0] for line in lines}


@pytest.mark.parametrize("name", ["png-alpha", "jpeg", "tiff-pages", "pdf"])
def test_the_same_as_in_this_process(name):
    here, there = take(whole()[name]), guarded.take_guarded(whole()[name])
    assert (here.format, here.told, len(here.pages)) == (there.format, there.told, len(there.pages))
    for one, other in zip(here.pages, there.pages, strict=True):
        assert np.array_equal(one, other)
        assert not other.flags.writeable


def test_the_same_refusal():
    with pytest.raises(PictureRefused, match="This is a GIF, which is not read here") as refused:
        guarded.take_guarded(b"GIF89a" + bytes(50))
    assert (refused.value.reason, refused.value.values) == ("other-format", {"found": "a GIF"})
    assert refused.value.help.startswith("Save it as PNG or JPEG.")


def test_a_slow_file_is_stopped_and_the_next_one_is_read():
    with pytest.raises(PictureRefused, match=r"longer than 0\.5 seconds") as refused:
        guarded.take_guarded(SLOW, Limits(seconds=0.5))
    assert refused.value.reason == "too-slow"
    assert guarded.take_guarded(whole()["png"]).pages[0].shape == (60, 80, 3)


def test_a_file_that_takes_too_much_memory():
    """72 MB of pixels: more than malloc keeps for reuse, so they need address space that the process does not have."""
    with pytest.raises(PictureRefused) as refused:
        guarded.take_guarded(saved(Image.new("RGB", (6000, 4000)), "PNG"), Limits(memory=0))
    assert refused.value.reason in {"too-heavy", "gave-up", "broken"}
    assert guarded.take_guarded(whole()["webp"]).format == "webp"


def test_the_process_can_write_no_file():
    guarded.take_guarded(whole()["png"])
    limits = limits_of_the_waiting_process()
    assert (limits["Max file size"], limits["Max core file size"]) == ("0", "0")
    assert re.fullmatch(r"\d+", limits["Max address space"])
    assert re.fullmatch(r"\d+", limits["Max cpu time"])


def test_the_process_stands_back():
    """Whoever asks has people to answer."""
    guarded.take_guarded(whole()["png-alpha"])
    found = os.getpriority(os.PRIO_PROCESS, guarded._idle[-1].process.pid)
    assert found == min(os.nice(0) + 10, 19)


def test_too_much_or_nothing_is_refused_before_it_is_sent():
    for data, reason in ((b"", "empty"), (bytes(5_000_001), "too-many-bytes")):
        with pytest.raises(PictureRefused) as refused:
            guarded.take_guarded(data)
        assert refused.value.reason == reason


def test_several_threads_share_the_processes():
    guarded.end_all()
    with ThreadPoolExecutor(6) as threads:
        taken = list(threads.map(lambda _: guarded.take_guarded(whole()["png"]), range(12)))
    assert {one.pages[0].tobytes() for one in taken} == {take(whole()["png"]).pages[0].tobytes()}
    assert 0 < len(guarded._idle) <= guarded.MOST_AT_ONCE


def test_processes_end():
    guarded.take_guarded(whole()["png"])
    processes = [worker.process for worker in guarded._idle]
    guarded.end_all()
    assert all(process.poll() is not None for process in processes)
    assert guarded._idle == []


def test_an_answer_that_is_none_is_not_trusted(monkeypatch):
    """A decoder that was taken over can answer what it likes; the process that asked gets no more than it allows."""
    guarded.end_all()
    script = "import sys; print('ready', flush=True); sys.stdin.buffer.readline(); print({!r}, flush=True)"
    for answer in (
        "nonsense",
        '{"reason": "no-such-reason", "values": {}}',
        '{"format": "png", "told": [], "sizes": [[99999, 99999]]}',
        '{"format": "png", "told": [], "sizes": []}',
        '{"format": "png", "told": [], "sizes": [[2, 2]]}',
    ):
        monkeypatch.setattr(guarded, "_COMMAND", [guarded._COMMAND[0], "-c", script.format(answer)])
        with pytest.raises(PictureRefused) as refused:
            guarded.take_guarded(whole()["png"])
        assert refused.value.reason == "gave-up"
    assert guarded._idle == []
