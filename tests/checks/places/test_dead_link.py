"""Ids that lead nowhere."""

from __future__ import annotations

import pytest

from toolkit.checks import check_place

SIGN = "signs:\n  - {id: s, notice: NOTICE, place: P., pictogram: alert, headline: H, lead: L., MORE}\n"


def sign(more, notice="before"):
    return SIGN.replace("NOTICE", notice).replace("MORE", more)


def statement(of):
    return f"signs: []\nstatements:\n  - {{id: s, item: risk, pictogram: alert, title: T, text: T., of: {of}}}\n"


def kept(more):
    return f"signs: []\nstatements: []\nkept:\n  - {{id: k, name: K, category: personal, purpose: P., {more}}}\n"


@pytest.mark.parametrize(
    ("top", "where", "message"),
    [
        (sign("statements: [kept]", "befor"), "2:21", "there is no notice called `befor`"),
        (sign("statements: [kept, keept]"), "2:100", "there is no statement called `keept`"),
        (sign("statements: keept"), "2:93", "there is no statement called `keept`"),
        (sign("entrances: [hal]"), "2:93", "there is no entrance called `hal`"),
        (sign("cameras: [eye]"), "2:91", "there is no camera called `eye`"),
        (
            "notices:\n  - {id: before, kind: upfront, channel: sign, audience: [visitors, visitor], moment: Before.}\n",
            "2:69",
            "there is no group of people called `visitor`",
        ),
        ("consent: {needed: true, from_people: [clerks]}\n", "1:39", "there is no group of people called `clerks`"),
        (kept("derived_from: scan"), "4:69", "there is no data called `scan`"),
        (kept("copy_of: scan"), "4:64", "there is no data called `scan`"),
        (kept("copy_of: k"), "4:64", "'K' points to itself"),
        (kept("service: exmple"), "4:64", "there is no service of this place called `exmple`"),
        (statement("scans"), "3:67", "there is no data, choice, service or limitation called `scans`"),
    ],
)
def test_nowhere(top, where, message, weighed):
    """Each id that leads nowhere is an error whatever the status, at the id."""
    assert weighed("dead-link", top) == [(where, "error", "error", message)]


@pytest.mark.parametrize("id", ["scan", "by-hand", "example", "handwriting"])
def test_shortened(id, weighed):
    """A statement may shorten data that is kept, a choice, a service and a limitation of a service."""
    top = f"choices: [{{id: by-hand, offer: Have it typed., how: Say so.}}]\n{statement(id)}"
    assert weighed("dead-link", top) == []


def test_hint(place_of):
    """The id that was probably meant is named."""
    view = place_of(sign("statements: [keept]"))
    assert [f.help for f in check_place(view) if f.rule == "dead-link"] == ["did you mean `kept`?"]
