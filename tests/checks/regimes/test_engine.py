"""The engine: states, severities, days, exemptions and names."""

from __future__ import annotations

import datetime as dt

import pytest

from toolkit.checks.regimes import elements, problems
from toolkit.load.regimes import shipped_regimes

NO_AUTHORITY = ("  authority: {name: Example Authority, contact: 555 0199}\n", "")
NO_WORDS = ("A computer reads your age here", "Your age is read here")
NO_MARK = ("      - regimes.aia-50-2-marking\n", "")
NO_EARLIER_MARK = ("      - regimes.aia-50-2-marking-earlier\n", "")
EARLIER = ("effective: 2026-10-01", "effective: 2026-07-31")


def exempt(rule: str, because: str = "Nobody talks with it.") -> tuple[str, str]:
    return ("consultations:\n", f"exemptions:\n  - rule: {rule}\n    because: {because}\nconsultations:\n")


def state(view, rule):
    """Sign, state, where and why of each element of a rule."""
    return [(e.sign, e.state, e.where, e.because) for e in elements(view) if e.rule.id == rule]


def severities(found, rule):
    return [severity for id, severity, _, _ in found if id == rule]


def test_present_says_what_was_found(place_of):
    """What is there is named, by path, by sign, or by what was looked for."""
    view = place_of()
    assert state(view, "gdpr-13-2-d") == [("", "present", (), "`law.authority` is there")]
    assert state(view, "baseline-sign-link") == [
        ("door", "present", ("signs", 0), "the sign `door` says where the full notice is")
    ]
    assert state(view, "aia-50-1-interaction") == [
        ("", "present", (), "a machine is named"),
        ("door", "present", ("signs", 0), "a machine is named"),
    ]
    assert state(view, "nyc-22-1202-entrances") == [("", "present", (), "each entrance has a sign")]


def test_missing_says_what_and_where(place_of):
    """What is missing points at the deepest place that is there."""
    assert state(place_of(NO_AUTHORITY), "gdpr-13-2-d") == [("", "missing", ("law",), "`law.authority` is missing")]


def test_not_applicable_says_why(place_of):
    """What is not asked for names the condition."""
    because = "it is asked for where the ground in law is consent (`law.basis`), and nothing says so here"
    assert state(place_of(), "gdpr-13-2-c") == [("", "not_applicable", (), because)]


def test_exempt_gives_the_reason_of_the_place(place_of, found_in):
    """An exemption takes its rule out, with the reason that stands in the file."""
    because = "Nobody talks with it."
    view = place_of(exempt("aia-50-1-interaction"), NO_WORDS)
    assert state(view, "aia-50-1-interaction") == [("", "exempt", ("exemptions", 0), because)]
    assert severities(found_in(exempt("aia-50-1-interaction"), NO_WORDS), "aia-50-1-interaction") == []


def test_attested_says_who_and_when(place_of):
    """What people do is present where somebody said so, by name of the role and day."""
    because = "The head of Example House said so on 1 October 2026"
    assert state(place_of(), "il-bipa-15c") == [("", "present", ("attestations", 0), because)]


def test_not_checked_says_why(place_of):
    """What the metadata cannot show is not checked, and the note of the rule says why."""
    assert state(place_of(), "wcag-1-1-1") == [("", "not_checked", (), "Looked at on the finished page.")]


def test_scope_is_no_element(place_of):
    """A rule that only says what falls out has no element."""
    assert state(place_of(), "aia-50-1-scope") == []


def test_signs_behind_the_first_layer_are_left_alone(place_of):
    """A sign of a notice on demand that hangs at no entrance carries what matters there; others carry all."""
    assert [sign for sign, *_ in state(place_of(), "baseline-sign-not-collected")] == ["door"]
    at_entrance = place_of(("place: In the lift.", "place: In the lift.\n    entrances: [south]"))
    assert [(sign, found) for sign, found, *_ in state(at_entrance, "baseline-sign-not-collected")] == [
        ("door", "present"),
        ("in-lift", "missing"),
    ]


