"""Time is an input: the day a run takes as today, so that the same input gives the same bytes."""

from __future__ import annotations

import datetime as dt
import os

from toolkit.errors import UsageError


def today(given: str | None = None) -> dt.date:
    """The day of the run.

    Takes *given* (year-month-day), else `SOURCE_DATE_EPOCH` (seconds, reproducible-builds.org), else the clock
    in UTC. Raises UsageError where either is no date.
    """
    if given:
        try:
            return dt.date.fromisoformat(given)
        except ValueError:
            raise UsageError(f"{given!r} is no date", "write --today as year-month-day, such as 2026-11-20") from None
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    if epoch:
        try:
            return dt.datetime.fromtimestamp(int(epoch), dt.UTC).date()
        except (ValueError, OverflowError, OSError):
            raise UsageError(f"SOURCE_DATE_EPOCH is {epoch!r}", "set it to whole seconds since 1970") from None
    return dt.datetime.now(dt.UTC).date()
