"""Whatever people do in whatever order, twice or late: what is kept is what a simple list would hold."""

from __future__ import annotations

import hypothesis.strategies as st
import pytest
from enquiries import ALL, NOW
from hypothesis import HealthCheck, settings
from hypothesis.stateful import Bundle, RuleBasedStateMachine, invariant, multiple, rule, run_state_machine_as_test
from sqlalchemy import delete, func, select

from toolkit.store.study.audit import verify
from toolkit.store.study.tables import study_answer, study_participant, study_session
from toolkit.store.tables import metadata
from toolkit.store.words import Refused
from toolkit.study.enquiry import Begun, Enquiry

ITEMS = {
    "aware": [("seen",), ("unseen",)],
    "kept": [("day",), None],
    "own-words": ["a day", "for ever"],
    "fine": [1, 5],
}
PAIRS = [(item, answer) for item, answers in ITEMS.items() for answer in answers]


class Moves(RuleBasedStateMachine):
    """People who begin, answer, send forms again, come back, finish and withdraw."""

    people = Bundle("people")

    def __init__(self, enquiry: Enquiry) -> None:
        super().__init__()
        self.enquiry = enquiry
        self.kept: dict[str, dict[str, object]] = {}
        self.sent: dict[str, set[str]] = {}
        self.done: set[str] = set()
        self.forms: dict[str, str] = {}

    @rule(target=people, form=st.sampled_from(["form-1", "form-2", "form-3"]))
    def begin(self, form):
        """The same form leads to the same person until an answer is there."""
        id = self.forms.get(form)
        if self.kept.get(id) or id in self.done:
            with pytest.raises(Refused, match="this form was used"):
                self.enquiry.begin("en", "html", ALL, form, NOW)
            return multiple()
        begun = self.enquiry.begin("en", "html", ALL, form, NOW)
        if id in self.kept:
            assert begun.code.id == id
        self.forms[form] = begun.code.id
        self.kept.setdefault(begun.code.id, {})
        self.sent.setdefault(begun.code.id, set())
        return begun

    @rule(begun=people, pair=st.sampled_from(PAIRS), form=st.sampled_from("abcd"))
    def save(self, begun: Begun, pair, form):
        """A form counts once; nobody answers after the end or after a withdrawal."""
        seat = self.enquiry.seat(begun.token)
        if seat is None:
            return
        id, (item, answer) = seat.participant, pair
        fresh = form not in self.sent[id]
        if fresh and id in self.done:
            with pytest.raises(Refused, match="the questionnaire is finished"):
                self.enquiry.save(seat, item, answer, form, NOW)
            return
        assert self.enquiry.save(seat, item, answer, form, NOW) is fresh
        if fresh:
            self.sent[id].add(form)
            self.kept[id][item] = answer

    @rule(begun=people)
    def finish(self, begun: Begun):
        """The end, once or twice."""
        seat = self.enquiry.seat(begun.token)
        if seat:
            self.enquiry.finish(seat, NOW)
            self.done.add(seat.participant)

    @rule(target=people, begun=people)
    def resume(self, begun: Begun):
        """A code leads back as long as its owner is there."""
        found = self.enquiry.resume(str(begun.code), NOW)
        assert (found is not None) is (begun.code.id in self.kept)
        return multiple() if found is None else found

    @rule(begun=people)
    def leave(self, begun: Begun):
        """A session ends, answers stay."""
        self.enquiry.leave(begun.token)
        assert self.enquiry.seat(begun.token) is None

    @rule(begun=people)
    def withdraw(self, begun: Begun):
        """Everything goes, and stays gone."""
        seat = self.enquiry.seat(begun.token)
        if seat:
            self.enquiry.withdraw(seat, NOW)
            assert self.enquiry.seat(begun.token) is None
            for known in (self.kept, self.sent):
                del known[seat.participant]
            self.done.discard(seat.participant)

    @invariant()
    def nothing_is_lost_or_added(self):
        """What analysis reads is what was kept, and nothing hangs on somebody who is gone."""
        found: dict[str, dict[str, object]] = {id: {} for id, answers in self.kept.items() if answers}
        for each in self.enquiry.given():
            found[each.participant][each.item] = each.answer
        assert found == {id: answers for id, answers in self.kept.items() if answers}

    def teardown(self):
        """The log is whole; the next run finds an empty database."""
        with self.enquiry.store.write() as connection:
            assert verify(connection).broken is None
            people = connection.execute(select(func.count()).select_from(study_participant)).scalar()
            assert people == len(self.kept)
            for table in reversed(metadata.sorted_tables):
                if table.name.startswith("study_"):
                    connection.execute(delete(table))
            for table in (study_answer, study_session):
                assert connection.execute(select(func.count()).select_from(table)).scalar() == 0


def test_any_order(enquiry):
    """Eight runs of up to twenty moves."""
    calm = settings(max_examples=8, stateful_step_count=20, deadline=None, suppress_health_check=[HealthCheck.too_slow])
    run_state_machine_as_test(lambda: Moves(enquiry), settings=calm)
