"""What is not recorded."""

from __future__ import annotations

import pytest
from samples import DAY, data, item


@pytest.mark.parametrize(
    ("fragment", "what"),
    [
        ("inputs: [{id: a, medium: video}]", "video"),
        ("inputs: [{id: a, medium: text}, {id: b, medium: audio}]", "sound"),
        (
            "features: [{id: a, name: A, behaviour: B., identifies_people: true}]",
            "people's faces, voices or other traits",
        ),
        (data(item(DAY).replace("personal", "biometric")), "biometric data"),
        ("inputs: [{id: a, medium: document}]", None),
    ],
)
def test_not_collected(fragment, what, said):
    """Cameras, microphones, faces and biometric data ask for what is not recorded."""
    message = f"the service works on {what}, but nothing says what it does not record"
    assert said("not-collected", fragment) == ([message] if what else [])
