"""A study as one person meets it, whatever channel they use: consent, questions one by one, the way back, the way out.

Every call is a transaction of its own, and what it did is on the disk when it returns.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from typing import Literal, NamedTuple

from toolkit import __version__
from toolkit.model.study import Study
from toolkit.store.codes import Code, read_code
from toolkit.store.engine import Connection, Store
from toolkit.store.study import answers, given, participants, protocols
from toolkit.store.study.audit import note
from toolkit.store.study.given import Given
from toolkit.store.study.participants import Fresh, Joining, Person
from toolkit.store.study.protocols import Locked
from toolkit.store.study.withdrawal import withdraw
from toolkit.store.words import Refused
from toolkit.study import terms
from toolkit.view.place import PlaceView
from toolkit.view.study import Answer, Step, applies, consent_hash, next_step, protocol_hash

Channel = Literal["html", "streamlit", "paper", "helped"]
Use = Literal["real", "demo", "test"]
#: What people agree to; only the first of them is needed.
CLAUSES = ("participation", "quotes", "recontact", "background")


class Begun(NamedTuple):
    """The key of a session, for an HttpOnly cookie, and the code for the person; None where people have no code."""

    token: str
    code: Code | None


class Seat(NamedTuple):
    """Where somebody is. `reconsent`: the text they agreed to has changed, and is to be agreed to again."""

    participant: str
    arm: str
    wave: str
    language: str
    agreed: frozenset[str]
    state: str
    use: str
    reconsent: bool


class Mine(NamedTuple):
    """One answer as its author sees it again."""

    item: str
    wave: str
    answer: Answer


class Enquiry:
    """The study of one place. ValueError where the place has none."""

    def __init__(self, store: Store, view: PlaceView) -> None:
        if view.study is None:
            raise ValueError(f"{view.id} has no study")
        self.store = store
        self.view = view
        self.study: Study = view.study
        self._hash = protocol_hash(self.study)
        self._consent = consent_hash(self.study)

    @property
    def anonymous(self) -> bool:
        """Whether people have no code, so that nothing leads back to them."""
        return self.study.mode == "anonymous"

    def shut(self, now: datetime) -> str:
        """Why nobody may begin: `closed`, `over`, `changed` (the plan differs from the locked one); empty: they may."""
        with self.store.read() as connection:
            return terms.shut(self.study, protocols.locked(connection, self.view.id), now)

    def begin(  # noqa: PLR0913 - what is known of somebody who begins
        self, language: str, channel: Channel, agreed: frozenset[str], once: str, now: datetime, *,
        use: Use | None = None, arm: str | None = None, code: Code | None = None,
    ) -> Begun:  # fmt: skip
        """Somebody agreed to take part. *once* is the key of their form: at least 128 random bits, drawn by the server.
        The same key gives the same participant until their first answer. *code* is one that was printed for them.
        Raises Refused.
        """
        kind = use or ("real" if self.study.status == "open" else "demo")
        terms.check(self.view, self.study, agreed, language=language, channel=channel, use=kind, arm=arm)
        fresh = participants.fresh(once, coded=not self.anonymous, code=code)  # slow, so before others have to wait
        with self._write() as connection:
            plan = protocols.locked(connection, self.view.id)
            terms.admit(self.study, plan, now, kind)
            known = participants.of_form(connection, self.view.id, once)
            if known and (known.state != "active" or answers.any_of(connection, known.id)):
                raise Refused("used", "this form was used", "open the study anew")
            if known is None and code and participants.found(connection, code.id):
                raise Refused("used", "this code was used", "compare each letter of it")
            if known is None:
                joining = self._joining(connection, plan, language, channel, agreed, kind, now)
                self._join(connection, joining, arm, once, fresh, now)
            id = known.id if known else fresh.id
            token = participants.open_session(connection, id)
        return Begun(token, None if self.anonymous else code or participants.code_of(id, once))

    def refuse(self, now: datetime) -> None:
        """Somebody did not want to take part: one more on this day, and nothing else."""
        with self._write() as connection:
            participants.refuse(connection, self.view.id, now.date())

    def resume(self, code: str, now: datetime) -> Begun | None:
        """Somebody goes on, here or on another device; in the second wave where it is time for that. None where no
        participant of this study has the code.
        """
        typed = read_code(code)
        if typed is None:
            return None
        with self.store.read() as connection:
            who = participants.of_code(connection, typed)
        if who is None or who.deployment != self.view.id:
            return None
        with self._write() as connection:
            fresh = participants.found(connection, who.id)
            if fresh is None:
                return None
            if terms.due(self.study, fresh, now):
                participants.begin_again(connection, fresh.id)
                note(connection, now.date(), self.view.id, "second-wave", fresh.whose)
            return Begun(participants.open_session(connection, fresh.id), typed)

    def seat(self, token: str) -> Seat | None:
        """Who has this session; None where there is none, or none any more."""
        with self.store.read() as connection:
            who = participants.of_token(connection, self.view.id, token)
        return self._seat(who) if who else None

    def agree(self, seat: Seat, agreed: frozenset[str], now: datetime) -> Seat:
        """Somebody agreed to the text as it is now. Answers that they no longer agree to give are deleted. Raises
        Refused.
        """
        terms.check(self.view, self.study, agreed)
        with self._write() as connection:
            who = self._here(connection, seat)
            offered = terms.asked(self.study, agreed)
            participants.agree(connection, who.id, offered, self._consent, terms.moment(self.study, now))
            if "background" not in offered:
                own = [each.id for each in self.study.questions if each.kind == "background"]
                answers.drop(connection, who.id, own)
            self._note(connection, now, "consented", who, " ".join(sorted(offered)))
            fresh = self._here(connection, seat)
        return self._seat(fresh)

    def answers(self, seat: Seat) -> dict[str, Answer]:
        """The answers of this wave by item; None for what was passed over."""
        with self.store.read() as connection:
            return answers.of(connection, seat.participant, seat.wave)

    def next(self, seat: Seat) -> Step | None:
        """What comes next; None at the end. Raises Refused where the plan holds their arm no more."""
        return next_step(terms.met(self.study, seat.arm, seat.wave, seat.agreed), self.answers(seat))

    def save(  # noqa: PLR0913, PLR0917 - an answer has that many sides
        self, seat: Seat, item: str, answer: Answer, once: str, now: datetime, seconds: float | None = None
    ) -> bool:
        """Keep an answer, in the place of an earlier one; False where this form, whose key is *once*, was sent before.
        Raises Refused where it is no answer to a question of theirs, or answers are not taken any more.
        """
        with self._write() as connection:
            who = self._here(connection, seat)
            if answers.sent(connection, who.id, once):
                return False
            self._check_open(connection, who, seat, now)
            met = terms.met(self.study, who.arm, who.wave, who.agreed)
            clean = terms.clean(met, item, answer)
            under = answers.Under(who.language, self._hash, who.consent, self.view.hash, __version__)
            answers.keep(connection, who.id, who.wave, item, clean, once, under, terms.duration(self.study, seconds))
            now_there = answers.of(connection, who.id, who.wave)
            void = [step.id for step in met if step.id in now_there and not applies(step, now_there)]
            if void:
                answers.drop(connection, who.id, void, who.wave)
            self._note(connection, now, "answered", who, f"{who.wave} {item} {given.written(clean)}")
        return True

    def finish(self, seat: Seat, now: datetime) -> None:
        """Somebody is done with this wave. Without codes, their session ends here. Raises Refused."""
        with self._write() as connection:
            who = self._here(connection, seat)
            if who.state == "complete":
                return
            participants.finish(connection, who, now.date(), anonymous=self.anonymous)
            self._note(connection, now, "finished", who)

    def mine(self, seat: Seat) -> list[Mine]:
        """Everything that somebody answered."""
        with self.store.read() as connection:
            return [Mine(*row) for row in answers.all_of(connection, seat.participant)]

    def withdraw(self, seat: Seat, now: datetime) -> None:
        """Delete everything that somebody gave, for good."""
        with self._write() as connection:
            withdraw(connection, seat.participant, now.date())
        self.store.scrub()

    def leave(self, token: str) -> None:
        """End a session; the answers stay."""
        with self._write() as connection:
            participants.close_session(connection, token)

    def given(self, use: Use = "real", round: int | None = None) -> list[Given]:
        """What analysis reads: of the round that runs, or of another one."""
        with self.store.read() as connection:
            plan = protocols.locked(connection, self.view.id)
            number = round or (plan.round if plan else 1)
            return given.given(connection, self.view.id, use, number, anonymous=self.anonymous)

    @contextmanager
    def _write(self) -> Iterator[Connection]:
        with self.store.write() as connection:
            protocols.wait(connection)
            yield connection

    def _joining(  # noqa: PLR0913, PLR0917 - what is known of somebody who begins
        self, connection: Connection, plan: Locked | None, language: str, channel: str, agreed: frozenset[str],
        use: str, now: datetime,
    ) -> Joining:  # fmt: skip
        protocol = protocols.record(connection, self.study, self.view.hash)
        return Joining(
            self.view.id, protocol, plan.round if plan else 1, use, channel, language, terms.asked(self.study, agreed),
            self._consent, terms.moment(self.study, now),
        )  # fmt: skip

    def _join(  # noqa: PLR0913, PLR0917 - what is known of somebody who begins
        self, connection: Connection, joining: Joining, arm: str | None, once: str, fresh: Fresh, now: datetime
    ) -> None:
        chosen = arm or participants.least_filled(connection, joining, [each.id for each in self.study.arms])
        participants.join(connection, joining, chosen, once, fresh)
        who = participants.found(connection, fresh.id)
        self._note(connection, now, "began", who, " ".join([chosen, self._consent, *sorted(joining.agreed)]))

    def _here(self, connection: Connection, seat: Seat) -> Person:
        who = participants.found(connection, seat.participant)
        if who is None or who.deployment != self.view.id:
            raise Refused("withdrawn", "these answers were deleted", "begin anew")
        return who

    def _check_open(self, connection: Connection, who: Person, seat: Seat, now: datetime) -> None:
        """Refuse an answer that cannot be taken now; the first real one locks the plan."""
        if who.state == "complete" or who.wave != seat.wave:
            raise Refused("finished", "the questionnaire is finished", "nothing needs to be done")
        plan = protocols.locked(connection, self.view.id)
        terms.admit(self.study, plan, now, who.use)
        if who.consent != self._consent:
            raise Refused("consent", "the text of the consent has changed", "ask again")
        if who.protocol != self._hash:
            round = plan.round if plan else 1
            if who.round != round and answers.any_of(connection, who.id):
                raise Refused("changed", "the plan has changed since", "begin anew")
            participants.move(connection, who.id, protocols.record(connection, self.study, self.view.hash), round)
        if who.use == "real" and plan is None:
            protocols.lock(connection, self._hash, now.date())
            self._note(connection, now, "locked", None, self._hash)

    def _seat(self, who: Person) -> Seat:
        again = who.consent != self._consent
        return Seat(who.id, who.arm, who.wave, who.language, who.agreed, who.state, who.use, again)

    def _note(self, connection: Connection, now: datetime, event: str, who: Person | None, data: str = "") -> None:
        """Add to the log; without codes only that something happened."""
        if self.anonymous and who:
            note(connection, now.date(), self.view.id, event)
        else:
            note(connection, now.date(), self.view.id, event, who.whose if who else None, data)
