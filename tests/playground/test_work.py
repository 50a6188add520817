"""Jobs in other processes: their order, their end when they are late, broken or stopped, and what is kept of them."""

from __future__ import annotations

import gc
import math
import operator
import os
import time
import uuid
import weakref
from pathlib import Path

import numpy as np
import pytest

from playground.work import Line, NoAnswer
from toolkit.vision.readers import reader


@pytest.fixture
def line():
    """Two processes that are there for this test."""
    made = Line(seats=2)
    yield made
    made.end()


def why(ticket) -> str:
    """Why a job brought no answer."""
    with pytest.raises(NoAnswer) as caught:
        ticket.answer(30)
    return caught.value.reason


def started(*tickets) -> None:
    """Waits until all of them are being done."""
    deadline = time.monotonic() + 20
    while any(ticket.position for ticket in tickets) and time.monotonic() < deadline:
        time.sleep(0.01)


def test_answer(line):
    """A job is done in another process, and the process is used again."""
    assert line.ask(math.sqrt, 9).answer(30) == 3.0
    first = line.ask(os.getpid).answer(30)
    assert first != os.getpid()
    assert line.ask(os.getpid).answer(30) == first


def test_pages_come_first(line):
    """The processes stand back behind the server."""
    assert line.ask(os.nice, 0).answer(30) == min(os.nice(0) + 10, 19)


def test_late(line):
    """A late job is ended in the middle of what it does, and its process with it; the next one is not told of it."""
    before = line.ask(os.getpid).answer(30)
    began = time.monotonic()
    assert why(line.ask(time.sleep, 60, seconds=0.5)) == "late"
    assert time.monotonic() - began < 10
    assert line.ask(os.getpid).answer(30) != before


def test_time_to_wait_is_no_time_to_work(line):
    """The clock of a job starts with it, not in the line."""
    tickets = [line.ask(time.sleep, 0.4, seconds=1.0) for _ in range(8)]
    assert [ticket.answer(30) for ticket in tickets] == [None] * 8


def test_crash(line):
    """A job that takes its process with it takes nobody else's."""
    other = line.ask(time.sleep, 0.5)
    assert why(line.ask(os._exit, 3)) == "crashed"
    assert why(line.ask(os.kill, 0, 11)) == "crashed"
    assert other.answer(30) is None
    assert line.ask(math.sqrt, 4).answer(30) == 2.0


def test_what_a_job_says(line):
    """An error with a sentence comes through with its advice; the process goes on."""
    before = line.ask(os.getpid).answer(30)
    with pytest.raises(NoAnswer, match="there is no reader called 'x'") as caught:
        line.ask(reader, "x").answer(30)
    assert (caught.value.reason, caught.value.help) == ("failed", "write one of: tesserocr, tesseract, pytesseract")
    assert line.ask(os.getpid).answer(30) == before


def test_any_other_error(line):
    """An error that nobody foresaw is a crash, whatever it says."""
    assert why(line.ask(math.sqrt, -1)) == "crashed"


def test_place_in_the_line(line):
    """Who waits knows how long the line is; one monster leaves the other process to all others."""
    monster = line.ask(time.sleep, 60, seconds=60)
    tickets = [line.ask(time.sleep, 0.3) for _ in range(4)]
    started(monster, tickets[0])
    assert [ticket.position for ticket in tickets][1:] == [1, 2, 3]
    for ticket in tickets:
        ticket.answer(30)
    assert [ticket.position for ticket in tickets] == [0, 0, 0, 0]
    assert not monster.done
    monster.stop()
    assert why(monster) == "stopped"


def test_stop_while_waiting(line):
    """A job that is stopped in the line is never done, and leaves its place."""
    busy = [line.ask(time.sleep, 1) for _ in range(2)]
    first, second = line.ask(math.sqrt, 4), line.ask(math.sqrt, 9)
    first.stop()
    assert why(first) == "stopped"
    started(*busy)
    assert second.position == 1
    assert second.answer(30) == 3.0
    assert [ticket.answer(30) for ticket in busy] == [None, None]


def test_full():
    """A line that is too long takes nobody in, and says so at once."""
    line = Line(seats=1, most_waiting=1)
    monster = line.ask(time.sleep, 60)
    started(monster)
    waiting = line.ask(math.sqrt, 4)
    with pytest.raises(NoAnswer, match="Too many pictures are waiting") as caught:
        line.ask(math.sqrt, 4)
    assert caught.value.reason == "busy"
    monster.stop()
    assert waiting.answer(30) == 2.0
    line.end()


def test_kept(line):
    """What has a key is done once, also where many ask at once; another key or another job is another answer."""
    tickets = [line.ask(uuid.uuid4, key="a") for _ in range(5)]
    assert len({ticket.answer(30) for ticket in tickets}) == 1
    assert line.ask(uuid.uuid4, key="b").answer(30) != tickets[0].answer(30)
    assert line.ask(os.getpid, key="a").answer(30) != os.getpid()


def test_kept_within_bounds():
    """Of what is kept, the longest unasked goes when there is no more room."""
    line = Line(seats=1, most_kept=2500)
    first, second = (line.ask(os.urandom, 1000, key=key).answer(30) for key in "ab")
    assert line.ask(os.urandom, 1000, key="a").answer(30) == first
    line.ask(os.urandom, 1000, key="c").answer(30)
    assert line.ask(os.urandom, 1000, key="a").answer(30) == first
    assert line.ask(os.urandom, 1000, key="b").answer(30) != second
    line.end()


def test_kept_cannot_be_stopped(line):
    """Somebody who leaves takes nothing from others who wait for the same."""
    ticket = line.ask(time.sleep, 0.3, key="a")
    ticket.stop()
    assert line.ask(time.sleep, 0.3, key="a").answer(30) is None


def test_failures_are_not_kept(line):
    """Who asks again after a failure gets a new try."""
    assert why(line.ask(time.sleep, 60, key="a", seconds=0.3)) == "late"
    assert why(line.ask(os._exit, 1, key="a")) == "crashed"
    assert line.ask(time.sleep, 0, key="a").answer(30) is None


def test_nothing_is_kept_without_a_key(line):
    """No answer without a key is given twice, and nobody holds what it was asked with."""
    first = line.ask(uuid.uuid4).answer(30)
    assert line.ask(uuid.uuid4).answer(30) != first
    picture = np.arange(48, dtype=np.uint8).reshape(4, 4, 3).copy()
    held = weakref.ref(picture)
    ticket = line.ask(operator.getitem, picture, (0, 0))
    assert ticket.answer(30).tolist() == [0, 1, 2]
    del picture
    deadline = time.monotonic() + 20
    while held() is not None and time.monotonic() < deadline:
        gc.collect()
    assert held() is None


def test_no_file(line, tmp_path):
    """A job can write no byte to a file."""
    file = tmp_path / "picture"
    assert why(line.ask(Path.write_bytes, file, b"secret")) == "crashed"
    assert not file.exists() or file.read_bytes() == b""


def test_no_core_dump(line):
    """A process that crashes leaves nothing of its memory behind."""
    import resource

    assert line.ask(resource.getrlimit, resource.RLIMIT_CORE).answer(30) == (0, 0)
