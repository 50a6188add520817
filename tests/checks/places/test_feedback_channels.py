"""Ways to report a problem."""

from __future__ import annotations


def channel(kind, anonymous):
    return (
        f"feedback:\n  - {{id: way, kind: {kind}, how: So., owner: Desk, response_days: 7, anonymous: {anonymous}}}\n"
    )


def test_none(weighed):
    """In force there is a way to report a problem."""
    message = "there is no way to report a problem"
    assert weighed("feedback-channels", "feedback: []\n") == [("1:1", "warning", "error", message)]


def test_named_only(weighed):
    """That every way asks for a name is a warning."""
    message = "every way to report a problem asks for a name"
    assert weighed("feedback-channels", channel("address", "false")) == [("1:1", "warning", "warning", message)]
    assert weighed("feedback-channels", channel("informed_person", "true")) == []


def test_box_that_asks_for_a_name(weighed):
    """An anonymous box that asks for a name contradicts itself."""
    message = "`way` is an anonymous box that asks for a name"
    assert weighed("feedback-channels", channel("anonymous_box", "false"))[1:] == [("2:88", "error", "error", message)]
