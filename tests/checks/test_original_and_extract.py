"""Originals and what is read out of them."""

from __future__ import annotations

from samples import DAY, data, item


def test_original_and_extract(said):
    """An extract needs an original; a template or label made of the original counts as extract."""
    assert said("original-and-extract", data(item(DAY, ", form: extract"))) == [
        "nothing says what 'Scan' was read out of"
    ]
    pair = data(item(DAY, ", form: original"), item(DAY, ", form: template, derived_from: scan", id="b", name="B"))
    assert said("original-and-extract", pair) == []
