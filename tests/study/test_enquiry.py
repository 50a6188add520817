"""Taking part in a study: consent, one answer after the other, the way back, the way out; on both databases."""

from __future__ import annotations

import datetime as dt
import json
from collections import Counter
from concurrent.futures import ThreadPoolExecutor

import pytest
from enquiries import ALL, NOW, replanned
from sqlalchemy import func, insert, inspect, select

from toolkit.paths import Project
from toolkit.store.engine import open_store
from toolkit.store.study.tables import (
    study_answer,
    study_audit,
    study_coding,
    study_participant,
    study_refusal,
    study_session,
)
from toolkit.store.tables import metadata
from toolkit.store.words import Refused
from toolkit.study.enquiry import Enquiry, Mine

ANSWERS = {
    "aware": ("seen",), "where": "on the wall", "notice": None, "kept": ("day",), "own-words": "for one day",
    "parts": ("picture", "face"), "fine": 4, "age": ("old",),
}  # fmt: skip


def joined(enquiry, once="form-1", agreed=ALL, **more):
    """The seat of somebody who has begun."""
    return enquiry.seat(enquiry.begin("en", "html", agreed, once, NOW, **more).token)


def answered(enquiry, seat, answers=ANSWERS, now=NOW):
    """The items in the order in which they were met, each answered."""
    met = []
    while step := enquiry.next(seat):
        met.append(step.id)
        enquiry.save(seat, step.id, answers[step.id], f"{seat.participant}-{seat.wave}-{step.id}", now, 2.34)
    return met


def done(enquiry, once="form-1", **more):
    """Somebody who answered everything."""
    seat = joined(enquiry, once, **more)
    answered(enquiry, seat)
    enquiry.finish(seat, NOW)
    return seat


def count(store, table):
    with store.read() as connection:
        return connection.execute(select(func.count()).select_from(table)).scalar()


def reason(act):
    with pytest.raises(Refused) as told:
        act()
    return told.value.reason


def test_one_person(enquiry):
    """Questions come in the order of the study, and what was answered is there."""
    seat = joined(enquiry)
    assert answered(enquiry, seat) == ["aware", "where", "notice", "kept", "own-words", "parts", "fine", "age"]
    assert enquiry.answers(seat) == ANSWERS
    enquiry.finish(seat, NOW)
    assert {each.item: each.answer for each in enquiry.given()} == ANSWERS
    [one] = [each for each in enquiry.given() if each.item == "kept"]
    assert one._replace(protocol="", message="", consent="", version="", participant="", arm="") == (
        "", "real", "complete", "", "html", "en", "", "first", True, True, "kept", ("day",), 2.3, "", (), "", "", "", "",
    )  # fmt: skip
    assert (len(one.protocol), one.message, len(one.consent)) == (64, enquiry.view.hash, 64)


def test_what_is_passed_over_is_not_asked_again(enquiry):
    """None is an answer: it was seen."""
    seat = joined(enquiry)
    enquiry.save(seat, "aware", None, "1", NOW)
    assert enquiry.next(seat).id == "notice"
    assert enquiry.answers(seat) == {"aware": None}


@pytest.mark.parametrize("item", ["aware", "own-words", "parts", "fine"])
def test_not_to_know_is_an_answer(enquiry, item):
    """Every kind of question can be answered with it, and it is never a word that somebody wrote."""
    seat = joined(enquiry)
    enquiry.save(seat, item, ("dont-know",), "1", NOW)
    assert enquiry.answers(seat) == {item: ("dont-know",)}


def test_the_same_form_gives_the_same_participant(enquiry, store):
    """Whoever sends the consent twice takes part once, and both pages show the same code."""
    one, two = (enquiry.begin("en", "html", ALL, "form-1", NOW) for _ in range(2))
    assert one.code == two.code
    assert enquiry.seat(one.token) == enquiry.seat(two.token)
    assert one.token != two.token
    assert count(store, study_participant) == 1


def test_a_form_that_was_used_opens_nothing(enquiry):
    """On a shared device, a page that is sent again does not lead to the answers of the one before."""
    seat = joined(enquiry)
    enquiry.save(seat, "aware", ("seen",), "1", NOW)
    assert reason(lambda: joined(enquiry)) == "used"


def test_sent_twice_kept_once(enquiry):
    """The same form changes nothing, also when it comes late, after another answer to the same question."""
    seat = joined(enquiry)
    assert enquiry.save(seat, "aware", ("seen",), "1", NOW)
    assert not enquiry.save(seat, "aware", ("unseen",), "1", NOW)
    assert enquiry.save(seat, "aware", ("unseen",), "2", NOW)
    assert not enquiry.save(seat, "aware", ("seen",), "1", NOW)
    assert enquiry.mine(seat) == [Mine("aware", "first", ("unseen",))]


