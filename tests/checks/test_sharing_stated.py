"""Other uses and sharing that nobody states."""

from __future__ import annotations

from samples import DAY, data, item


def test_sharing_of_ordinary_data(said):
    """Ordinary data may be silent about other uses, but not about the ground of sharing."""
    ordinary = data(item(DAY, ", recipients: [{who: A, why: B.}]").replace("personal", "ordinary"))
    assert said("sharing-stated", ordinary) == ["nothing says on what ground 'Scan' is shared"]
