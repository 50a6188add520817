"""Who takes part: a random id, an arm, what they agreed to; found by the key of a session, or by their code."""

from __future__ import annotations

import datetime as dt
import hashlib
import hmac
import json
import secrets
from collections import Counter
from collections.abc import Collection, Iterable
from typing import NamedTuple

from sqlalchemy import Connection, RowMapping, Table, and_, delete, func, insert, select, update

from toolkit.store.codes import ALPHABET, SECRET_LENGTH, Code, Hashed, hashed, matches, new_code
from toolkit.store.study.audit import Whose
from toolkit.store.study.given import AT_ONCE, FEWEST
from toolkit.store.study.tables import study_participant, study_refusal, study_sent, study_session

person = study_participant.c


class Person(NamedTuple):
    """A participant as the rest of the program knows them."""

    id: str
    deployment: str
    protocol: str
    round: int
    arm: str
    wave: str
    state: str
    use: str
    channel: str
    language: str
    agreed: frozenset[str]
    consent: str
    first_done: dt.date | None
    whose: Whose


class Fresh(NamedTuple):
    """An id drawn at random, and what is kept of the code that goes with it; None where there is no code."""

    id: str
    kept: Hashed | None


class Joining(NamedTuple):
    """What is known of somebody who begins."""

    deployment: str
    protocol: str
    round: int
    use: str
    channel: str
    language: str
    agreed: frozenset[str]
    consent: str
    consented: str


def join(connection: Connection, joining: Joining, arm: str, once: str, fresh: Fresh) -> None:
    """Keep a new participant."""
    row = {
        **joining._asdict(),
        "id": fresh.id,
        "agreed": _written(joining.agreed),
        "arm": arm,
        "wave": "first",
        "state": "active",
        "code_salt": fresh.kept.salt if fresh.kept else None,
        "code_hash": fresh.kept.hash if fresh.kept else None,
        "audit_key": secrets.token_bytes(32),
        "once": mark(joining.deployment, once),
        "counted": False,
        "excluded": "",
    }
    connection.execute(insert(study_participant).values(row))


def found(connection: Connection, id: str) -> Person | None:
    """The participant *id*; None where there is none (any more)."""
    row = connection.execute(select(study_participant).where(person.id == id)).mappings().first()
    return _person(row) if row else None


def of_form(connection: Connection, deployment: str, once: str) -> Person | None:
    """The participant who began with the form whose key is *once*."""
    row = connection.execute(select(study_participant).where(person.once == mark(deployment, once))).mappings().first()
    return _person(row) if row else None


def of_token(connection: Connection, deployment: str, token: str) -> Person | None:
    """The participant whose session has the key *token*."""
    joined = and_(person.id == study_session.c.participant, person.deployment == deployment)
    wanted = select(study_participant).join(study_session, joined).where(study_session.c.token == mark(token))
    row = connection.execute(wanted).mappings().first()
    return _person(row) if row else None


def of_code(connection: Connection, code: Code) -> Person | None:
    """The participant behind *code*; takes some hundredths of a second where there is one."""
    row = connection.execute(select(study_participant).where(person.id == code.id)).mappings().first()
    if row is None or row["code_hash"] is None:
        return None
    return _person(row) if matches(code.secret, Hashed(row["code_salt"], row["code_hash"])) else None


def mark(*parts: str) -> str:
    """The hash under which a random key is kept: nobody can guess the key, so it needs no salt."""
    return hashlib.sha256("\0".join(parts).encode("utf-8", "surrogatepass")).hexdigest()


def fresh(once: str, *, coded: bool, code: Code | None = None) -> Fresh:
    """The id of a new participant, that of *code* where it was printed before they began; takes some hundredths of a
    second where there is a code.
    """
    id = code.id if code else new_code().id
    return Fresh(id, hashed((code or code_of(id, once)).secret) if coded else None)


def code_of(id: str, once: str) -> Code:
    """The code of the participant *id*: the same for the same form, so that whoever sends it twice reads one code.

    *once* is as hard to guess as the code has to be, and is not kept.
    """
    key = once.encode("utf-8", "surrogatepass")
    number = int.from_bytes(hmac.new(key, f"code {id}".encode(), hashlib.sha256).digest(), "big")
    letters = []
    for _ in range(SECRET_LENGTH):
        number, letter = divmod(number, len(ALPHABET))
        letters.append(ALPHABET[letter])
    return Code(id, "".join(letters))


