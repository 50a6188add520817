"""Answers go on the day that people were told: after reminders and an export or a waiver, never from an open study."""

from __future__ import annotations

import calendar
import datetime as dt
from typing import Any, Literal, NamedTuple

from sqlalchemy import delete, func, select, update

from toolkit.model.study import Study
from toolkit.store.engine import Store, add
from toolkit.store.study.audit import note
from toolkit.store.study.protocols import wait
from toolkit.store.study.tables import study_kept, study_participant

#: So many months before the day, then so many days, and how that is said.
STAGES = ((6, "in 6 months"), (2, "in 2 months"), (1, "in 1 month"))
LATE_STAGES = ((7, "in a week"), (1, "tomorrow"))
#: Nothing is deleted before somebody was told so many days ago.
NOTICE_DAYS = 14


class Due(NamedTuple):
    """What retention did about a study or waits for. `when` is said to people, or the day that deletion may happen."""

    what: Literal["nothing", "reminder", "open", "notice", "wait", "export", "deleted"]
    people: int
    when: str = ""


def stage(keep_until: dt.date, today: dt.date) -> tuple[int, str]:
    """The last reminder whose day has come: its number, and what it says; 0 before the first."""
    days = [(months_before(keep_until, months), said) for months, said in STAGES]
    days += [(keep_until - dt.timedelta(days=count), said) for count, said in LATE_STAGES]
    come = [said for day, said in days if day <= today]
    return len(come), come[-1] if come else ""


def months_before(day: dt.date, months: int) -> dt.date:
    """The same day so many months earlier, or the last one of that month."""
    year, month = divmod(day.year * 12 + day.month - 1 - months, 12)
    return dt.date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def exported(store: Store, deployment: str, day: dt.date) -> None:
    """Note that the answers of a study were written into a file on *day*."""
    with store.write() as connection:
        wait(connection)
        add(connection, study_kept, {"deployment": deployment})
        here = study_kept.c.deployment == deployment
        connection.execute(update(study_kept).where(here).values(exported=day))
        note(connection, day, deployment, "exported")


def held(store: Store) -> dict[str, int]:
    """How many participants are kept of each study."""
    person = study_participant.c
    wanted = select(person.deployment, func.count()).group_by(person.deployment).order_by(person.deployment)
    with store.read() as connection:
        return {row[0]: row[1] for row in connection.execute(wanted)}


def retain(store: Store, study: Study, today: dt.date, *, waive: bool = False) -> Due:
    """Remind, or delete all answers of a study whose day is over. *waive*: nobody needs an export."""
    people = held(store).get(study.deployment, 0)
    with store.write() as connection:
        wait(connection)
        add(connection, study_kept, {"deployment": study.deployment})
        here = study_kept.c.deployment == study.deployment
        kept = connection.execute(select(study_kept).where(here)).mappings().one()
        found, changes = _decided(study, dict(kept), people, today, waive=waive)
        if changes:
            connection.execute(update(study_kept).where(here).values(changes))
        if found.what == "deleted":
            connection.execute(delete(study_participant).where(study_participant.c.deployment == study.deployment))
            note(connection, today, study.deployment, "waived" if waive else "retained")
    if found.what == "deleted":
        store.scrub()
    return found


def _decided(
    study: Study, kept: dict[str, Any], people: int, today: dt.date, *, waive: bool
) -> tuple[Due, dict[str, Any]]:
    """What is to be done, and what is noted about it."""
    if people and today < study.keep_until:
        reached, said = stage(study.keep_until, today)
        if reached > (kept["reminded"] or 0):
            return Due("reminder", people, said), {"reminded": reached, "noticed": kept["noticed"] or today}
    if not people or today < study.keep_until:
        return Due("nothing", people), {}
    noticed = kept["noticed"] or today
    free = noticed + dt.timedelta(days=NOTICE_DAYS)
    if study.status == "open":
        return Due("open", people), {}
    if today < free:
        return Due("wait" if kept["noticed"] else "notice", people, free.isoformat()), {"noticed": noticed}
    if kept["exported"] is None and not waive:
        return Due("export", people), {}
    return Due("deleted", people), {"exported": None, "noticed": None, "reminded": None}
