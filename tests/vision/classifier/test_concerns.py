"""Each doubt is raised where it should be, with the pictures it is about, and not elsewhere."""

from __future__ import annotations

import numpy as np

from toolkit.vision.classifier import train_pictures


def kinds(trained):
    return {concern.kind: concern for concern in trained.concerns}


def drawn(patterns, striped, dotted):
    return {
        "striped": [patterns["striped"](n) for n in range(striped)],
        "dotted": [patterns["dotted"](n) for n in range(dotted)],
    }


def test_counts(patterns):
    """Fewer than 5 are too few, fewer than 50 are few, more than twice as many are unbalanced."""
    found = kinds(train_pictures(drawn(patterns, 9, 4)))
    assert set(found) - {"near-identical"} == {"uncalibrated", "too-few", "few", "unbalanced"}
    assert found["too-few"].message == "`dotted` has 4 photographs, too few to learn from"
    assert found["few"].message == "`striped` has 9 photographs"
    assert found["few"].help.startswith("Custom Vision takes at least 5 for a tag and recommends 50 (")
    assert "`striped` has 9 photographs and `dotted` 4" in found["unbalanced"].message
    assert "unbalanced" not in kinds(train_pictures(drawn(patterns, 8, 4)))


def test_copies(patterns):
    """A copy under the same tag counts once; under another tag it is a contradiction."""
    pictures = drawn(patterns, 3, 3)
    pictures["striped"].append(pictures["striped"][1].copy())
    pictures["dotted"].append(pictures["striped"][0].copy())
    trained = train_pictures(pictures)
    found = kinds(trained)
    assert found["duplicate"].pieces == (1, 3)
    assert found["duplicate"].message == "copies of one picture, counted as one photograph: striped 2; striped 4"
    assert found["two-tags"].pieces == (0, 7)
    assert found["two-tags"].message == "one picture has the tags `striped` and `dotted`: striped 1; dotted 4"
    assert trained.measured.photographs == 7


def test_near_copies(patterns):
    """A picture that is a little lighter lies across the split from its twin: the figures are called too good."""
    pictures = drawn(patterns, 2, 2)
    pictures["striped"] = [pictures["striped"][0], pictures["striped"][0] + 1]
    found = kinds(train_pictures(pictures))["near-identical"]
    assert {0, 1} <= set(found.pieces)
    assert "striped 1 and striped 2" in found.message


def test_nothing_near():
    """Noise is like no other noise."""
    noise = np.random.default_rng(0).integers(0, 256, (4, 30, 30, 3)).astype(np.uint8)
    assert "near-identical" not in kinds(train_pictures({"a": noise[:2], "b": noise[2:]}))
