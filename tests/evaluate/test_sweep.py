"""Every picture under every condition, whatever the number of workers, and never twice."""

from __future__ import annotations

from functools import partial

import numpy as np
import pytest
from PIL import Image, ImageDraw, ImageFont

from toolkit.errors import UsageError
from toolkit.evaluate.corpus import Item, Truth
from toolkit.evaluate.engines import Engine
from toolkit.evaluate.machines import machines
from toolkit.evaluate.memo import Memo
from toolkit.evaluate.scores import Edits
from toolkit.evaluate.sweep import CLEAN, Bench, Condition, Grid, key, sweep

BLURRED = Condition("defocus", 5)
GRID = Grid(Engine("tesserocr"), (CLEAN, BLURRED))


def line(text):
    """A line of text as a picture."""
    image = Image.new("RGB", (620, 70), "white")
    ImageDraw.Draw(image).text((20, 15), text, "black", ImageFont.load_default(32))
    return np.asarray(image)


def item(id, text, truth=None):
    """A picture of *text* whose truth is the same, or *truth*."""
    return Item(id, id, {}, ("en",), Truth(truth or text, ()), {}, partial(line, text))


ITEMS = [item("a", "Closed on Mondays"), item("b", "Bring this letter with you", "Bring that letter with you")]


@pytest.fixture
def bench(tmp_path):
    """A bench with one process."""
    with Memo(tmp_path / "measured.db") as memo, machines(1) as executor:
        yield Bench(executor, memo)


def test_scores(bench):
    """What is read is held against the truth, untouched and spoilt."""
    found = sweep(ITEMS, GRID, bench)
    assert found["a", CLEAN].words == Edits(0, 3)
    assert found["b", CLEAN].words == Edits(1, 5)
    assert found["a", BLURRED].words.errors > 0


def test_nothing_is_measured_twice(bench):
    """The second sweep looks everything up, and finds the same; a broken executor is never asked."""
    told = []
    first = sweep(ITEMS, GRID, bench)
    again = sweep(ITEMS, GRID, Bench(None, bench.memo, 1, lambda done, of: told.append((done, of))))
    assert again == first
    assert told == [(4, 4)]


def test_what_was_stopped_goes_on(bench):
    """A sweep that is stopped keeps what it had; the next one does the rest, with the same result as one in one go."""

    def stop(done, of):
        if done == 2:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        sweep(ITEMS, GRID, bench._replace(progress=stop))
    told = []
    found = sweep(ITEMS, GRID, bench._replace(progress=lambda *counts: told.append(counts[0])))
    assert told[0] == 2
    assert found == sweep(ITEMS, GRID, bench)


def test_workers_and_order_change_nothing(tmp_path, bench):
    """Two workers and another order of pictures give the same results."""
    with Memo(tmp_path / "other.db") as memo, machines(2) as executor:
        assert sweep(ITEMS[::-1], GRID, Bench(executor, memo, 2)) == sweep(ITEMS, GRID, bench)


def test_a_key_changes_with_what_a_result_depends_on():
    """Another picture, truth, engine, condition or language: another key. The seed counts only where chance is used."""
    one = ITEMS[0]
    others = {
        key(one, GRID, CLEAN),
        key(one, GRID, BLURRED),
        key(one, GRID._replace(seed=1), BLURRED),
        key(one, GRID._replace(engine=Engine("tesseract")), CLEAN),
        key(one._replace(languages=("de",)), GRID, CLEAN),
        key(item("a", "Closed on Tuesdays"), GRID, CLEAN),
        key(item("a", "Closed on Mondays", "Closed on Fridays"), GRID, CLEAN),
    }
    assert len(others) == 7
    assert key(one, GRID._replace(seed=1), CLEAN) in others
    assert key(one._replace(id="other"), GRID, CLEAN) in others


def test_tags(bench):
    """A tagger gives the highest score of each tag, also where nobody knows the text."""
    picture = Item("a", "a", {}, (), None, {"text": True}, partial(line, "Closed on Mondays"))
    found = sweep([picture], Grid(Engine("opencv"), (CLEAN,)), bench)
    assert found["a", CLEAN]["black and white"] > 0.5


def test_an_engine_that_nobody_knows(bench):
    """It is told with the ones that there are."""
    with pytest.raises(UsageError, match="there is no engine `other`") as caught:
        sweep(ITEMS, Grid(Engine("other"), (CLEAN,)), bench)
    assert caught.value.help.startswith("take one of tesserocr, tesseract, pytesseract, opencv")
