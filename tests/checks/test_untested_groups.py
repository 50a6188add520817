"""Groups nobody tested with."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("limitation", "named"),
    [
        ("condition: The writer is a Child., effect: B., groups: [Children]", True),
        ("condition: Forms of children come in., effect: B.", True),
        ("condition: Forms of minors come in., effect: B.", False),
    ],
)
def test_untested_groups(limitation, named, said):
    """A group is named among the groups or in the words of a limitation, whatever the case."""
    fragment = f"""\
populations: {{underrepresented: children}}
limitations: [{{id: a, category: population, {limitation}}}]
"""
    message = "no limitation and no consideration names 'children'"
    assert said("untested-groups", fragment) == ([] if named else [message])
