"""Requests for one's rights: time and place, what is wanted, an answer if one is wanted; due within a month."""

from __future__ import annotations

import calendar
import datetime as dt
from typing import Any, NamedTuple

from sqlalchemy import select

from toolkit.store.codes import id_of
from toolkit.store.engine import Store, add
from toolkit.store.tables import rights_request
from toolkit.store.words import Refused, kept_line


class Request(NamedTuple):
    """What somebody asks for; `right` is a right that the place names, such as `access`."""

    deployment: str
    right: str
    time: str
    place: str
    answer_to: str
    language: str


class Asked(NamedTuple):
    """A request in the inbox."""

    id: str
    request: Request
    day: dt.date
    due: dt.date
    status: str


def ask(store: Store, request: Request, today: dt.date) -> dt.date:
    """Keep *request*, once a day however often it is sent, and give the day on which its answer is due.
    Raises Refused where time or place is missing or too long.
    """
    clean = Request(*(kept_line(value) for value in request))
    if not (clean.time and clean.place):
        raise Refused("empty", "time or place is missing", "say when and where it was")
    due = a_month_after(today)
    row: dict[str, Any] = {**clean._asdict(), "day": today, "due": due, "status": "new"}
    row["id"] = id_of(today.isoformat(), *clean)
    with store.write() as connection:
        add(connection, rights_request, row)
    return due


def requests(store: Store, deployment: str | None = None) -> list[Asked]:
    """Every request, or those of one place, the one that is due first at the head."""
    wanted = select(rights_request).order_by(rights_request.c.due, rights_request.c.id)
    if deployment:
        wanted = wanted.where(rights_request.c.deployment == deployment)
    with store.read() as connection:
        rows = connection.execute(wanted).mappings().all()
    return [
        Asked(row["id"], Request(*(row[name] for name in Request._fields)), row["day"], row["due"], row["status"])
        for row in rows
    ]


def a_month_after(day: dt.date) -> dt.date:
    """The same day of the next month, or its last one (Regulation (EEC) 1182/71, article 3; GDPR, article 12(3))."""
    year, month = divmod(day.year * 12 + day.month, 12)
    return dt.date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))
