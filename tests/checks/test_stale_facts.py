"""Facts older than the newest version."""

from __future__ import annotations

import datetime as dt

STALE = """\
identity:
  versions:
    - {id: "1", kind: api, date: 2020-01-01}
    - {id: "2", kind: api, date: 2025-06-01, status: current}
    - {id: "3", kind: api, date: 2026-03-01, status: preview}
    - {id: "4", kind: api, date: 2027-03-01}
    - {id: "5", kind: model}
sources:
  - {id: old, title: Old, as_of: 2024-01-31}
  - {id: new, title: New, as_of: 2025-07-31}
features:
  - {id: a, name: A, behaviour: B., source: old}
  - {id: b, name: B, behaviour: B., source: [old, new]}
  - {id: c, name: C, behaviour: B., source: old, as_of: 2026-01-01}
inputs:
  - {id: d, medium: image, version: "1", source: old}
limitations:
  - {id: e, category: language, condition: A., effect: B., as_of: 2024-05-05}
practices: [{id: f, stage: plan, do: Think., source: old}]
"""


def test_stale_facts(said):
    """The newest source or the fact's own day counts; previews, later versions and advice do not."""
    assert said("stale-facts", STALE) == [
        "version 2 came on 1 June 2025, and facts are older: 1 under `features` and 1 under `limitations`"
    ]


def test_stale_facts_later(said):
    """A version counts from the day it is out."""
    assert said("stale-facts", STALE, today=dt.date(2027, 3, 1)) == [
        "version 4 came on 1 March 2027, and facts are older: 3 under `features` and 1 under `limitations`"
    ]
