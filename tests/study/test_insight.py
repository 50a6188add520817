"""Evidence that a study gives, and when it gives none."""

from __future__ import annotations

import datetime as dt
import json

import pytest
from surveyed import STUDY, answers

from toolkit.errors import UsageError
from toolkit.model import Evidence
from toolkit.study.insight import file, insight, simulated, standing
from toolkit.study.table import rows

DAY = dt.date(2026, 11, 20)


def kept(right, wrong=2, **other):
    """So many right and wrong answers about how long something is kept."""
    return rows(STUDY, answers("kept", ["day"] * right + ["always"] * wrong, **other))


def test_evidence():
    """One file a point, version and language: what was found, bound to the words that people were shown."""
    [fact] = insight(STUDY, kept(18), DAY)
    assert fact.id == "understood-how-long-sign-en"
    assert (fact.metric, fact.value, fact.n.count, fact.date, fact.simulated) == ("comprehension", 0.9, 20, DAY, False)
    assert (round(fact.interval.low, 3), round(fact.interval.high, 3)) == (0.683, 0.988)
    of = fact.understood
    assert (of.right, of.people, of.critical, of.meets_target, of.demonstrated) == (18, 20, 2, False, False)
    assert (of.message_hash, of.protocol_hash) == ("b" * 64, "a" * 64)
    assert (of.language, of.form, of.arm, of.tests, of.told_by) == (
        "en",
        "wall",
        "sign",
        "items.retention",
        "statements.kept",
    )
    assert Evidence.model_validate_json(file(fact).data) == fact
    assert json.loads(file(fact).data)["understood"]["demonstrated"] is False


@pytest.mark.parametrize("use", ["demo", "test"])
def test_nobody_really(use):
    """Trial and simulated answers give no evidence."""
    with pytest.raises(UsageError, match="no answers of the use real that count"):
        insight(STUDY, kept(18, use=use), DAY)


def test_too_few():
    """Nine people are no result, and ten in two versions are none either."""
    with pytest.raises(UsageError, match="9 people answered, and fewer than 10 about each version"):
        insight(STUDY, kept(7), DAY)
    two = kept(5, 0) + rows(
        STUDY, [e._replace(participant=f"x{e.participant}") for e in answers("kept", ["day"] * 5, arm="page")]
    )
    with pytest.raises(UsageError, match="10 people answered, and fewer than 10 about each version"):
        insight(STUDY, two, DAY)


def test_two_versions_of_the_words():
    """Answers to two notices are never evidence of one."""
    other = rows(STUDY, answers("kept", ["day"] * 10, message="e" * 64))
    with pytest.raises(UsageError, match="2 versions of the message"):
        insight(STUDY, kept(18) + other, DAY)


def test_simulated():
    """What is simulated says so."""
    [fact] = simulated(STUDY, kept(18, use="test"), DAY)
    assert fact.simulated
    assert simulated(STUDY, kept(7, use="test"), DAY) == []


def test_one_more_person_changes_nothing():
    """A figure that is published changes only for three people more or fewer, and for other words at once."""
    [old], [more], [many] = insight(STUDY, kept(18), DAY), insight(STUDY, kept(19), DAY), insight(STUDY, kept(21), DAY)
    assert standing([more], [old]) == ([], [old.id])
    assert standing([many], [old]) == ([many], [])
    assert standing([old], [old]) == ([old], [])
    [other] = insight(STUDY, kept(19, message="e" * 64), DAY)
    assert standing([other], [old]) == ([other], [])


def test_long_names():
    """An id that would be too long ends in a hash of the whole."""
    long = "a" * 60
    data = STUDY.model_dump(mode="json")
    data["points"][0]["id"] = long
    data["questions"][0]["point"] = long
    study = type(STUDY).model_validate(data, strict=False)
    [fact] = insight(study, rows(study, answers("kept", ["day"] * 10)), DAY)
    assert len(fact.id) <= 64
    assert fact.id.startswith("understood-aaaa")