def test_a_changed_answer_takes_its_followers_along(enquiry):
    """Of a question that is no longer asked, no answer stays."""
    seat = joined(enquiry)
    enquiry.save(seat, "aware", ("seen",), "1", NOW)
    enquiry.save(seat, "where", "on the wall", "2", NOW)
    enquiry.save(seat, "aware", ("unseen",), "3", NOW)
    assert enquiry.answers(seat) == {"aware": ("unseen",)}


@pytest.mark.parametrize(
    ("item", "answer", "why"),
    [
        ("nothing", ("seen",), "unknown-item"),
        ("aware", ("day",), "answer"),
        ("aware", ("seen", "unseen"), "answer"),
        ("aware", "seen in the hall", "answer"),
        ("fine", 6, "answer"),
        ("fine", 0, "answer"),
        ("own-words", "x" * 2001, "too-long"),
    ],
)
def test_answers_that_are_refused(enquiry, item, answer, why):
    """Only what a question offers is kept."""
    seat = joined(enquiry)
    assert reason(lambda: enquiry.save(seat, item, answer, "1", NOW)) == why
    assert enquiry.answers(seat) == {}


@pytest.mark.parametrize("text", ["a\x00b", "\ud800", "\u202eabc", "  ", "=1+1"])
def test_odd_letters_are_kept_or_left_out(enquiry, text):
    """No letter that somebody sends ends in an error."""
    seat = joined(enquiry)
    assert enquiry.save(seat, "own-words", text, "1", NOW)
    assert enquiry.save(seat, "aware", ("seen",), text, NOW)
    assert set(enquiry.answers(seat)) == {"own-words", "aware"}


def test_without_consent_nothing_is_kept(enquiry, store):
    """Whoever does not agree is not there; whoever says no is counted by day."""
    assert reason(lambda: enquiry.begin("en", "html", frozenset({"quotes"}), "1", NOW)) == "no-consent"
    enquiry.refuse(NOW)
    enquiry.refuse(NOW)
    enquiry.refuse(NOW + dt.timedelta(days=1))
    kept = {table.name: count(store, table) for table in metadata.sorted_tables if table.name.startswith("study_")}
    assert {name: rows for name, rows in kept.items() if rows} == {"study_refusal": 2}
    with store.read() as connection:
        rows = connection.execute(select(study_refusal.c.day, study_refusal.c.count)).all()
    assert sorted(rows) == [(dt.date(2026, 11, 20), 2), (dt.date(2026, 11, 21), 1)]


@pytest.mark.parametrize("change", [{"language": "xx"}, {"channel": "carrier pigeon"}, {"arm": "none"}, {"use": "fun"}])
def test_what_no_channel_offers(enquiry, change):
    """Beginning takes only what the study knows."""
    given = {"language": "en", "channel": "html", "agreed": ALL, "once": "1", "now": NOW, **change}
    assert reason(lambda: enquiry.begin(**given)) == next(iter(change))


def test_no_time_and_no_name(store):
    """No column is for a name, an address or a browser."""
    with store.read() as connection:
        found = inspect(connection)
        names = {
            column["name"]
            for table in found.get_table_names()
            if table.startswith("study_")
            for column in found.get_columns(table)
        }
    assert names == {
        "adjudicated", "agreed", "amended_from", "arm", "audit_key", "canonical", "channel", "code", "code_hash", "code_salt",
        "coder", "consent", "consented", "continued_done", "count", "counted", "data", "day", "deployment", "event",
        "excluded", "exported", "first_day", "first_done", "hash", "id", "item", "language", "mark", "message", "noticed",
        "number", "once", "participant", "protocol", "reason", "reminded", "round", "seconds", "state", "token", "use",
        "value", "version", "wave", "who",
    }  # fmt: skip


def test_a_consent_is_kept_with_its_time(enquiry, store):
    """What was agreed to, when, in which words."""
    joined(enquiry, agreed=frozenset({"participation", "quotes"}))
    with store.read() as connection:
        row = connection.execute(select(study_participant)).mappings().one()
    assert (row["consented"], row["agreed"], row["channel"]) == (
        "2026-11-20T10:30:15Z",
        '["participation", "quotes"]',
        "html",
    )


