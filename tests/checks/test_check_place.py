"""The runner for places: severity, places in files, what owners accept, and what regimes ask for."""

from __future__ import annotations

import pytest
from samples import ORGANISATION

from toolkit.checks import check_place

#: Two signs with a headline that is too long.
SIGNS = """\
signs:
  - {id: hall-sign, notice: before, place: A., pictogram: alert, headline: A B C D E F G H I, lead: It reads.,
     accessible_form: {said_by: The clerk., call: 01 234}, entrances: [hall], statements: [kept, checked]}
  - {id: door-sign, notice: before, place: B., pictogram: alert, headline: A B C D E F G H I, lead: It reads.,
     accessible_form: {said_by: The clerk., call: 01 234}}
"""
LONG = "a headline of 9 words; nobody reads more than 8 in passing"


def allow(rule, more="", until="2026-12-31"):
    return f"allow: [{{rule: {rule}, reason: We print them again in May., until: {until}{more}}}]\n"


def of_rule(view, *rules):
    return [(f.place.line, f.severity, f.message) for f in check_place(view) if f.rule in rules]


@pytest.mark.parametrize(
    ("status", "severity"),
    [("example", "warning"), ("draft", "warning"), ("pilot", "error"), ("in_force", "error"), ("retired", "warning")],
)
def test_severity_follows_status(status, severity, place_of):
    """A gap warns in an example and a draft, is an error in a pilot and in force, and warns once it is over."""
    assert of_rule(place_of(SIGNS, status), "sign-content") == [(2, severity, LONG), (4, severity, LONG)]


def test_severity_of_a_part(place_of):
    """A part of a rule may be an error in other statuses than the rest."""
    found = of_rule(place_of(SIGNS.replace("alert", "no-such-icon"), "draft"), "sign-content")
    assert [severity for _, severity, _ in found] == ["warning", "error", "warning", "error"]


def test_place(place_of):
    """A finding names file, line, column and level."""
    first = next(finding for finding in check_place(place_of(SIGNS)) if finding.rule == "sign-content")
    assert first.place == ("deployments/desk/deployment.yml", 2, 76, "deployment")


def test_accepted(place_of):
    """An accepted finding is gone, with its reason and its end in the file."""
    assert of_rule(place_of(SIGNS + allow("sign-content"), "in_force"), "sign-content", "allow") == []


@pytest.mark.parametrize("path", ["signs.hall-sign", "signs.hall-sign.headline", "signs.0"])
def test_accepted_below_a_path(path, place_of):
    """A path limits it to a part; entries of lists are named by id or number."""
    view = place_of(SIGNS + allow("sign-content", f", path: {path}"), "in_force")
    assert of_rule(view, "sign-content", "allow") == [(4, "error", LONG)]


def test_expired(place_of):
    """It ends on its day."""
    view = place_of(SIGNS + allow("sign-content", until="2026-11-19"), "in_force")
    assert of_rule(view, "sign-content", "allow") == [
        (2, "error", LONG),
        (4, "error", LONG),
        (6, "warning", "`allow` for `sign-content` ended on 19 November 2026"),
    ]


def test_unused(place_of):
    """One that covers nothing should go."""
    found = of_rule(place_of(allow("choices")), "allow")
    assert found == [(1, "warning", "`allow` for `choices` is not needed any more")]


def test_inherited(place_of):
    """One of the organisation holds at each place, and is not called unused where it covers nothing."""
    organisation = f"{ORGANISATION}deployment_defaults:\n  {allow('sign-content')}"
    more = {"services/organisation.yml": organisation}
    assert of_rule(place_of(SIGNS, more=more), "sign-content", "allow") == []
    assert of_rule(place_of(more=more), "allow") == []


def test_unknown(place_of):
    """One of a rule for services only is a slip."""
    found = of_rule(place_of(allow("untested-groups")), "allow")
    assert found == [(1, "warning", "`allow` names the rule `untested-groups`, which does not exist")]


CAMERA = """\
place:
  name: The garden
  kind: building
  cameras:
    - {id: a, place: B., view_degrees: 9, view_metres: 1, sees: [{what: C, kind: KIND}],
       protected_places: [{kind: restroom, outside_because: D., checked_on: 2026-10-01}]}
"""


@pytest.mark.parametrize(
    ("rule", "top"),
    [
        ("unsafe-text", "purpose: To <b>read</b>.\n"),
        ("attested", "attestations: []\n"),
        ("happened", "reviewed_on: 2030-01-01\n"),
        ("retention-words", "items:\n  retention: We keep it for 3 days.\n"),
        ("street-without-mask", CAMERA.replace("KIND", "neighbour")),
        ("protected-place", CAMERA.replace("KIND", "care_room")),
    ],
)
def test_firm(rule, top, place_of):
    """What would be untrue or unsafe, and where no camera may look, nobody can accept."""
    found = of_rule(place_of(top + allow(rule), "in_force"), rule, "allow")
    assert [(severity, message) for _, severity, message in found][-1] == (
        "warning",
        f"findings of `{rule}` cannot be accepted",
    )
    assert [severity for _, severity, _ in found] == ["error", "warning"]


def test_very_many(place_of):
    """Of very many findings of one rule the first hundred are given."""
    ids = ", ".join(f"nobody-{number}" for number in range(250))
    notice = f"notices: [{{id: before, kind: upfront, channel: sign, audience: [{ids}], moment: Before.}}]\n"
    found = of_rule(place_of(f"{notice}signs: []\nstatements: []\n"), "dead-link")
    assert len(found) == 100
    assert found[0] == (1, "error", "there is no group of people called `nobody-0`")


REGIME = "regimes: [eu-gdpr-13]\nlaw: {personal_data: true, basis: public_task}\n"


def test_regimes(place_of):
    """What a regime asks for has the id of its rule, and is an error in force."""
    (found,) = (f for f in check_place(place_of(REGIME, "in_force")) if f.rule == "gdpr-13-2-d")
    assert (found.place.line, found.severity) == (2, "error")
    assert of_rule(place_of("regimes: [no-such-law]\n"), "regimes") != []


def test_accepted_of_a_regime(place_of):
    """It can be accepted like anything else."""
    assert of_rule(place_of(REGIME + allow("gdpr-13-2-d"), "in_force"), "gdpr-13-2-d", "allow") == []