@pytest.mark.parametrize(
    ("today", "expected", "severity"),
    [
        (dt.date(2026, 8, 1), "later", "warning"),
        (dt.date(2026, 8, 2), "missing", "error"),
        (dt.date(2026, 11, 20), "missing", "error"),
    ],
)
def test_from_the_second_of_august(place_of, found_in, today, expected, severity):
    """The day before Article 50 applies its absence warns, from the day on it is an error."""
    view = place_of(NO_WORDS, today=today)
    assert [found for sign, found, *_ in state(view, "aia-50-1-interaction") if sign == "door"] == [expected]
    assert severities(found_in(NO_WORDS, today=today), "aia-50-1-interaction") == [severity]


@pytest.mark.parametrize(
    ("today", "severity"),
    [
        (dt.date(2026, 8, 2), "warning"),
        (dt.date(2026, 12, 1), "warning"),
        (dt.date(2026, 12, 2), "error"),
    ],
)
def test_four_months_more_for_what_was_there(found_in, today, severity):
    """What was in use before 2 August 2026 has until 2 December to be marked; what was not has no such time."""
    assert severities(found_in(EARLIER, NO_EARLIER_MARK, today=today), "aia-50-2-marking-earlier") == [severity]
    assert severities(found_in(EARLIER, NO_EARLIER_MARK, NO_MARK, today=today), "aia-50-2-marking") == []
    assert severities(found_in(NO_MARK, today=today), "aia-50-2-marking") == ["error"]


@pytest.mark.parametrize(
    ("effective", "rule"), [("2026-08-01", "aia-50-2-marking-earlier"), ("2026-08-02", "aia-50-2-marking")]
)
def test_the_start_decides_which_day_holds(place_of, effective, rule):
    """The last day before and the first day of Article 50 fall on different rules."""
    view = place_of(("effective: 2026-10-01", f"effective: {effective}"))
    rules = ("aia-50-2-marking", "aia-50-2-marking-earlier")
    assert [id for id in rules if state(view, id)[0][1] == "present"] == [rule]


def test_high_risk_waits_until_the_end_of_2027(found_in):
    """Article 26 warns on 1 December 2027 and is an error on the 2nd."""
    edit = ("  automated_decision: A computer sends the lifts. The voice is artificial.\n", "")
    assert severities(found_in(edit, today=dt.date(2027, 12, 1)), "aia-26-11-decisions") == ["warning"]
    assert severities(found_in(edit, today=dt.date(2027, 12, 2)), "aia-26-11-decisions") == ["error"]


def test_the_sentence_before_the_day_says_when(found_in):
    """Before the day, the sentence says from when the rule applies."""
    edit = ("  automated_decision: A computer sends the lifts. The voice is artificial.\n", "")
    assert [message for id, *_, message in found_in(edit) if id == "aia-26-11-decisions"] == [
        (
            "`items.automated_decision` is missing (Regulation (EU) 2024/1689, Article 26(11);"
            " it applies from 2 December 2027 on)"
        )
    ]


@pytest.mark.parametrize(
    ("status", "severity"),
    [
        ("in_force", "error"),
        ("pilot", "error"),
        ("draft", "warning"),
        ("example", "warning"),
        ("retired", "warning"),
    ],
)
def test_status(found_in, status, severity):
    """A duty that was read in its source keeps back what is in force or tried out, and nothing else."""
    found = found_in(("status: in_force", f"status: {status}"), NO_AUTHORITY)
    assert severities(found, "gdpr-13-2-d") == [severity]