def test_keys_are_kept_as_hashes(enquiry, store):
    """Neither the code nor the key of a session stands anywhere."""
    begun = enquiry.begin("en", "html", ALL, "form-1", NOW)
    with store.read() as connection:
        rows = [tuple(row) for table in (study_participant, study_session) for row in connection.execute(select(table))]
    text = repr(rows)
    assert begun.code.secret not in text
    assert begun.token not in text
    assert "form-1" not in text


def test_go_on_elsewhere(enquiry):
    """A code, typed as people type, leads to the first question that is open."""
    begun = enquiry.begin("en", "html", ALL, "form-1", NOW)
    seat = enquiry.seat(begun.token)
    enquiry.save(seat, "aware", ("unseen",), "1", NOW)
    enquiry.leave(begun.token)
    assert enquiry.seat(begun.token) is None
    again = enquiry.resume(str(begun.code).upper().replace("-", " "), NOW)
    assert enquiry.next(enquiry.seat(again.token)).id == "notice"
    assert again.code == begun.code


@pytest.mark.parametrize("code", ["", "hello", "aaaa-aaaa-aaaa-aaaa-aaaa"])
def test_codes_that_lead_nowhere(enquiry, code):
    """A wrong code opens nothing."""
    joined(enquiry)
    assert enquiry.resume(code, NOW) is None


def test_a_wrong_secret_leads_nowhere(enquiry):
    """The first half of a code is no key."""
    code = enquiry.begin("en", "html", ALL, "form-1", NOW).code
    assert enquiry.resume(str(code._replace(secret="a" * 12)), NOW) is None


def test_sessions_of_another_place(enquiry, place, store):
    """A session and a code belong to one study."""
    begun = enquiry.begin("en", "html", ALL, "form-1", NOW)
    other = replanned(place)
    other.id = "elsewhere"
    elsewhere = Enquiry(store, other)
    assert elsewhere.seat(begun.token) is None
    assert elsewhere.resume(str(begun.code), NOW) is None
    assert reason(lambda: elsewhere.save(enquiry.seat(begun.token), "aware", ("seen",), "1", NOW)) == "withdrawn"


def test_finished_is_finished(enquiry):
    """After the end no answer is changed; sending the end twice changes nothing."""
    seat = done(enquiry)
    enquiry.finish(seat, NOW)
    assert reason(lambda: enquiry.save(seat, "fine", 1, "late", NOW)) == "finished"
    assert not enquiry.save(seat, "fine", 1, f"{seat.participant}-first-fine", NOW)
    assert enquiry.answers(seat)["fine"] == 4


def test_the_second_wave(enquiry):
    """It opens after its days, for whoever agreed to that, and asks nothing about what was seen at first."""
    begun = enquiry.begin("en", "html", ALL, "form-1", NOW)
    seat = enquiry.seat(begun.token)
    answered(enquiry, seat)
    enquiry.finish(seat, NOW)
    early = enquiry.resume(str(begun.code), NOW + dt.timedelta(days=13))
    assert enquiry.seat(early.token)[2:6:3] == ("first", "complete")
    later = NOW + dt.timedelta(days=14)
    seat = enquiry.seat(enquiry.resume(str(begun.code), later).token)
    assert (seat.wave, seat.state) == ("continued", "active")
    assert answered(enquiry, seat, now=later) == ["notice", "kept", "own-words", "parts", "fine", "age"]
    assert Counter((each.wave, each.state) for each in enquiry.given()) == {
        ("first", "complete"): 8,
        ("continued", "active"): 6,
    }
    enquiry.finish(seat, later)
    assert {each.state for each in enquiry.given()} == {"complete"}


def test_whoever_did_not_agree_is_not_asked_again(enquiry):
    """No consent, no second wave, no questions about oneself."""
    begun = enquiry.begin("en", "html", frozenset({"participation"}), "form-1", NOW)
    seat = enquiry.seat(begun.token)
    assert "age" not in answered(enquiry, seat)
    assert reason(lambda: enquiry.save(seat, "age", ("old",), "1", NOW)) == "unknown-item"
    enquiry.finish(seat, NOW)
    assert enquiry.seat(enquiry.resume(str(begun.code), NOW + dt.timedelta(days=99)).token).wave == "first"


def test_arms_are_filled_evenly(enquiry):
    """Real participants fill the arms by themselves; those who only try do not count."""
    for number in range(3):
        joined(enquiry, f"demo-{number}", use="demo", arm="sign")
    arms = Counter(joined(enquiry, f"real-{number}").arm for number in range(6))
    assert arms == {"sign": 3, "words": 3}
    assert joined(enquiry, "trial", use="test").arm == "words"


