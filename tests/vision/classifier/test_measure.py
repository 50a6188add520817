"""Figures count photographs; confusion names the pieces; intervals stand only where cases are independent."""

from __future__ import annotations

import numpy as np
import pytest

from toolkit.vision.classifier.features import COUNT
from toolkit.vision.classifier.measure import Ratio, across_halves, across_photographs
from toolkit.vision.classifier.pieces import Piece, Pieces


def pieces(rows, labels, photographs):
    nothing = np.zeros(64, bool)
    return Pieces(
        tuple(
            Piece(
                str(n), label, photograph, str(photograph), right=False, features=np.resize(row, COUNT), outline=nothing
            )
            for n, (row, label, photograph) in enumerate(zip(rows, labels, photographs, strict=True))
        )
    )


def test_tiles_of_a_photograph_are_one_case():
    """Four photographs of three tiles each count as four, and one fold never holds half of one."""
    labels, photographs = [0] * 6 + [1] * 6, [0] * 3 + [3] * 3 + [6] * 3 + [9] * 3
    rows = [[label + n / 100, n % 2] for n, label in enumerate(labels)]
    measured, parts = across_photographs(pieces(rows, labels, photographs), ("a", "b"), 0)
    assert measured.photographs == 4
    assert sum(tag.recall.of for tag in measured.tags) == 4
    assert [len(set(parts[start : start + 3])) for start in (0, 3, 6, 9)] == [1, 1, 1, 1]
    assert {index for row in measured.confusion for cell in row for index in cell} == {0, 3, 6, 9}


def test_confusion():
    """A photograph under the wrong tag is named by its index, and figures follow from the table."""
    rows = [[0.0], [0.1], [0.05], [0.02], [1.0], [1.1], [1.05], [0.03]]
    measured, _ = across_photographs(pieces(rows, [0] * 4 + [1] * 4, range(8)), ("a", "b"), 0)
    assert measured.confusion == (((0, 1, 2, 3), ()), ((7,), (4, 5, 6)))
    assert measured.confused == (7,)
    a, b = measured.tags
    assert (a.precision[:2], a.recall[:2], b.precision[:2], b.recall[:2]) == ((4, 5), (4, 4), (3, 3), (3, 4))
    assert measured.calibration is None


def test_interval():
    """Wilson's interval of 4 of 5 (Brown, Cai and DasGupta 2001, formula 4), and none for tiles or for nothing."""
    assert Ratio(4, 5, independent=True).interval == pytest.approx((0.3755, 0.9638), abs=1e-4)
    assert Ratio(4, 5, independent=False).interval is None
    assert Ratio(0, 0, independent=True).value is None


def test_halves():
    """Tiles are called tiles, and have no interval; scores are compared with the truth in bins."""
    scores = np.array([[0.9, 0.1], [0.3, 0.7], [0.1, 0.9]])
    measured = across_halves(scores, np.array([0, 0, 1]), np.array([4, 5, 9]), ("a", "b"), 2)
    assert measured[:3] == ("tiles", 2, 0)
    assert measured.confusion == (((4,), (5,)), ((), (9,)))
    assert measured.tags[0].recall == (1, 2, False)
    assert measured.calibration.brier == pytest.approx((0.02 + 0.98 + 0.02) / 3)
    assert [tuple(each) for each in measured.calibration.bins] == [
        pytest.approx((0.6, 0.8, 1, 0.7, 0.0)),
        pytest.approx((0.8, 1.0, 2, 0.9, 1.0)),
    ]


@pytest.mark.parametrize(("count", "calibrated"), [(2, False), (6, False), (7, True)])
def test_calibration_needs_seven(count, calibrated):
    """Five photographs of a tag have to be left when a fifth is held back; else calibration is not measured."""
    rows = [[label + n / 100] for label in (0, 1) for n in range(count)]
    measured, _ = across_photographs(pieces(rows, [0] * count + [1] * count, range(2 * count)), ("a", "b"), 0)
    assert measured.folds == min(count, 5)
    assert (measured.calibration is not None) is calibrated
