"""The shipped regimes, and a project's own laid over them."""

from __future__ import annotations

import datetime as dt

import pytest
from samples import ORGANISATION

from toolkit.load.regimes import SHIPPED, regimes, shipped_regimes, unknown_step
from toolkit.paths import Project

CITY = """\
id: city
name: City rules
jurisdiction: Example City
url: https://city.example/rules
kind: law
rules:
  - id: city-4
    layer: [notice]
    kind: mandatory
    requires: [law.authority]
    says: Where to complain.
    source: {instrument: City rules, locator: section 4, url: https://city.example/rules}
    status: seen
    checked_on: 2026-11-20
"""


@pytest.fixture
def read(write_tree):
    """The regimes of a project with these files under `services/regimes/`, and what was found."""

    def build(**files: str):
        named = {f"services/regimes/{name}.yml": text for name, text in files.items()}
        folder = write_tree({"services/organisation.yml": ORGANISATION, **named})
        known, findings = regimes(Project(folder.resolve()))
        return known, [(f.place.file, f.place.line, f.rule, f.message, f.help) for f in findings]

    return build


def test_shipped():
    """Ten regimes ship, without a problem, each in the file of its name."""
    known, findings = regimes()
    assert findings == []
    assert list(known) == [
        "baseline",
        "eu-ai-act-50",
        "eu-edpb-video-sign",
        "eu-gdpr-13",
        "legibility",
        "pdfua1",
        "uk-ico-rti",
        "us-il-bipa",
        "us-nyc-biometric",
        "wcag22",
    ]
    assert shipped_regimes() == known


def test_shipped_rules_say_how_they_were_read():
    """Each rule was checked on a day, and each second-hand rule says whose account it is."""
    rules = [rule for regime in shipped_regimes().values() for rule in regime.rules]
    assert {rule.checked_on for rule in rules} == {dt.date(2026, 11, 20)}
    assert {rule.id for rule in rules if rule.status == "2nd"} == {
        "aia-86-explanation",
        "edpb-fl-controller",
        "edpb-fl-purpose",
        "edpb-fl-rights",
        "edpb-fl-interest",
        "edpb-fl-officer",
        "edpb-fl-link",
        "din-4844-1-text",
        "din-4844-1-pictogram",
        "din-1450",
        "ansi-z535-text",
        "qr-width",
    }


def test_shipped_days():
    """The days from which rules apply, as their sources give them."""
    rules = [rule for regime in shipped_regimes().values() for rule in regime.rules]
    found: dict[str, set[str]] = {}
    for rule in rules:
        if rule.applies_from:
            found.setdefault(rule.applies_from.isoformat(), set()).add(rule.id.split("-")[0])
    assert found == {
        "2018-05-25": {"gdpr"},
        "2021-07-09": {"nyc"},
        "2025-02-02": {"aia"},
        "2026-08-02": {"aia"},
        "2026-12-02": {"aia"},
        "2027-12-02": {"aia"},
    }


def test_shipped_lines_are_short():
    """Nobody scrolls sideways in a shipped regime, but for an address that cannot be broken."""
    lines = [line for path in SHIPPED.glob("*.yml") for line in path.read_text("utf-8").splitlines()]
    assert [line for line in lines if len(line) > 100 and not line.lstrip().startswith("url: https://")] == []


def test_a_project_adds_a_regime(read):
    """A file with a new name is a regime more."""
    known, findings = read(city=CITY)
    assert findings == []
    assert [duty.id for duty in known["city"].rules] == ["city-4"]
    assert len(known) == 11


def test_a_project_changes_a_rule(read):
    """A file with the name of a shipped regime changes it rule by rule, and can take one out with a reason."""
    known, findings = read(
        **{
            "us-nyc-biometric": (
                "rules:\n"
                "  - {id: nyc-22-1202-words, says: A city sign.}\n"
                "  - {id: nyc-22-1202-entrances, remove: {reason: One door only.}}\n"
            )
        }
    )
    assert findings == []
    assert [(duty.id, duty.says) for duty in known["us-nyc-biometric"].rules] == [("nyc-22-1202-words", "A city sign.")]


def test_a_path_that_leads_nowhere(read):
    """A slip in a path is found at its line, with what was meant."""
    known, findings = read(city=CITY.replace("law.authority", "law.autority"))
    message = "`law.autority` leads nowhere: a deployment has no `autority` there"
    assert findings == [("services/regimes/city.yml", 10, "unknown-value", message, "did you mean `authority`?")]
    assert "city" not in known


def test_an_id_that_is_not_the_name_of_the_file(read):
    """A deployment finds a regime by the name of its file."""
    _, findings = read(town=CITY)
    message = "the id `city` is not the name of its file, `town.yml`"
    assert findings == [("services/regimes/town.yml", 1, "wrong-value", message, "rename one of the two")]


def test_a_rule_that_stands_elsewhere(read):
    """An exemption names a rule by its id alone, so each id stands once in all regimes."""
    _, findings = read(city=CITY.replace("city-4", "baseline-purpose"))
    message = "the rule `baseline-purpose` stands in the regime `baseline` already"
    assert findings == [("services/regimes/city.yml", 7, "wrong-value", message, "give it another id")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (CITY.replace("check", "chek"), (7, "missing-key", "`checked_on` is missing in this duty")),
        (CITY.replace("mandatory", "must"), (9, "unknown-value", "`kind` cannot be must")),
        (CITY.replace("[law.authority]", "[law.authority]\n    when: [people]"), (11, "unknown-value", "`when` cannot be people")),
        ("- a\n", (1, "wrong-type", "the file should hold keys, such as `id:`")),
        ("id: [\n", (1, "yaml-syntax", None)),
    ],
)  # fmt: skip
def test_a_file_that_is_wrong(read, text, expected):
    """What is wrong is found at its line, the regime is left out, and the others are read."""
    known, findings = read(city=text)
    line, rule, message = expected
    assert (findings[0][1], findings[0][2]) == (line, rule)
    assert message in (None, findings[0][3])
    assert len(known) == 10


def test_a_file_that_leads_out_of_the_project(write_tree, tmp_path_factory):
    """A link to a file elsewhere is not read."""
    outside = tmp_path_factory.mktemp("outside") / "city.yml"
    outside.write_text(CITY, "utf-8")
    folder = write_tree({"services/organisation.yml": ORGANISATION})
    (folder / "services/regimes").mkdir()
    (folder / "services/regimes/city.yml").symlink_to(outside)
    known, findings = regimes(Project(folder.resolve()))
    assert [(f.place.file, f.rule) for f in findings] == [("services/regimes/city.yml", "outside-project")]
    assert "city" not in known


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("purpose", None),
        ("law.rights.withdrawal", None),
        ("kept.*.retention", None),
        ("notices.upfront", None),
        ("consent.withdraw.how", None),
        ("signs.*.accessible_form", None),
        ("law.rights.rigths", "rigths"),
        ("notices.soon", "soon"),
        ("feedbak", "feedbak"),
        ("purpose.text", "text"),
    ],
)
def test_unknown_step(path, expected):
    """Keys, choices of a list and kinds of records lead on; nothing else does."""
    found = unknown_step(path)
    assert (found[0] if found else None) == expected