def open_session(connection: Connection, id: str) -> str:
    """The key of a new session of a participant; only its hash is kept."""
    token = secrets.token_urlsafe(32)
    connection.execute(insert(study_session).values(token=mark(token), participant=id))
    return token


def close_session(connection: Connection, token: str) -> None:
    """Forget a session."""
    connection.execute(delete(study_session).where(study_session.c.token == mark(token)))


def least_filled(connection: Connection, joining: Joining, arms: Collection[str]) -> str:
    """One of the arms with the fewest people in this round, at random; people who only try do not count for others."""
    real = joining.use == "real"
    use = person.use == "real" if real else person.use != "real"
    same = (person.deployment == joining.deployment, person.round == joining.round, use)
    filled = Counter(connection.execute(select(person.arm).where(*same)).scalars())
    least = min(filled[arm] for arm in arms)
    return secrets.choice([arm for arm in arms if filled[arm] == least])


def agree(connection: Connection, id: str, agreed: frozenset[str], consent: str, consented: str) -> None:
    """Somebody agreed to a new text."""
    values = {"agreed": _written(agreed), "consent": consent, "consented": consented}
    connection.execute(update(study_participant).where(person.id == id).values(values))


def move(connection: Connection, id: str, protocol: str, round: int) -> None:
    """Let somebody who has not answered yet follow another plan."""
    connection.execute(update(study_participant).where(person.id == id).values(protocol=protocol, round=round))


def begin_again(connection: Connection, id: str) -> None:
    """Open the second wave."""
    connection.execute(update(study_participant).where(person.id == id).values(wave="continued", state="active"))


def finish(connection: Connection, who: Person, day: dt.date, *, anonymous: bool) -> None:
    """Note that somebody is done with a wave. Without a code, nothing leads back to their answers from then on."""
    done = {"state": "complete", f"{who.wave}_done": day}
    if not anonymous:
        connection.execute(update(study_participant).where(person.id == who.id).values(done))
        return
    connection.execute(update(study_participant).where(person.id == who.id).values(**done, once=None))
    for table in (study_session, study_sent):
        _forget(connection, table, who.id)
    _count(connection, who)


def is_coded(connection: Connection, id: str) -> bool:
    """Whether the participant *id* has a code, so that they can be told apart."""
    found = connection.execute(select(person.code_hash).where(person.id == id)).scalar()
    return found is not None


def exclude(connection: Connection, id: str, reason: str) -> None:
    """Leave the participant *id* out of the analysis for *reason*; an empty one takes them in again."""
    connection.execute(update(study_participant).where(person.id == id).values(excluded=reason))


def refuse(connection: Connection, deployment: str, day: dt.date) -> None:
    """Count somebody who did not want to take part; nothing else is kept of them."""
    here = and_(study_refusal.c.deployment == deployment, study_refusal.c.day == day)
    more = update(study_refusal).where(here).values(count=study_refusal.c.count + 1)
    if not connection.execute(more).rowcount:
        connection.execute(insert(study_refusal).values(deployment=deployment, day=day, count=1))


def _count(connection: Connection, who: Person) -> None:
    """Let new people into the totals, the first FEWEST together and afterwards AT_ONCE: one alone could be watched."""
    same = and_(person.deployment == who.deployment, person.round == who.round, person.use == who.use)
    done = and_(same, person.state == "complete")
    total = select(func.count()).select_from(study_participant)
    counted = connection.execute(total.where(done, person.counted)).scalar_one()
    held = connection.execute(total.where(done, ~person.counted)).scalar_one()
    if held >= AT_ONCE and counted + held >= FEWEST:
        connection.execute(update(study_participant).where(done).values(counted=True))


def _forget(connection: Connection, table: Table, id: str) -> None:
    connection.execute(delete(table).where(table.c.participant == id))


def _written(agreed: Iterable[str]) -> str:
    return json.dumps(sorted(agreed))


def _person(row: RowMapping) -> Person:
    known = {name: row[name] for name in Person._fields if name not in {"agreed", "whose"}}
    return Person(**known, agreed=frozenset(json.loads(row["agreed"])), whose=Whose(row["id"], row["audit_key"]))
