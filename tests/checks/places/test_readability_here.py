"""How hard texts at a place are to read."""

from __future__ import annotations

from samples import ORGANISATION

HARD = "Automated extraction of alphanumeric information facilitates administrative documentation procedures."
MESSAGE = "hard to read: school grade 32.5, at most 10 is plain (Flesch-Kincaid)"


def test_hard(weighed):
    """A hard text for affected people is a warning, even in force; one for others is left alone."""
    assert weighed("readability-here", f"purpose: {HARD}\n") == [("1:10", "warning", "warning", MESSAGE)]
    assert weighed("readability-here", f"exemptions: [{{rule: a, because: {HARD}}}]\n") == []


def test_of_a_service(weighed):
    """A text that the service hands down is looked at there; one of the organisation's defaults is not, so it is here."""
    service = {"services/example/service.yml": f"disclosure: {{not_collected: [{HARD}]}}"}
    assert weighed("readability-here", more=service) == []
    organisation = f"{ORGANISATION}deployment_defaults:\n  not_collected: [{HARD}]\n"
    found = weighed("readability-here", more={"services/organisation.yml": organisation})
    assert found == [("services/organisation.yml:9:19", "warning", "warning", MESSAGE)]


def test_language(weighed):
    """Texts are measured by the formula of the organisation's language."""
    german = {"services/organisation.yml": f"{ORGANISATION}language: de\n"}
    ((*_, message),) = weighed("readability-here", f"purpose: {HARD}\nattestations: []\n", more=german)
    assert message.endswith("(Wiener Sachtextformel)")
