"""Whether people have a choice."""

from __future__ import annotations

import pytest

CONSENT = "law: {personal_data: true, basis: consent}\n"
DUTY = "law: {personal_data: true, basis: legal_obligation}\n"
OTHER = "choices: [{id: by-hand, offer: Have it typed., how: Say so.}]\n"


def service(effect):
    """A service with a use on which *effect* hangs."""
    use = f"{{id: a, title: A, description: B., decision_effect: {effect}}}"
    return {"services/example/service.yml": f"uses: {{intended: [{use}]}}"}


def test_consent(weighed):
    """Consent without another way is an error in force; the file begins where the block would stand."""
    message = "the ground is consent, but people cannot choose anything else"
    assert weighed("choices", CONSENT) == [("1:1", "warning", "error", message)]
    assert weighed("choices", f"{CONSENT}choices: []\n") == [("2:1", "warning", "error", message)]
    assert weighed("choices", CONSENT + OTHER) == []
    assert weighed("choices", DUTY) == []


@pytest.mark.parametrize(("effect", "asked"), [("none", False), ("low", True), ("high", True)])
def test_effect(effect, asked, weighed):
    """So is a result on which something hangs."""
    message = "something hangs on the result for people, but they cannot choose anything else"
    found = weighed("choices", DUTY, more=service(effect))
    assert found == ([("1:1", "warning", "error", message)] if asked else [])
    assert weighed("choices", DUTY + OTHER, more=service(effect)) == []
