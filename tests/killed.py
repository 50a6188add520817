"""People answer in a process that is killed without warning; what it had acknowledged is looked for afterwards."""

from __future__ import annotations

import os
import random
import sys
import time
from contextlib import suppress
from functools import cache
from itertools import count
from multiprocessing import get_context
from multiprocessing.connection import Connection
from multiprocessing.context import ForkServerContext
from multiprocessing.forkserver import ensure_running
from pathlib import Path
from typing import NamedTuple
from unittest import mock

from enquiries import ALL, NOW, studied

from toolkit.paths import Project
from toolkit.store.engine import Store, open_store
from toolkit.store.study.audit import verify
from toolkit.study.enquiry import Enquiry

ANSWERS = {"aware": "seen", "where": "", "kept": "day", "own-words": "", "parts": "picture", "fine": "4", "age": "old"}
SEED = 20261120


class Line(NamedTuple):
    """What was to be kept: whose, to which question, what, by which form."""

    token: str
    item: str
    value: str
    once: str


def answer(enquiry: Enquiry, line: Line) -> bool:
    """Keep one answer; False where the form came before."""
    seat = enquiry.seat(line.token)
    assert seat is not None
    texts = {"where", "own-words"}
    value = line.value if line.item in texts else int(line.value) if line.item == "fine" else (line.value,)
    return enquiry.save(seat, line.item, value, line.once, NOW)


def kept(enquiry: Enquiry) -> list[tuple[str, str, str]]:
    """Every answer that is there: whose, to which question, what."""
    found = ((each.participant, each.item, each.answer) for each in enquiry.given())
    return sorted((who, item, str(value[0] if isinstance(value, tuple) else value)) for who, item, value in found)


def kill_often(folder: Path, url: str | None, times: int) -> int:
    """Let a process answer and kill it, *times* times; after each kill, everything that it acknowledged is there
    exactly once, and the form that was under way can be sent again. Gives how many answers were acknowledged.
    """
    chance = random.Random(SEED)
    project = Project(folder / "database")
    store = open_store(url, project)
    enquiry = Enquiry(store, studied(folder / "place"))
    known: list[tuple[str, str, str]] = []
    for number in range(times):
        acknowledged, under_way = _killed(folder, store, number, chance)
        known += [_meant(enquiry, line) for line in acknowledged]
        if under_way:
            there = kept(enquiry) != sorted(known)
            assert answer(enquiry, under_way) is not there
            assert not answer(enquiry, under_way)
            known.append(_meant(enquiry, under_way))
        assert kept(enquiry) == sorted(known)
    with store.read() as connection:
        assert verify(connection).broken is None
        if store.engine.dialect.name == "sqlite":
            assert connection.exec_driver_sql("PRAGMA integrity_check").scalar() == "ok"
    store.close()
    return len(known)


def _killed(folder: Path, store: Store, number: int, chance: random.Random) -> tuple[list[Line], Line | None]:
    """What one process had acknowledged when it was killed, and what it had not yet."""
    url = store.engine.url.render_as_string(hide_password=False)
    ours, theirs = nursery().Pipe(duplex=False)
    process = nursery().Process(target=take_part, args=(folder, url, number, theirs))
    process.start()
    theirs.close()
    said = [ours.recv() for _ in range(chance.randint(1, 40))]
    time.sleep(chance.uniform(0, 0.03))
    process.kill()
    with suppress(EOFError):
        while True:
            said.append(ours.recv())
    process.join()
    ours.close()
    tried = [line for what, line in said if what == "try"]
    done = [line for what, line in said if what == "kept"]
    assert done == tried[: len(done)]
    return done, tried[-1] if len(tried) > len(done) else None


@cache
def nursery() -> ForkServerContext:
    """Where processes come from that have imported everything already."""
    context = get_context("forkserver")
    context.set_forkserver_preload(["killed"])
    with mock.patch.dict(os.environ, {"PYTHONPATH": os.pathsep.join(sys.path)}):  # preloading looks nowhere else
        ensure_running()
    return context


def take_part(folder: Path, url: str, number: int, parent: Connection) -> None:
    """Take part, one person after the other, until somebody puts an end to it; tell *parent* before and after each
    answer.
    """
    enquiry = Enquiry(open_store(url, Project(folder / "database")), studied(folder / f"place-{number}"))
    for person in count():
        token = enquiry.begin("en", "html", ALL, f"form-{number}-{person}", NOW).token
        for item, value in ANSWERS.items():
            line = Line(token, item, value or f"words-{number}-{person}-{item}", f"{number}-{person}-{item}")
            parent.send(("try", line))
            answer(enquiry, line)
            parent.send(("kept", line))


def _meant(enquiry: Enquiry, line: Line) -> tuple[str, str, str]:
    """What is there after *line* was kept."""
    seat = enquiry.seat(line.token)
    assert seat is not None
    return seat.participant, line.item, line.value
