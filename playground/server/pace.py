"""How much may come in, from one place and in all, without a list of who came.

A token bucket for each sender, found by a keyed hash of the network address. The key lives in memory, a new one is
drawn each day, and what was counted under the old one is forgotten with it; nothing is written anywhere.
"""

from __future__ import annotations

import hashlib
import ipaddress
import secrets
import threading
import time
from collections.abc import Callable
from typing import NamedTuple

DAY = 86_400.0
#: More senders than this are not remembered at once; those who came first start anew.
MOST_SENDERS = 10_000


class Rate(NamedTuple):
    """So many at once, and one more after each `seconds`."""

    burst: int
    seconds: float


#: A class that sits behind one address may write together; nobody fills a disk.
ONE, ALL = Rate(20, 60.0), Rate(120, 30.0)


class _Bucket:
    def __init__(self, rate: Rate, now: float) -> None:
        self.rate, self.left, self.seen = rate, float(rate.burst), now

    def fill(self, now: float) -> bool:
        """Whether there is one to take now."""
        self.left = min(self.rate.burst, self.left + (now - self.seen) / self.rate.seconds)
        self.seen = now
        return self.left >= 1


class Pace:
    """Counts what comes in; *clock* gives seconds that never go back."""

    def __init__(self, one: Rate = ONE, all_: Rate = ALL, clock: Callable[[], float] = time.monotonic) -> None:
        self._one, self._clock = one, clock
        self._lock = threading.Lock()
        self._all = _Bucket(all_, clock())
        self._forget(clock())

    def allows(self, address: str) -> bool:
        """Whether one more may come from *address*; then it is counted."""
        with self._lock:
            now = self._clock()
            if now - self._since >= DAY:
                self._forget(now)
            mine = self._bucket(address, now)
            if not (mine.fill(now) and self._all.fill(now)):
                return False
            mine.left -= 1
            self._all.left -= 1
            return True

    def _bucket(self, address: str, now: float) -> _Bucket:
        name = hashlib.blake2b(_network(address).encode(), key=self._key, digest_size=16).digest()
        found = self._senders.pop(name, None) or _Bucket(self._one, now)
        self._senders[name] = found  # at the end: those who came last are remembered longest
        if len(self._senders) > MOST_SENDERS:
            del self._senders[next(iter(self._senders))]
        return found

    def _forget(self, now: float) -> None:
        self._key, self._since = secrets.token_bytes(32), now
        self._senders: dict[bytes, _Bucket] = {}


#: One for the server: pages and the playground count together.
PACE = Pace()


def _network(address: str) -> str:
    """What counts as one sender: an IPv4 address, or the half of an IPv6 address that names a household (RFC 4291)."""
    try:
        known = ipaddress.ip_address(address.partition("%")[0])
    except ValueError:
        return ""
    if isinstance(known, ipaddress.IPv6Address):
        inner = known.ipv4_mapped
        return str(inner) if inner else str(ipaddress.ip_network((known, 64), strict=False))
    return str(known)