def test_programs_that_answer_at_once(enquiry, place, tmp_path):
    """Two servers on one database, with eight people each who send everything twice: nobody is there twice, the arms
    are even, and every answer counts once.
    """
    url = enquiry.store.engine.url.render_as_string(hide_password=False)
    other = Enquiry(open_store(url, Project(tmp_path)), place)

    def send(number):
        server = (enquiry, other)[number % 2]
        seat = server.seat(server.begin("en", "html", ALL, f"form-{number // 2}", NOW).token)
        return seat, [server.save(seat, item, None, item, NOW) for item in ("aware", "kept", "fine")]

    def try_to(number):
        try:
            return send(number)
        except Refused as refused:  # the other one of the two has answered already
            return refused.reason

    with ThreadPoolExecutor(8) as people:
        sent = list(people.map(try_to, range(16)))
    other.store.close()
    seats = [each[0] for each in sent if each != "used"]
    assert Counter(seat.arm for seat in set(seats)) == {"sign": 4, "words": 4}
    assert sum(sum(each[1]) for each in sent if each != "used") == 24
    assert len(enquiry.given()) == 24


def test_a_draft_takes_trial_answers(store, place):
    """They are kept apart, and they lock nothing."""
    draft = Enquiry(store, replanned(place, status="draft"))
    assert draft.shut(NOW) == ""
    assert reason(lambda: joined(draft, use="real")) == "draft"
    seat = done(draft)
    assert seat.use == "demo"
    assert draft.given() == []
    assert len(draft.given("demo")) == 8
    assert Enquiry(store, replanned(place, status="open", purpose="Another.")).shut(NOW) == ""


@pytest.mark.parametrize(
    ("changes", "why"), [({"status": "closed"}, "closed"), ({"keep_until": dt.date(2026, 11, 20)}, "over")]
)
def test_a_study_that_is_shut(store, place, changes, why):
    """Nobody begins, and nobody goes on."""
    enquiry = Enquiry(store, place)
    seat = joined(enquiry)
    shut = Enquiry(store, replanned(place, **changes))
    assert shut.shut(NOW) == why
    assert reason(lambda: joined(shut, "2")) == why
    assert reason(lambda: shut.save(seat, "aware", ("seen",), "1", NOW)) == why


def test_the_first_real_answer_locks_the_plan(store, place):
    """Until then a plan may change; afterwards it is shut until somebody amends it."""
    before, after = Enquiry(store, place), Enquiry(store, replanned(place, purpose="Another."))
    seat = joined(before)
    assert after.shut(NOW) == ""
    before.save(seat, "aware", ("seen",), "1", NOW)
    assert before.shut(NOW) == ""
    assert after.shut(NOW) == "changed"
    assert reason(lambda: joined(after, "2")) == "changed"
    assert reason(lambda: after.save(seat, "notice", None, "2", NOW)) == "changed"


def test_whoever_only_agreed_follows_the_plan_as_it_is(store, place):
    """Without answers there is nothing to lock."""
    seat = joined(Enquiry(store, place))
    later = Enquiry(store, replanned(place, purpose="Another."))
    later.save(seat, "aware", ("seen",), "1", NOW)
    assert later.shut(NOW) == ""
    assert Enquiry(store, place).shut(NOW) == "changed"


def test_another_consent_is_asked_for(store, place):
    """Nothing is kept under a text that somebody has not agreed to."""
    seat = joined(Enquiry(store, place))
    later = Enquiry(store, replanned(place, consent={"text": "You may stop. We keep it longer."}))
    token = later.resume(str(Enquiry(store, place).begin("en", "html", ALL, "form-1", NOW).code), NOW).token
    assert later.seat(token).reconsent
    assert reason(lambda: later.save(seat, "aware", ("seen",), "1", NOW)) == "consent"
    seat = later.agree(seat, frozenset({"participation"}), NOW)
    assert (seat.reconsent, seat.agreed) == (False, {"participation"})
    assert later.save(seat, "aware", ("seen",), "1", NOW)


def test_taking_back_one_consent(enquiry):
    """Answers about oneself go with the consent to give them."""
    seat = joined(enquiry)
    answered(enquiry, seat)
    enquiry.agree(seat, frozenset({"participation"}), NOW)
    assert "age" not in enquiry.answers(seat)
    assert len(enquiry.answers(seat)) == 7


