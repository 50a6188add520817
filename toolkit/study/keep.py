"""What whoever runs a study does with what it keeps: amend the plan, take people out, see whether the log is whole."""

from __future__ import annotations

import datetime as dt

from toolkit.errors import UsageError
from toolkit.model.study import Study
from toolkit.store.codes import read_code
from toolkit.store.engine import Store
from toolkit.store.study import audit, participants, protocols
from toolkit.store.study.audit import Checked, note
from toolkit.store.study.protocols import Amendment
from toolkit.store.study.withdrawal import withdraw
from toolkit.view.study import protocol_hash


def amend(  # noqa: PLR0913 - a change of plan has that many sides
    store: Store, study: Study, message: str, reason: str, today: dt.date, *, pooled: bool
) -> Amendment:
    """Let the plan as it is now count, in the same round (*pooled*) or in a new one. Raises UsageError where nothing
    is locked, or nothing was changed.
    """
    with store.write() as connection:
        protocols.wait(connection)
        before = protocols.locked(connection, study.deployment)
        if before is None:
            advice = "change study.yml as you like until the first answer that counts"
            raise UsageError(f"the study of {study.deployment} has no answers yet", advice)
        if before.protocol == protocol_hash(study):
            raise UsageError("the plan is the one that people answer to", "change study.yml first, then amend")
        hash = protocols.record(connection, study, message)
        round = before.round if pooled else before.round + 1
        found = Amendment(before.number + 1, hash, before.protocol, round, reason, today)
        protocols.amend(connection, study.deployment, found)
        note(connection, today, study.deployment, "amended", data=hash)
    return found


def amendments(store: Store, deployment: str) -> list[Amendment]:
    """Every change of plan after the first answer; reports list them."""
    with store.read() as connection:
        return protocols.amendments(connection, deployment)


def withdraw_by_code(store: Store, code: str, today: dt.date) -> str:
    """Delete whoever has *code*, for good; gives the study they were in. Raises UsageError where nobody has it."""
    typed = read_code(code)
    with store.write() as connection:
        protocols.wait(connection)
        who = participants.of_code(connection, typed) if typed else None
        if who is None:
            raise UsageError("no participant has this code", "compare it with the paper; it may have been withdrawn")
        withdraw(connection, who.id, today)
    store.scrub()
    return who.deployment


def exclude(store: Store, deployment: str, participant: str, reason: str, today: dt.date) -> None:
    """Leave a participant out of the analysis, for a reason that the report counts; their answers stay. An empty
    reason takes them in again. Raises UsageError.
    """
    with store.write() as connection:
        protocols.wait(connection)
        who = participants.found(connection, participant)
        if who is None or who.deployment != deployment:
            raise UsageError(f"{deployment} has no participant {participant!r}", "the export names them")
        if not participants.is_coded(connection, participant):
            raise UsageError("people in this study have no codes", "nobody can be told apart, and nobody left out")
        participants.exclude(connection, participant, reason)
        note(connection, today, deployment, "excluded" if reason else "included", who.whose, reason)


def log(store: Store, noted: str = "") -> tuple[Checked, bool]:
    """Whether the log is whole, and whether it holds the hash that somebody *noted* earlier."""
    with store.read() as connection:
        return audit.verify(connection), audit.holds(connection, noted)
