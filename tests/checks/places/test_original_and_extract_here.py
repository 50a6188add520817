"""Originals and extracts at a place."""

from __future__ import annotations

import pytest


def kept(*items):
    rows = "".join(
        f"  - {{id: {id}, name: {name}, category: personal, purpose: To read.{more}}}\n" for id, name, more in items
    )
    return f"kept:\n{rows}" if items else "kept: []\n"


@pytest.mark.parametrize(
    ("items", "found"),
    [
        ([], [("1:1", "nothing says what becomes of what is handed in or taken")]),
        ([("record", "Record", "")], [("1:1", "nothing says what becomes of what is handed in or taken")]),
        (
            [("scan", "Scan", ", form: original")],
            [("2:5", "nothing says what is read out of 'Scan', and how long that is kept")],
        ),
        (
            [("scan", "Scan", ", form: original"), ("text", "Text", ", form: extract")],
            [
                ("2:5", "nothing says what is read out of 'Scan', and how long that is kept"),
                ("3:5", "nothing says what 'Text' was read out of"),
            ],
        ),
        ([("scan", "Scan", ", form: original"), ("text", "Text", ", form: extract, derived_from: scan")], []),
        ([("scan", "Scan", ", form: original"), ("model", "Model", ", form: model, derived_from: scan")], []),
    ],
)
def test_forms(items, found, weighed):
    """What was handed in stands there, with what is made of it; each gap is an error in force."""
    expected = [(where, "warning", "error", message) for where, message in found]
    assert weighed("original-and-extract-here", kept(*items)) == expected
