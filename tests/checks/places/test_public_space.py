"""Public space."""

from __future__ import annotations


def test_public_space(weighed):
    """It is a warning, even in force, with the advice not to use it."""
    top = "place:\n  name: The square\n  kind: public_space\n"
    message = "in a public space hardly anybody can be told in time"
    assert weighed("public-space", top) == [("3:9", "warning", "warning", message)]
