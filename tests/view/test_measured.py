"""What was measured, in sentences and rows."""

from __future__ import annotations

import json

from toolkit.model import Evidence
from toolkit.view.measured import parts, plot, plots

SPACE = "\N{NO-BREAK SPACE}"


def fact(**more):
    """A curve of character errors over three levels."""
    return Evidence.model_validate_json(
        json.dumps(
            {
                "schema_version": "1.0",
                "id": "pages-defocus",
                "metric": "character-error-rate",
                "value": 0.628,
                "unit": "ratio",
                "interval": {"low": 0.532, "high": 0.699, "method": "bootstrap over photographs"},
                "n": {"count": 48, "of": "pictures"},
                "corpus": {"name": "Synthetic pages", "hash": f"sha256:{'0' * 64}", "synthetic": True},
                "condition": "defocus at level 3 of 5 (a disc of 3 px)",
                "engine": {"name": "Tesseract", "version": "5.5.4"},
                "limitation": "out-of-focus",
                "curve": [
                    {"level": 0, "setting": "untouched", "value": 0.0741, "low": 0.039, "high": 0.124},
                    {"level": 3, "setting": "a disc of 3 px", "value": 0.628, "low": 0.532, "high": 0.699},
                    {"level": 5, "setting": "a disc of 7 px", "value": 0.937},
                ],
                "date": "2026-11-27",
                "method": "disclose evaluate",
                **more,
            }
        )
    )


def test_the_sentence():
    """The figure with its interval, what was done, and the figure where nothing was done."""
    shown = plot(fact())
    assert shown.sentence.replace(SPACE, " ") == (
        "63 % of the characters come out wrong (95% interval 53 % to 70 %) with defocus at level 3 of 5"
        " (a disc of 3 px), 7.4 % where nothing is done to them."
    )
    assert shown.basis == (
        "Measured by Tesseract 5.5.4 on 48 synthetic pictures of Synthetic pages, 27\N{NO-BREAK SPACE}November 2026."
    ).replace("27\N{NO-BREAK SPACE}November", "27 November")
    assert shown.label.replace(SPACE, " ") == (
        "Curve: 7.4 % of the characters come out wrong at level of harm 0, 94 % at level of harm 5;"
        " the table holds all points"
    )


def test_the_rows():
    """Every point in words; one without an interval says so."""
    rows = [tuple(cell.replace(SPACE, " ") for cell in row.cells) for row in plot(fact()).rows]
    assert rows == [
        ("0", "untouched", "7.4 %", "3.9 % to 12 %"),
        ("3", "a disc of 3 px", "63 %", "53 % to 70 %"),
        ("5", "a disc of 7 px", "94 %", "no interval"),
    ]


def test_a_tag():
    """A share of pictures names its tag."""
    sentence = plot(fact(metric="recall", slice={"tag": "QR code"})).sentence
    assert sentence.replace(SPACE, " ").startswith("63 % of the pictures that show “QR code” get the tag (95%")


def test_thresholds():
    """A curve over thresholds says so, and has no untouched start."""
    curve = [{"level": 0.3, "value": 0.056}, {"level": 0.8, "value": 0.03}]
    shown = plot(fact(metric="slipped-through", limitation=None, value=0.03, condition="threshold 0.8", curve=curve))
    assert (shown.under, shown.title) == ("threshold", "What slips through at each threshold")
    assert "where nothing is done" not in shown.sentence


def test_order():
    """Facts with pictures come first, then those of real ones; simulated data is no evidence."""
    example = {"before": "r/a.png", "after": "r/b.png", "there": "A", "setting": "level 3 of 5: x"}
    real = {"name": "Scans", "hash": f"sha256:{'0' * 64}", "synthetic": False}
    facts = [
        fact(id="a"),
        fact(id="b", corpus=real),
        fact(id="c", example=example),
        fact(id="d", simulated=True),
        fact(id="e", curve=[]),
        fact(id="f", limitation=None),
    ]
    assert {id: [each.fact.id for each in shown] for id, shown in plots(facts).items()} == {
        "out-of-focus": ["c", "b", "a"],
        "": ["f"],
    }


def test_parts():
    """Figures of parts of a corpus as rows: which part, which metric, the figure, n."""
    facts = [fact(curve=[], slice={"kind": "receipt"}, value=0.122, interval=None), fact(), fact(curve=[])]
    (row,) = parts(facts, lambda metric: metric.replace("-", " "))
    assert tuple(cell.replace(SPACE, " ") for cell in row.cells) == (
        "kind: receipt",
        "character error rate",
        "12 % (no interval)",
        "48 pictures",
    )
