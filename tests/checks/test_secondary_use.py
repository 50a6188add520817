"""Other uses and sharing that contradict each other."""

from __future__ import annotations

import pytest
from samples import DAY, data, item


@pytest.mark.parametrize(
    ("more", "messages"),
    [
        (", secondary_use: None., trains_models: 'yes'", ["'Scan' trains models, yet it is said to have no other use"]),
        (", secondary_use: Trains our models., trains_models: 'yes'", []),
        (
            ", sharing_consent: none_shared, recipients: [{who: A, why: B.}]",
            ["'Scan' has recipients, yet it is said not to be shared"],
        ),
        (", sharing_consent: contract, recipients: [{who: A, why: B.}]", []),
    ],
)
def test_secondary_use(more, messages, said):
    """Training and recipients contradict what denies them."""
    assert said("secondary-use", data(item(DAY, more))) == messages
