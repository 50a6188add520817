"""Days that are still to come."""

from __future__ import annotations

import pytest

CAMERA = """\
place:
  name: The desk
  kind: desk
  cameras:
    - id: a
      place: Above.
      view_degrees: 30
      view_metres: 1
      sees: []
      protected_places: [{kind: restroom, outside_because: It is upstairs., checked_on: 2026-11-21}]
"""


CHANNEL = """\
feedback:
  - {id: a, kind: in_app, how: H., owner: O, response_days: 1, anonymous: true,
     last_tested: 2026-11-21}
"""


@pytest.mark.parametrize(
    ("top", "where", "field"),
    [
        ("reviewed_on: 2026-11-21\n", "1:14", "reviewed_on"),
        ("legal_reviews: [{by: Office, on: 2026-11-21}]\n", "1:34", "on"),
        ("consultations: [{who: Ten., on: 2026-11-21, changed: It.}]\n", "1:33", "on"),
        ("attestations: [{id: a, of: purpose, by: A, role: B, on: 2026-11-21, how: C.}]\n", "1:57", "on"),
        ("adoption: [{ref: security, state: applied, on: 2026-11-21}]\n", "1:48", "on"),
        ("audit: {every: Year., last: 2026-11-21}\n", "1:29", "last"),
        (CAMERA, "10:89", "checked_on"),
        (CHANNEL, "3:19", "last_tested"),
    ],
)
def test_in_the_future(top, where, field, weighed):
    """What is dated tomorrow has not happened, whatever the status; what is dated today has."""
    message = f"`{field}` is 21 November 2026, which is still to come"
    assert weighed("happened", top) == [(where, "error", "error", message)]
    assert weighed("happened", top.replace("2026-11-21", "2026-11-20")) == []