def test_codes_of_coders_are_read_with_the_answer(enquiry, store):
    """Each coder's, and the one they agreed on; void as soon as the answer changes."""
    seat = joined(enquiry)
    enquiry.save(seat, "own-words", "a day", "1", NOW)
    key = {"participant": seat.participant, "wave": "first", "item": "own-words"}
    rows = [("ann", "1", False), ("bob", "2", False), ("ann", "1", True)]
    with store.write() as connection:
        for coder, code, settled in rows:
            connection.execute(insert(study_coding).values(**key, coder=coder, code=code, adjudicated=settled))
    [given] = enquiry.given()
    assert (given.code, given.codes) == ("1", (("ann", "1"), ("bob", "2")))
    enquiry.save(seat, "own-words", "two days", "2", NOW)
    [given] = enquiry.given()
    assert (given.code, given.codes) == ("", ())


def test_withdrawal(enquiry, store):
    """Everything goes but one hash and the day; others are untouched."""
    begun = enquiry.begin("en", "html", ALL, "form-1", NOW)
    seat = enquiry.seat(begun.token)
    answered(enquiry, seat)
    other = joined(enquiry, "form-2")
    enquiry.save(other, "aware", ("seen",), "1", NOW)
    enquiry.withdraw(seat, NOW)
    enquiry.withdraw(seat, NOW)
    assert enquiry.seat(begun.token) is None
    assert enquiry.resume(str(begun.code), NOW) is None
    assert enquiry.mine(seat) == []
    assert {each.participant for each in enquiry.given()} == {other.participant}
    assert reason(lambda: enquiry.save(seat, "fine", 1, "2", NOW)) == "withdrawn"
    kept = {table.name: count(store, table) for table in metadata.sorted_tables if table.name.startswith("study_")}
    assert {name: kept[name] for name in ("study_participant", "study_session", "study_answer", "study_withdrawn")} == {
        "study_participant": 1, "study_session": 1, "study_answer": 1, "study_withdrawn": 1,
    }  # fmt: skip


def test_the_log_tells_no_answer(enquiry, store):
    """It holds keyed hashes, of which nobody can tell what was hashed."""
    seat = done(enquiry)
    enquiry.withdraw(seat, NOW)
    with store.read() as connection:
        rows = connection.execute(select(study_audit).order_by(study_audit.c.number)).mappings().all()
    assert [row["event"] for row in rows] == ["began", "locked", *["answered"] * 8, "finished", "withdrawn"]
    text = repr(rows)
    for secret in ("wall", "one day", "seen", seat.participant):
        assert secret not in text


def anonymous(store, place, **changes):
    return Enquiry(store, replanned(place, mode="anonymous", **changes))


def test_without_codes_nothing_leads_back(store, place):
    """No code, no time but the day, no session and no key of a form after the end."""
    enquiry = anonymous(store, place)
    begun = enquiry.begin("en", "html", ALL, "form-1", NOW)
    assert begun.code is None
    seat = enquiry.seat(begun.token)
    answered(enquiry, seat)
    enquiry.finish(seat, NOW)
    assert enquiry.seat(begun.token) is None
    with store.read() as connection:
        row = connection.execute(select(study_participant)).mappings().one()
        log = connection.execute(select(study_audit.c.event, study_audit.c.who, study_audit.c.data)).all()
    assert (row["consented"], row["once"], row["code_hash"]) == ("2026-11-20", None, None)
    assert {(who, data) for event, who, data in log if event != "locked"} == {("", "")}


def test_without_codes_nobody_can_be_watched(store, place):
    """Answers come out from ten people on, and then for three at least; those who are not done do not count."""
    enquiry = anonymous(store, place)
    seen = []
    for number in range(16):
        done(enquiry, f"form-{number}")
        seen.append(len({each.participant for each in enquiry.given()}))
    answered(enquiry, joined(enquiry, "open"))
    assert len({each.participant for each in enquiry.given()}) == 16
    assert seen == [0] * 9 + [10] * 3 + [13] * 3 + [16]
    assert {each.seconds for each in enquiry.given()} == {None}
    orders = [[each.participant for each in enquiry.given() if each.item == "fine"] for _ in range(3)]
    assert orders[0] != orders[1] or orders[0] != orders[2]


def test_every_answer_is_json(enquiry, store):
    """What lies in the table can be read without this program."""
    seat = joined(enquiry)
    answered(enquiry, seat)
    with store.read() as connection:
        rows = connection.execute(select(study_answer.c.item, study_answer.c.value)).all()
    assert {item: json.loads(value) for item, value in rows} == {
        "aware": ["seen"], "where": "on the wall", "notice": None, "kept": ["day"], "own-words": "for one day",
        "parts": ["picture", "face"], "fine": 4, "age": ["old"],
    }  # fmt: skip


def test_a_place_without_a_study(store, place):
    """It has nothing to take part in."""
    other = replanned(place)
    other.study = None
    with pytest.raises(ValueError, match=r"^desk has no study$"):
        Enquiry(store, other)
