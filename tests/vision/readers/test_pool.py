"""Lending things that are slow to make."""

import itertools
import threading
from concurrent.futures import ThreadPoolExecutor

import pytest

from toolkit.vision.readers.pool import Pool


@pytest.fixture
def made():
    return []


@pytest.fixture
def ended():
    return []


@pytest.fixture
def pool(made, ended):
    def make(key):
        made.append(f"{key}{len(made)}")
        return made[-1]

    return Pool(make, ended.append, size=2)


def lend(pool, key):
    with pool.borrow(key) as thing:
        return thing


def test_what_came_back_is_lent_again(pool, made):
    assert [lend(pool, "a"), lend(pool, "a"), lend(pool, "b"), lend(pool, "a")] == ["a0", "a0", "b1", "a0"]
    assert made == ["a0", "b1"]


def test_what_is_lent_is_not_lent_twice(pool):
    with pool.borrow("a") as first, pool.borrow("a") as second:
        assert (first, second) == ("a0", "a1")


def test_the_one_that_lay_longest_makes_room(pool, ended):
    lend(pool, "a")
    lend(pool, "b")
    assert lend(pool, "c") == "c2"
    assert ended == ["a0"]
    assert lend(pool, "b") == "b1"


def test_after_an_exception_a_thing_is_not_lent_again(pool, ended):
    with pytest.raises(ValueError, match="broken"), pool.borrow("a"):
        raise ValueError("broken")
    assert ended == ["a0"]
    assert lend(pool, "a") == "a1"


def test_what_cannot_be_made_takes_no_room(ended):
    tries = itertools.count()

    def make(key):
        if next(tries) < 5:
            raise OSError("not now")
        return key

    pool = Pool(make, ended.append, size=1)
    for _ in range(5):
        with pytest.raises(OSError, match="not now"):
            lend(pool, "a")
    assert lend(pool, "a") == "a"


def test_many_threads_never_hold_more_than_there_is_room_for(made, ended):
    alive, most, lock = set(), [0], threading.Lock()
    numbers = itertools.count()

    def make(key):
        thing = (key, next(numbers))
        with lock:
            alive.add(thing)
            most[0] = max(most[0], len(alive))
        return thing

    pool = Pool(make, alive.discard, size=3)
    busy = set()

    def work(turn):
        with pool.borrow(turn % 4) as thing:
            assert thing[0] == turn % 4
            assert thing not in busy
            busy.add(thing)
            busy.discard(thing)

    with ThreadPoolExecutor(8) as threads:
        list(threads.map(work, range(2000)))
    assert most[0] <= 3
