"""Texts that belong neither to a service nor to a place."""

from __future__ import annotations

from pathlib import Path

from samples import ORGANISATION

from toolkit.checks import check_texts
from toolkit.load import load
from toolkit.paths import Project


def findings(folder: Path) -> list[tuple[str, int, str, str]]:
    """File, line, rule and severity of what is found in texts of the organisation and suites."""
    content = load(Project(folder.resolve()))
    assert content.findings == []
    found = [finding for other in content.others for finding in check_texts(other)]
    return [(Path(f.place.file).name, f.place.line, f.rule, f.severity) for f in found]


def test_texts_of_the_organisation_are_plain_and_finished(write_tree):
    """Markup and placeholders in the organisation's texts are errors, at their lines."""
    folder = write_tree(
        {
            "services/organisation.yml": ORGANISATION
            + "principles:\n  - id: care\n    name: Care\n    meaning: TODO <b>care</b>\n"
        }
    )

    lines = (ORGANISATION + "principles:\n").count("\n")
    assert findings(folder) == [
        ("organisation.yml", lines + 3, "unsafe-text", "error"),
        ("organisation.yml", lines + 3, "leftovers", "error"),
    ]


def test_a_suite_is_checked_too(write_tree):
    """So is what a suite says of itself."""
    suite = 'schema_version: "1.0"\nid: s\nname: S\ndescription: Reads {{ 7*7 }} forms.\n'
    folder = write_tree({"services/organisation.yml": ORGANISATION, "services/suites/s.yml": suite})

    assert findings(folder) == [("s.yml", 4, "unsafe-text", "error")]
