"""A room full of people: everybody gets a reading, samples stay quick, and a monster stands in nobody's way."""

from __future__ import annotations

import statistics
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np
import pytest

from playground.jobs.reading import read
from playground.work import Line, NoAnswer
from toolkit.evaluate.corpus import load_corpus

ROOT = Path(__file__).parents[2]
CLIENTS = 20


@pytest.fixture
def line():
    """As many processes as the playground has on the smallest machine."""
    made = Line(seats=2)
    yield made
    made.end()


def test_a_room_full(line):
    """20 people read pictures of their own at once, one of them a monster, while others look at a sample."""
    items = [item for item in load_corpus(ROOT / "corpora/pages").items if item.languages == ("en",)]
    sample = next(item for item in items if item.id == "letter/en-inter-medium")
    shown = sample.picture()
    kept = (sample.pixels, (), "tesserocr", "en")
    expected = line.ask(read, shown, (), "tesserocr", "en", key=kept).answer(60).reading.text
    over = threading.Event()

    def look() -> list[float]:
        """How long each look at the sample took, until everybody has what they came for."""
        took = []
        while not over.is_set():
            began = time.monotonic()
            assert line.ask(read, shown, (), "tesserocr", "en", key=kept).answer(60).reading.text == expected
            took.append(time.monotonic() - began)
            time.sleep(0.02)
        return took

    def bring(number: int) -> tuple[str, float]:
        """What one client gets, and after how many seconds."""
        began = time.monotonic()
        item = items[number % len(items)]
        seen = line.ask(read, item.picture(), (("noise", 1 + number % 2),), "tesserocr", "en").answer(300)
        return seen.reading.text, time.monotonic() - began

    monster = np.random.default_rng(7).integers(0, 256, (6000, 6000, 3), np.uint8)
    with ThreadPoolExecutor(CLIENTS + 1) as clients:
        late = line.ask(read, monster, (), "tesserocr", "en", seconds=10.0)
        looking = clients.submit(look)
        brought = list(clients.map(bring, range(CLIENTS)))
        over.set()
        took = looking.result()
    assert all(len(text) > 10 for text, _ in brought)
    with pytest.raises(NoAnswer) as caught:
        late.answer(60)
    assert caught.value.reason in {"late", "crashed"}
    p95 = statistics.quantiles(took, n=20)[-1]
    print(
        f"{CLIENTS} clients: slowest {max(each for _, each in brought):.1f} s; sample: p95 {1000 * p95:.1f} ms, n = {len(took)}"
    )
    assert p95 < 1.0
