"""How much may come in, without a list of who came."""

from __future__ import annotations

import pytest

from playground.server.pace import MOST_SENDERS, Pace, Rate

FREE = Rate(1_000_000, 1.0)


class Clock:
    """Seconds that pass when the test says so."""

    now = 0.0

    def __call__(self):
        return self.now


@pytest.fixture
def clock():
    return Clock()


def test_so_many_at_once_then_one_after_another(clock):
    """Three at once; then one more for each ten seconds; never more than three saved up."""
    pace = Pace(Rate(3, 10.0), FREE, clock)
    assert [pace.allows("192.0.2.1") for _ in range(4)] == [True, True, True, False]
    clock.now = 9.9
    assert not pace.allows("192.0.2.1")
    clock.now = 10.0
    assert [pace.allows("192.0.2.1") for _ in range(2)] == [True, False]
    clock.now = 10_000.0
    assert [pace.allows("192.0.2.1") for _ in range(4)] == [True, True, True, False]


@pytest.mark.parametrize(
    ("first", "second", "same"),
    [
        ("192.0.2.1", "192.0.2.2", False),
        ("2001:db8:1:2::1", "2001:db8:1:2:ffff::9", True),
        ("2001:db8:1:2::1", "2001:db8:1:3::1", False),
        ("::ffff:192.0.2.1", "192.0.2.1", True),
        ("fe80::1%eth0", "fe80::2", True),
        ("", "no address", True),
    ],
)
def test_who_counts_as_one(clock, first, second, same):
    """An IPv4 address; a network of IPv6, of which one household has all; what has no address at all."""
    pace = Pace(Rate(1, 10.0), FREE, clock)
    assert pace.allows(first)
    assert pace.allows(second) is not same


def test_all_together(clock):
    """However many send, no more comes in than the server can hold, and nobody pays for what was refused."""
    pace = Pace(Rate(2, 1e9), Rate(3, 10.0), clock)
    assert [pace.allows(f"192.0.2.{number}") for number in range(5)] == [True, True, True, False, False]
    clock.now = 20.0
    assert [pace.allows("192.0.2.4"), pace.allows("192.0.2.4")] == [True, True]


def test_nothing_tells_who_came(clock):
    """Only a keyed hash is held; the key is another one on the next day, and what was counted is gone."""
    pace = Pace(Rate(1, 1e9), FREE, clock)
    pace.allows("192.0.2.1")
    [before] = pace._senders
    assert "192.0.2.1" not in repr(vars(pace))
    clock.now = 86_400.0
    assert pace.allows("192.0.2.1")
    [after] = pace._senders
    assert before != after


def test_memory_is_bounded(clock):
    """Of very many senders the last ones are remembered."""
    pace = Pace(Rate(1, 1e9), Rate(1_000_000, 1.0), clock)
    for number in range(MOST_SENDERS + 10):
        pace.allows(f"10.{number >> 16}.{number >> 8 & 255}.{number & 255}")
    assert len(pace._senders) == MOST_SENDERS
