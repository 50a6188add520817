"""Worked examples, computed again."""

from __future__ import annotations

import pytest

from toolkit.checks.formulas import evaluate

PAGE = "Nordwind based in Harbour Town opened a new clinic called Lumira for school children"
READ = "based in Harbour Town opened a new clinic called Lunira for school chil dr en"


@pytest.mark.parametrize(
    ("formula", "value"),
    [("TP / (TP + FP)", 0.75), ("2 * TP / (2 * TP + FP)", 6 / 7), ("TP - FP", 2.0), ("1.5", 1.5)],
)
def test_evaluate(formula, value):
    """Sums, differences, products and quotients of counts are computed."""
    assert evaluate(formula, {"TP": 3, "FP": 1}) == pytest.approx(value)


@pytest.mark.parametrize(
    ("formula", "reason"),
    [
        ("", "the catalogue has no formula for this metric"),
        (None, "the catalogue has no formula for this metric"),
        ("TP / TN", "the count `TN` is missing"),
        ("TP / (FP - 1)", "it divides by nothing"),
        ("TP +", "'TP +' is no formula"),
        ("TP ** FP", "only + - * / and brackets may stand in a formula"),
        ("__import__('os')", "only + - * / and brackets may stand in a formula"),
        ("TP if True else FP", "only + - * / and brackets may stand in a formula"),
        ("True", "only + - * / and brackets may stand in a formula"),
        ("'a'", "only + - * / and brackets may stand in a formula"),
    ],
)
def test_no_formula(formula, reason):
    """Anything else is refused with a reason; nothing is executed."""
    with pytest.raises(ValueError, match=r".") as error:
        evaluate(formula, {"TP": 3, "FP": 1})
    assert str(error.value) == reason


@pytest.mark.parametrize(
    ("example", "message"),
    [
        ("counts: {TP: 2, FP: 1}, value: 66.7, unit: percent", None),
        ("counts: {TP: 2, FP: 1}, value: 0.667, unit: ratio", None),
        ("counts: {TP: 2, FP: 1}, value: 66, unit: percent", "the worked example of precision says 66, computed 66.7"),
        (
            "counts: {TP: 2}, value: 66, unit: percent",
            "the worked example of precision cannot be computed: the count `FP` is missing",
        ),
        (
            "reference: a, output: b, value: 100, unit: percent",
            "the worked example of precision cannot be computed: only word-error-rate and character-error-rate are computed from texts",
        ),
    ],
)
def test_counts(example, message, said):
    """An example is right to the last digit that is printed."""
    found = said("formulas", f"metrics: [{{id: precision, worked_example: {{{example}}}}}]")
    assert found == ([message] if message else [])


@pytest.mark.parametrize(("value", "message"), [(35.7, None), (38, "says 38, computed 35.7")])
def test_texts(value, message, said):
    """Word errors are counted by the alignment with the fewest errors, whatever a source prints."""
    fragment = f"""\
metrics:
  - id: word-error-rate
    worked_example: {{reference: {PAGE}, output: {READ}, value: {value}, unit: percent, published_as: 38}}
"""
    assert said("formulas", fragment) == ([f"the worked example of word-error-rate {message}"] if message else [])
