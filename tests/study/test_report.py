"""Reports: what they count, what they refuse, and what they say."""

from __future__ import annotations

import json

import pytest
from surveyed import STUDY, answers

from toolkit.errors import UsageError
from toolkit.render.environment import Templates
from toolkit.study.report import Beside, Choice, chosen, report
from toolkit.study.table import read_csv, rows, write_csv
from toolkit.study.tell import files, in_short, markdown, p_value, pct, signed

TEMPLATES = Templates()
TEN = answers("kept", ["day"] * 8 + ["always", "dont-know"])


def text(given, choice=Choice(), **beside):  # noqa: B008
    """The report as Markdown, on one line for each paragraph."""
    return markdown(report(STUDY, rows(STUDY, given), choice, Beside(**beside)), TEMPLATES).decode()


@pytest.mark.parametrize(
    ("changes", "choice", "sentence"),
    [
        ({"use": "demo"}, Choice(), "the table holds no answers of the use real that count"),
        ({"excluded": "works here"}, Choice(), "the table holds no answers of the use real that count"),
        ({}, Choice(only="f"), "the table holds no answers of the use real that count"),
    ],
)
def test_nothing_to_count(changes, choice, sentence):
    """Trial answers, and answers of people who were left out, are no result."""
    with pytest.raises(UsageError, match=sentence) as error:
        chosen(rows(STUDY, [each._replace(**changes) for each in TEN]), choice)
    assert error.value.help


@pytest.mark.parametrize("what", ["protocol", "message"])
def test_versions_are_not_pooled(what):
    """Answers to two versions are counted one by one, unless somebody asks for both together."""
    other = [each._replace(participant=f"x{each.participant}", **{what: "d" * 64}) for each in TEN]
    table = rows(STUDY, [*TEN, *other])
    named = {"protocol": "plan: aaaaaaaa, dddddddd", "message": "message: bbbbbbbb, dddddddd"}[what]
    with pytest.raises(UsageError, match=f"2 versions of the {named}") as error:
        chosen(table, Choice())
    assert "--only HASH" in error.value.help
    assert len(chosen(table, Choice(only="dddd"))) == 10
    assert len(chosen(table, Choice(pool=True))) == 20


def test_table_alone_gives_the_same_report():
    """Written, read back and reported again, byte by byte."""
    table = rows(STUDY, [*TEN, *answers("say", ["likely"] * 10)])
    again = read_csv(write_csv(table))
    assert files(report(STUDY, table), TEMPLATES) == files(report(STUDY, again), TEMPLATES)
    assert files(report(STUDY, table[::-1]), TEMPLATES) == files(report(STUDY, table), TEMPLATES)


def test_what_a_failing_point_says():
    """Counts, both intervals, both verdicts, what to edit, what was wrong."""
    said = text(TEN, told=lambda path: [(path, "Kept for one day.")])
    row = "| how-long (planned) | 8 of 10 | 80 % | 49 % to 94.3 % | 44.4 % to 97.5 % | 1 | 1 | 0 | 0 | 8 | no |"
    assert row.replace(" %", "\N{NO-BREAK SPACE}%") in said
    assert "no, cannot be with so few |" in said
    assert "1 of 10 hold a belief that is wrong and matters." in said
    assert "- `statements.kept`: Kept for one day." in said
    assert "- 1: For ever (critical), question kept" in said
    assert "With 10 people, 80\N{NO-BREAK SPACE}% can never be demonstrated." in said
    assert "Below 10" not in said.split("### checked")[0].split("### how-long")[1]


def test_below_ten():
    """Fewer than ten people are no result, and the page starts with that."""
    said = text(TEN[:9])
    assert said.splitlines()[2].startswith("**Below 10: not a study result.**")
    assert in_short(report(STUDY, rows(STUDY, TEN[:9])).found[0]) == (
        "how-long: 8 of 9 right, below 10: not a study result"
    )


def test_trial_answers_are_called_so():
    """Whoever reads a report on trial answers is told first that nobody was asked."""
    found = report(STUDY, rows(STUDY, [each._replace(use="test") for each in TEN]), Choice("test"))
    assert "nobody was really asked, and nothing here is a result" in markdown(found, TEMPLATES).decode()
    assert json.loads(files(found, TEMPLATES)[2].data)["simulated"] is True


def test_nothing_that_people_wrote_is_markup():
    """Words of people stay words, in Markdown and in HTML."""
    words = "<script>alert(1)</script> [x](javascript:y) **bold** | cell"
    given = [each._replace(answer=words) for each in answers("say", ["likely"] * 5)]
    made = {each.path: each.data.decode() for each in files(report(STUDY, rows(STUDY, given)), TEMPLATES)}
    assert "<script>" not in made["report.md"]
    assert "<script>" not in made["report.html"]
    assert "javascript:y" not in made["report.html"] or "href" not in made["report.html"]
    assert "<strong>bold" not in made["report.html"]


def test_coders():
    """One coder has no kappa, and two have one."""
    assert "One coder, no kappa." in text(answers("say", ["likely"] * 3, codes=(("a", "likely"),)))
    two = [*answers("say", ["likely"] * 3, codes=(("a", "likely"), ("b", "likely")))]
    two += answers("say", ["wrong"], participant="x", codes=(("a", "wrong"), ("b", "wrong")))
    assert "Cohen's kappa 1.000 (too few for an interval)." in text(two)


def test_before():
    """An earlier round stands beside this one."""
    before = rows(STUDY, answers("kept", ["day"] * 4 + ["month"] * 6))
    assert "| how-long | 4 of 10 | 8 of 10 | +40 | \N{MINUS SIGN}2.3 to +67.3 |" in text(TEN, before=before)


def test_last_issue_stays():
    """One more person changes the report of the team, and not what is published."""
    first = report(STUDY, rows(STUDY, TEN))
    more = rows(STUDY, [*TEN, *answers("kept", ["day"], participant="x")])
    second = report(STUDY, more, Choice(), Beside(last=first.issue))
    assert second.found[0].overall.counts.people == 11
    assert second.issue == first.issue


def test_figures():
    """Figures as they are read."""
    assert [pct(value) for value in (0.8, 0.5841)] == ["80\N{NO-BREAK SPACE}%", "58.4\N{NO-BREAK SPACE}%"]
    assert [signed(value) for value in (0.3, -0.3041, 0.0)] == ["+30", "\N{MINUS SIGN}30.4", "0"]
    assert [p_value(value) for value in (0.0312, 0.0001, None)] == ["0.031", "below 0.001", "\N{EN DASH}"]