def test_second_hand_only_warns(found_in):
    """A rule that was read in somebody else's account warns, and says whose."""
    found = found_in(("You have the right to object. The voice", "The voice"))
    assert found == [
        (
            "edpb-fl-rights",
            "warning",
            "headline: A computer reads your age here",
            (
                "the sign does not say that people have rights over their data (EDPB Guidelines 3/2019, version 2.0,"
                " section 7.1.2, as a summary of section 7.1.2 at biconsult.hr says)"
            ),
        )
    ]


def test_recommended_only_warns(found_in):
    """What a source recommends is never an error, although it was read there."""
    edit = ("      - regimes.aia-50-1-vulnerable\n", "")
    assert severities(found_in(edit), "aia-50-1-vulnerable") == ["warning"]


def test_unknown_regime(found_in):
    """A slip in the name of a regime is found in every status."""
    edits = [("  - legibility\n", "  - legibilty\n"), ("status: in_force", "status: draft")]
    assert found_in(*edits) == [("", "error", "- legibilty", "there is no regime called `legibilty`")]


def test_exemption_of_no_rule(place_of, found_in):
    """A slip in the name of a rule is found, with the name that was meant."""
    edit = exempt("aia-50-1-interacton")
    message = "no regime has a rule called `aia-50-1-interacton`"
    assert found_in(edit) == [("", "error", "- rule: aia-50-1-interacton", message)]
    assert [problem.help for _, problem, _ in problems(place_of(edit))] == ["did you mean `aia-50-1-interaction`?"]


def test_exemption_of_a_regime_that_is_not_looked_at(found_in):
    """An exemption of a regime that the place does not name is of no use."""
    found = found_in(("  - us-nyc-biometric\n", ""), exempt("nyc-22-1202-words"))
    assert found == [
        (
            "",
            "warning",
            "- rule: nyc-22-1202-words",
            "the rule `nyc-22-1202-words` belongs to `us-nyc-biometric`, which is not looked at here",
        )
    ]


@pytest.mark.parametrize(("today", "count"), [(dt.date(2027, 11, 20), 0), (dt.date(2027, 11, 21), 10)])
def test_a_regime_grows_old(found_in, today, count):
    """A year after the sources were read, each regime asks to be looked at again."""
    found = found_in(today=today)
    assert len(found) == count
    if found:
        message = "nobody has looked since 20 November 2026 whether the rules of `baseline` still hold"
        assert found[0] == ("", "warning", "- baseline", message)


def test_without_law_nobody_can_tell(place_of, found_in, block):
    """Where the facts of law are missing, what hangs on them is not checked, and one finding says so."""
    view = place_of((block("law"), ""))
    because = "`law` is missing, so nobody can tell whether it holds that personal data is used (`law.personal_data`)"
    assert state(view, "gdpr-13-2-d") == [("", "not_checked", (), because)]
    assert state(view, "edpb-111-layer") == [("", "not_checked", (), because)]
    found = [each for each in found_in((block("law"), "")) if not each[0]]
    message = "`law` is missing, so nobody can tell which rules of these regimes are asked for"
    assert found == [("", "error", "regimes:", message)]


def test_help_says_what_to_write_why_and_where_to_read(place_of):
    """Each problem gives the next step, the rule in plain words, and the address of its source."""
    found = [problem for duty, problem, _ in problems(place_of(NO_AUTHORITY)) if duty and duty.id == "gdpr-13-2-d"]
    assert [problem.help for problem in found] == [
        (
            "write `law.authority`. Where to complain about the organisation itself."
            " https://eur-lex.europa.eu/eli/reg/2016/679/oj"
        )
    ]


def test_own_regimes_take_the_place_of_the_shipped_ones(place_of):
    """Only what is known is looked at."""
    only = {"baseline": shipped_regimes()["baseline"]}
    assert {element.regime for element in elements(place_of(), only)} == {"baseline"}


def test_nothing_is_ever_called_compliant(place_of):
    """No sentence of the engine says that a place complies."""
    told = " ".join(element.because for element in elements(place_of())).lower()
    assert "complian" not in told
    assert "complies" not in told
