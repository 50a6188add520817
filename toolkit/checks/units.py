"""A limit gives a number with its unit, and two limits of the same thing do not contradict each other.

A bare number can mean bytes or megabytes. Where a limit differs by price tier or version, say so in `tier:` or
`version:`; where two limits count different things, say what in `of:`. A ratio needs no unit.

Pass:

    inputs:
      - id: form
        medium: document
        limits:
          - {what: pages, max: 2, unit: pages, tier: free}
          - {what: pages, max: 2000, unit: pages, tier: paid}

Fail:

    inputs:
      - id: form
        medium: document
        limits:
          - {what: pages, max: 2, unit: pages}
          - {what: pages, max: 2000, unit: pages}
          - {what: bytes, max: 50}
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from toolkit.checks.problem import PUBLISHED, Problem
from toolkit.i18n import LIMITS
from toolkit.model.capability import Limit
from toolkit.source import Path_
from toolkit.view import View

ID = "units"
ERROR_IN = PUBLISHED
NUMBERS = ("min", "max", "recommended")
SIZES = {"b": 1, "bytes": 1, "kb": 10**3, "kib": 2**10, "mb": 10**6, "mib": 2**20, "gb": 10**9, "gib": 2**30}


def check(view: View) -> Iterator[Problem]:
    """Limits without number or unit, and limits of one input that contradict each other."""
    for index, given in enumerate(view.service.inputs):
        stated: dict[Any, tuple[float, str]] = {}
        for place, limit in enumerate(given.limits):
            path = ("inputs", index, "limits", place)
            yield from _gaps(limit, path)
            yield from _contradictions(limit, path, stated)


def _gaps(limit: Limit, path: Path_) -> Iterator[Problem]:
    name = LIMITS[limit.what].lower()
    if all(getattr(limit, key) is None for key in NUMBERS):
        yield Problem(path, f"the limit for {name} has no number", "add `min:`, `max:` or `recommended:`")
    elif not limit.unit and limit.what != "ratio":
        yield Problem(path, f"the limit for {name} has no unit", "add `unit:`, such as MB, pixels or pages")


def _contradictions(limit: Limit, path: Path_, stated: dict[Any, tuple[float, str]]) -> Iterator[Problem]:
    """Compares *limit* with those *stated* before of the same thing, in the same scope, and adds it to them."""
    unit = (limit.unit or "").lower()
    scope = (limit.what, limit.of, limit.tier, limit.version, limit.feature, "size" if unit in SIZES else unit)
    for key in NUMBERS:
        value = getattr(limit, key)
        if value is None:
            continue
        amount = value * SIZES.get(unit, 1)
        first, shown = stated.setdefault((key, scope), (amount, f"{value} {limit.unit or ''}".strip()))
        if first != amount:
            message = f"`{key}` for {LIMITS[limit.what].lower()} is {value} here and {shown} above"
            yield Problem((*path, key), message, "say in `tier:`, `version:` or `of:` where each holds, or keep one")
