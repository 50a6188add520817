"""Codes that lead to one sign only."""

from __future__ import annotations

import datetime as dt

from desk import DESK, desk
from projects import write

from toolkit.checks.places.code_unique import check
from toolkit.load import load
from toolkit.posted import views

TODAY = dt.date(2026, 5, 4)


def problems(project, id="desk"):
    return [(found.path, found.message) for found in check(views(project, load(project), TODAY)[id])]


def test_a_code_for_each_sign(tmp_path):
    """Codes of ids and codes of one's own do not meet."""
    assert problems(desk(tmp_path)) == []


def test_two_signs_of_one_place(tmp_path):
    """Two signs with one code are both told of the other."""
    project = desk(tmp_path, ("headline: AI reads forms here", "code: k7m2, headline: AI reads forms here"))
    assert problems(project) == [
        (("signs", 0, "code"), "the code k7m2 of `desk` belongs to the sign `door` of `desk` too"),
        (("signs", 1, "code"), "the code k7m2 of `door` belongs to the sign `desk` of `desk` too"),
    ]


def test_signs_of_two_places(tmp_path):
    """A code that another place uses as well is told at both places."""
    project = desk(tmp_path)
    write(tmp_path, "deployments/hall/deployment.yml", DESK.replace("id: desk\n", "id: hall\n", 1))
    assert problems(project) == [
        (("signs", 0, "code"), "the code k7m2 of `desk` belongs to the sign `desk` of `hall` too")
    ]
    assert problems(project, "hall") == [
        (("signs", 0, "code"), "the code k7m2 of `desk` belongs to the sign `desk` of `desk` too")
    ]


def test_a_code_that_hung_elsewhere(tmp_path):
    """A code under which a sign of a place was posted that is no more is never given to another sign."""
    from toolkit.posted import add

    project = desk(tmp_path)
    write(
        tmp_path, "deployments/hall/deployment.yml", DESK.replace("id: desk\n", "id: hall\n", 1).replace("k7m2", "k7m3")
    )
    add(project, TODAY, "k7m3", "hall")
    (tmp_path / "deployments/hall/deployment.yml").unlink()
    path = tmp_path / "deployments/desk/deployment.yml"
    path.write_text(path.read_text("utf-8").replace("k7m2", "k7m3"), "utf-8")
    assert problems(project) == [
        (("signs", 0, "code"), "the code k7m3 of `desk` belongs to the sign `desk` of `hall` too")
    ]
