"""`disclose translate`: what it prints, what it writes, and how it stops."""

from __future__ import annotations

import json

import pytest
from projects import write
from samples import MINIMAL, ORGANISATION
from typer.testing import CliRunner

from toolkit.cli_translate import translate
from toolkit.errors import UsageError

PO = "deployments/desk/locale/de.po"
DESK = """\
schema_version: "1.0"
id: desk
name: Desk
status: example
services: [example]
controller: {name: Town hall}
place: {name: The desk in the hall, kind: desk}
purpose: To type what is printed on your form.
benefits: [You wait less.]
items: {}
oversight: {level: in_the_loop}
languages: [en, de, zh-Hans]
"""


@pytest.fixture
def root(tmp_path):
    """A project with one place in three languages."""
    write(tmp_path, "services/organisation.yml", ORGANISATION)
    write(tmp_path, "services/example/service.yml", MINIMAL)
    write(tmp_path, "deployments/desk/deployment.yml", DESK)
    return tmp_path


def run(root, *arguments):
    """What a command prints; an exception is raised as it is, since `main` turns it into a sentence."""
    result = CliRunner().invoke(translate, [*arguments, "-C", str(root)], catch_exceptions=False)
    assert result.exit_code == 0
    return result.stdout


def test_extract(root):
    """One line a file says how many sentences there are, and what is new."""
    assert run(root, "extract", "desk") == (
        "deployments/desk/locale/de.po: 4 sentences, 4 new\ndeployments/desk/locale/zh-Hans.po: 4 sentences, 4 new\n"
    )
    (root / "deployments/desk/deployment.yml").write_text(DESK.replace("You wait less.", "You wait much less."))
    (root / PO).write_text((root / PO).read_text().replace('less."\nmsgstr ""', 'less."\nmsgstr "Sie warten weniger."'))
    assert run(root, "extract", "--lang", "de") == "deployments/desk/locale/de.po: 4 sentences, 1 changed\n"
    assert run(root, "extract", "--lang", "de") == "deployments/desk/locale/de.po: 4 sentences, nothing new\n"


def test_status(root):
    """The table has a row for each place and language, with numbers under each other."""
    assert run(root, "status") == (
        "deployment  language  reviewed  unreviewed  stale  missing\n"
        "desk        de               0           0      0        4\n"
        "desk        zh-Hans          0           0      0        4\n"
    )


def test_status_for_programs(root):
    """The same as JSON."""
    rows = json.loads(run(root, "status", "--json"))
    assert rows[0] == {
        "deployment": "desk", "language": "de", "reviewed": 0, "unreviewed": 0, "stale": 0, "missing": 4,
    }  # fmt: skip
    assert [row["language"] for row in rows] == ["de", "zh-Hans"]


def test_nothing_to_translate(root):
    """A project whose places speak one language says so."""
    (root / "deployments/desk/deployment.yml").write_text(DESK.replace("[en, de, zh-Hans]", "[en]"))
    assert run(root, "status") == "no deployment has another language\n"
    assert run(root, "extract") == ""


def test_unknown(root):
    """A slip in the id stops the run with a sentence."""
    with pytest.raises(UsageError, match="there is no deployment called 'desc'"):
        run(root, "extract", "desc")
