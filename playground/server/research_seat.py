"""Who is signed in to the researcher's area: kept in memory, so that a restart signs everybody out.

A session ends 30 minutes after the last click and 8 hours after signing in. The browser holds a random key; what is
kept here is found by its hash. The role is none of a session's business: it is asked for anew with every click.
"""

from __future__ import annotations

import hashlib
import secrets
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass

IDLE, WHOLE = 30 * 60.0, 8 * 3600.0
#: More than any team has; the one that was idle longest ends first.
MOST = 500


@dataclass
class Session:
    """Somebody who is signed in. `form` is the key that every form of theirs has to send along."""

    name: str
    form: str
    began: float
    seen: float


class Sessions:
    """Everybody who is signed in; *clock* gives seconds that never go back."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._lock = threading.Lock()
        self._known: dict[str, Session] = {}

    def open(self, name: str) -> str:
        """The key of a new session, for a cookie."""
        token, now = secrets.token_urlsafe(32), self._clock()
        with self._lock:
            self._sweep(now)
            self._known[_mark(token)] = Session(name, secrets.token_urlsafe(32), now, now)
            while len(self._known) > MOST:
                del self._known[min(self._known, key=lambda mark: self._known[mark].seen)]
        return token

    def of(self, token: str) -> Session | None:
        """The session with this key, which lives on from now; None where there is none any more."""
        now = self._clock()
        with self._lock:
            self._sweep(now)
            found = self._known.get(_mark(token))
            if found:
                found.seen = now
            return found

    def end(self, token: str) -> None:
        """Sign out."""
        with self._lock:
            self._known.pop(_mark(token), None)

    def _sweep(self, now: float) -> None:
        over = [mark for mark, each in self._known.items() if now - each.seen >= IDLE or now - each.began >= WHOLE]
        for mark in over:
            del self._known[mark]


#: Those of this server.
SESSIONS = Sessions()


def _mark(token: str) -> str:
    return hashlib.sha256(token.encode("utf-8", "surrogatepass")).hexdigest()
