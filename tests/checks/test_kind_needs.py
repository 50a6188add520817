"""What promised documents need."""

from __future__ import annotations

from samples import documents


def test_kind_needs(said):
    """Each empty part that a kind needs is named; an empty block holds nothing."""
    fragment = documents("kind: disclosure-design-guidelines") + "disclosure: {items: {}}\n"
    assert said("kind-needs", fragment) == [
        "`disclosure-design-guidelines` is promised, but `disclosure.items` is empty",
        "`disclosure-design-guidelines` is promised, but `disclosure.notices` is empty",
        "`disclosure-design-guidelines` is promised, but `people` is empty",
    ]
    assert said("kind-needs", documents("kind: limited-access, state: absent, reason: None.")) == []
