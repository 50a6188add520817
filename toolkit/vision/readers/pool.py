"""Things that are slow to make and that one thread at a time may use, kept for the next one who needs the like."""

from __future__ import annotations

import threading
from collections.abc import Callable, Hashable, Iterator
from contextlib import contextmanager
from typing import Generic, TypeVar

Key = TypeVar("Key", bound=Hashable)
Thing = TypeVar("Thing")


class Pool(Generic[Key, Thing]):
    """At most *size* things that *make* makes of a key. Who comes when all are lent waits."""

    def __init__(self, make: Callable[[Key], Thing], end: Callable[[Thing], object], size: int) -> None:
        self._make = make
        self._end = end
        self._room = threading.BoundedSemaphore(size)
        self._size = size
        self._lock = threading.Lock()
        self._idle: list[tuple[Key, Thing]] = []
        self._lent = 0

    @contextmanager
    def borrow(self, key: Key) -> Iterator[Thing]:
        """Lend a thing for *key*: an idle one, else a new one. After an exception it is ended, not lent again."""
        with self._room:
            thing = self._taken(key)
            try:
                yield thing
            except BaseException:
                self._given_back()
                self._end(thing)
                raise
            self._given_back((key, thing))

    def _taken(self, key: Key) -> Thing:
        with self._lock:
            self._lent += 1
            at = next((at for at, (known, _) in enumerate(self._idle) if known == key), None)
            if at is not None:
                return self._idle.pop(at)[1]
            surplus = self._idle.pop(0)[1] if len(self._idle) + self._lent > self._size else None
        try:
            if surplus is not None:
                self._end(surplus)
            return self._make(key)
        except BaseException:
            self._given_back()
            raise

    def _given_back(self, *idle: tuple[Key, Thing]) -> None:
        with self._lock:
            self._lent -= 1
            self._idle.extend(idle)
