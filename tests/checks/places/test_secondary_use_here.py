"""What else data at a place is used for, and who else gets it."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("more", "found"),
    [
        ("secondary_use: none, sharing_consent: none_shared", []),
        ("secondary_use: none, sharing_consent: contract, recipients: [{who: A, why: B.}]", []),
        ("secondary_use: none, recipients: [{who: A, why: B.}]", []),
        ("sharing_consent: none_shared", [("2:5", "warning", "nothing says what else 'Scan' is used for")]),
        ("secondary_use: none", [("2:5", "warning", "nothing says who else gets 'Scan'")]),
        ("secondary_use: none, sharing_consent: contract", [("2:5", "warning", "nothing says who else gets 'Scan'")]),
        (
            "sharing_consent: none_shared, secondary_use: None., trains_models: 'yes'",
            [("2:112", "error", "'Scan' trains models, yet it is said to have no other use")],
        ),
        (
            "secondary_use: none, sharing_consent: none_shared, recipients: [{who: A, why: B.}]",
            [("2:105", "error", "'Scan' has recipients, yet it is said not to be shared")],
        ),
    ],
)
def test_use_and_sharing(more, found, weighed):
    """What is left open is an error in force, a contradiction always."""
    top = f"kept:\n  - {{id: scan, name: Scan, category: personal, purpose: To read., {more}}}\n"
    expected = [(where, example, "error", message) for where, example, message in found]
    assert weighed("secondary-use-here", top) == expected
