"""How long single items are kept."""

from __future__ import annotations

import pytest
from samples import data, item


@pytest.mark.parametrize(
    ("retention", "message"),
    [
        ("kind: duration, value: 24", "a length of time is missing in the retention of 'Scan'"),
        ("kind: until_event", "the event that ends it is missing in the retention of 'Scan'"),
        (
            "kind: none, value: 3, unit: days",
            "`kind: none` and a length of time contradict each other in the retention of 'Scan'",
        ),
        (
            "kind: duration, value: 0, unit: days",
            "a length of time must be more than nothing in the retention of 'Scan'",
        ),
    ],
)
def test_retention(retention, message, said):
    """A retention says enough to be held against it."""
    assert said("retention", data(item(retention))) == [message]
