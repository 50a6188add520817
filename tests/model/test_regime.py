"""What a regime may hold."""

from __future__ import annotations

from typing import Any

import pytest
from pydantic import ValidationError

from toolkit.model.regime import Duty, Regime

CLAUSE = {"instrument": "City rules", "locator": "section 4", "url": "https://city.example/rules"}
DUTY: dict[str, Any] = {
    "id": "city-4",
    "layer": ("notice",),
    "kind": "mandatory",
    "requires": ("law.authority",),
    "says": "Where to complain.",
    "source": CLAUSE,
    "status": "seen",
    "checked_on": "2026-11-20",
}


def refused(**changes: Any) -> str:
    """The sentence with which a rule with *changes* is refused."""
    with pytest.raises(ValidationError) as caught:
        Duty.model_validate({**DUTY, **changes})
    return str(caught.value.errors()[0]["msg"])


def test_a_rule():
    """The example is a rule, and what it leaves out is empty."""
    duty = Duty.model_validate(DUTY)
    assert (duty.when, duty.on_sign, duty.check, duty.applies_from) == ((), (), None, None)


def test_a_regime_has_rules():
    """A regime names where it holds and where it can be read."""
    head = {"id": "city", "name": "City rules", "jurisdiction": "Example City", "kind": "law", "rules": (DUTY,)}
    regime = Regime.model_validate({**head, "url": "https://city.example/rules"})
    assert [duty.id for duty in regime.rules] == ["city-4"]


@pytest.mark.parametrize("changes", [{"status": "2nd"}, {"second_source": "A blog"}])
def test_second_hand_names_its_source(changes):
    """Who says so goes with `2nd` and with nothing else."""
    assert refused(**changes) == ("Value error, `second_source` goes with `status: 2nd`, and `status: 2nd` needs it")


def test_layers_fit_what_is_looked_at():
    """What is looked for on signs needs the layer sign, and paths need another one."""
    assert refused(on_sign=("link",)) == "Value error, `on_sign` needs the layer `sign`"
    assert refused(layer=("sign",)) == (
        "Value error, `requires` is looked at in the notice, so it needs another layer than `sign`"
    )


@pytest.mark.parametrize(
    "changes",
    [
        {"status": "unverified"},
        {"layer": ()},
        {"layer": ("wall",)},
        {"when": ("always",)},
        {"check": "anything"},
        {"requires": ("law..authority",)},
        {"requires": ("law.authority; rm",)},
        {"source": {**CLAUSE, "url": "javascript:alert(1)"}},
        {"id": "aia-50.1"},
    ],
    ids=str,
)
def test_what_is_no_rule(changes):
    """Nothing unverified, no layer, condition, check or path that nobody knows, and only ids that can be addresses."""
    assert refused(**changes)


def test_unverified_is_no_status():
    """A rule is seen or second-hand; what was not checked at all cannot be written down as one."""
    assert refused(status="unverified") == "Input should be 'seen' or '2nd'"
