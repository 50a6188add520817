"""The team of a study: a name, a role, and the hash of a password (Argon2id, RFC 9106); none where they sign in
through their organisation.
"""

from __future__ import annotations

import datetime as dt
import re
from functools import lru_cache
from threading import Lock
from typing import Literal, NamedTuple, get_args

from argon2 import PasswordHasher
from argon2.exceptions import Argon2Error, InvalidHashError
from sqlalchemy import Connection, delete, func, select, update

from toolkit.errors import UsageError
from toolkit.store.engine import Store, add
from toolkit.store.study.audit import note
from toolkit.store.study.protocols import wait
from toolkit.store.study.tables import researcher

#: owner: everything. analyst: results and exports. coder: words of people, without who said them and when.
Role = Literal["owner", "analyst", "coder"]
ROLES: tuple[Role, ...] = get_args(Role)
#: Codes are written as `coder:code;coder:code`, so no name holds those signs.
NAME = re.compile(r"[a-z0-9][a-z0-9._@+-]{0,63}")
#: A password is the only thing that is asked for, so it is a sentence rather than a word.
SHORTEST, LONGEST = 12, 256

_hasher = PasswordHasher()
#: A hash takes 64 MB; people wait for each other, so that many who try at once do not fill the machine.
_turn = Lock()


class Researcher(NamedTuple):
    """Somebody of the team. `has_password`: else they sign in through their organisation."""

    name: str
    role: Role
    has_password: bool


def enter(store: Store, name: str, role: str, password: str | None, today: dt.date) -> None:
    """Add somebody, or change their role and password. *password* is None for who signs in elsewhere. Raises
    UsageError.
    """
    known = clean(name)
    if not NAME.fullmatch(known):
        advice = "write small letters, digits, dots and hyphens, or an e-mail address"
        raise UsageError(f"{name!r} is no name that somebody can sign in with", advice)
    if role not in ROLES:
        raise UsageError(f"there is no role {role!r}", f"one of: {', '.join(ROLES)}")
    if password is not None and not SHORTEST <= len(password) <= LONGEST:
        raise UsageError(f"a password has {SHORTEST} to {LONGEST} characters", "take four words that do not belong")
    values = {"role": role, "hash": None if password is None else _hashed(password)}
    with store.write() as connection:
        wait(connection)
        if not add(connection, researcher, {"name": known, **values}):
            _keep_an_owner(connection, known, role)
            connection.execute(update(researcher).where(researcher.c.name == known).values(values))
        note(connection, today, "", "person-entered", data=f"{known} {role}")


def remove(store: Store, name: str, today: dt.date) -> None:
    """Let somebody in no more; what they coded stays. Raises UsageError where nobody has this name, or nobody else
    would own the area.
    """
    known = clean(name)
    with store.write() as connection:
        wait(connection)
        _keep_an_owner(connection, known, "")
        if not connection.execute(delete(researcher).where(researcher.c.name == known)).rowcount:
            raise UsageError(f"nobody is called {name!r}", "see `disclose study people list`")
        note(connection, today, "", "person-removed", data=known)


def team(store: Store) -> list[Researcher]:
    """Everybody, by name."""
    wanted = select(researcher.c.name, researcher.c.role, researcher.c.hash.is_not(None)).order_by(researcher.c.name)
    with store.read() as connection:
        return [Researcher(name, role, bool(kept)) for name, role, kept in connection.execute(wanted)]


def role_of(store: Store, name: str) -> Role | None:
    """The role that somebody has now; None where they have none (any more)."""
    with store.read() as connection:
        role: Role | None = connection.execute(select(researcher.c.role).where(researcher.c.name == name)).scalar()
    return role


def knows(store: Store, name: str, password: str) -> bool:
    """Whether *password* is that of *name*. As much work is done where nobody has this name, or they have no password,
    so that the time tells nothing.
    """
    with store.read() as connection:
        kept = connection.execute(select(researcher.c.hash).where(researcher.c.name == clean(name))).scalar()
    right = _matches(kept or _nobodys(), password[: LONGEST + 1])
    return right and kept is not None


def clean(name: str) -> str:
    """A name as it is kept, however it was typed."""
    return name.strip().casefold()


def logged(store: Store, who: str, event: str, today: dt.date, deployment: str = "") -> None:
    """Note in the log that somebody of the team did something; *who*, with what they did it to, goes in as a hash."""
    with store.write() as connection:
        wait(connection)
        note(connection, today, deployment, event, data=who)


def _keep_an_owner(connection: Connection, name: str, role: str) -> None:
    """Refuse to leave the area without an owner while others are in it."""
    owner = researcher.c.role == "owner"
    total = select(func.count()).select_from(researcher)
    was = connection.execute(select(researcher.c.role).where(researcher.c.name == name)).scalar()
    others = connection.execute(total.where(owner, researcher.c.name != name)).scalar_one()
    anybody = connection.execute(total.where(researcher.c.name != name)).scalar_one()
    if was == "owner" and role != "owner" and not others and anybody:
        raise UsageError(f"{name} is the only owner", "make somebody else an owner first")


def _hashed(password: str) -> str:
    with _turn:
        return _hasher.hash(password.encode("utf-8", "surrogatepass"))


def _matches(kept: str, password: str) -> bool:
    with _turn:
        try:
            return _hasher.verify(kept, password.encode("utf-8", "surrogatepass"))
        except (Argon2Error, InvalidHashError):
            return False


@lru_cache(maxsize=1)
def _nobodys() -> str:
    """The hash of a password that nobody has."""
    import secrets

    return _hashed(secrets.token_urlsafe(32))
