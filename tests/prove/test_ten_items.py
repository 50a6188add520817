"""A notice in force says ten things. Whichever of them is taken out, from whichever level, the build refuses the place.

A shipped example stands in for a notice in force: reviews, tests and attestations that nobody made are laid over it, in
a temporary folder alone.
"""

from __future__ import annotations

import re
import shutil
import textwrap
from contextlib import contextmanager

import pytest
from projects import ROOT, TODAY, disclose, starter_site, write
from studies import study_of
from understandings import evidence

from toolkit.build import build
from toolkit.load import load
from toolkit.paths import find_project
from toolkit.posted import views

PLACE = "deployments/library-desk/deployment.yml"
SERVICE = "services/tesseract-ocr/service.yml"
SUITE = "services/suites/local.yml"
ORGANISATION = "services/organisation.yml"
UNDERSTOOD = "deployments/library-desk/evidence/understood-how-long.json"
#: The block that says the ten things; lists of data are called `items` too, and start with a hyphen.
ITEMS = re.compile(r"^( *)items:\n(?:\1  (?!- ).*\n)+", re.MULTILINE)
#: The key and what belongs to it.
ITEM = r"^{0}{1}:.*\n(?:{0} +.*\n)*"
SENTENCES = {
    "collected": "nothing says which data is taken",
    "method": "nothing says how it works",
    "purpose": "nothing says what it is for",
    "benefits": "nothing says what good it does the people affected",
    "access": "nothing says who gets to see the data",
    "access_reason": "nothing says why they get to see it",
    "automated_decision": "nothing says whether a machine decides anything",
    "retention": "nothing says how long the data is kept",
    "contact": "nothing says whom to ask",
    "protection": "nothing says how the data is protected",
}
TESTED = """\
{"schema_version": "1.0", "id": "forms", "metric": "word-error-rate", "value": 0.1, "unit": "ratio",
 "n": {"count": 60, "of": "photographs"}, "condition": "untouched pictures", "date": "2026-11-02", "method": "trial",
 "corpus": {"name": "Forms of this desk", "synthetic": false, "place": "library-desk", "hash": "sha256:%s"}}
""" % ("0" * 64)
DONE = """\
reviewed_by: A. Person
reviewed_on: 2026-11-02
legal_reviews: [{by: Legal office, on: 2026-11-02}]
consultations: [{who: Ten people in the queue, on: 2026-11-02, changed: The sign names the choice.}]
attestations:
"""


def in_force(project):
    """Make the place one that is in force, in English alone."""
    path = project.root / PLACE
    text = path.read_text("utf-8").replace("status: example\n", "status: in_force\n")
    text = re.sub(r"\b555 01", "555 21", text).replace("library.example", "library.internal")
    text = text.replace("authority.example", "authority.internal")
    text = re.sub(r"\[en, es, .*?\]", "[en]", text)
    text = re.sub(r"^(    response_days: .*)$", r"\1\n    last_tested: 2026-11-02", text, flags=re.MULTILINE)
    text = re.sub(r"^(\s+outside_because: .*)$", r"\1\n          checked_on: 2026-11-02", text, flags=re.MULTILINE)
    text = re.sub(r"(outside_because: [^}\n]*)\}", r"\1, checked_on: 2026-11-02}", text)
    place = load(project).deployments["library-desk"].record
    said = [f"signs.{each.id}.{part}" for each in place.signs for part in ("headline", "lead")]
    said += [f"statements.{each.id}" for each in place.statements]
    attested = f"  - {{id: desk, of: [{', '.join(said)}], by: A. Person, role: clerk, on: 2026-11-02, how: Looked.}}\n"
    path.write_text(text.replace("reviewed_by: none\n", DONE + attested), "utf-8")
    write(project.root, "deployments/library-desk/study.yml", study_of("library-desk"))
    write(project.root, "deployments/library-desk/evidence/forms.json", TESTED)


def hand_up(project, level):
    """Let *level* alone say the ten things."""
    block = ITEMS.search((project.root / PLACE).read_text("utf-8"))[0]
    inner = textwrap.indent(block, "  ")
    said = {PLACE: block if level == "deployment" else "", SERVICE: inner if level == "service" else "", SUITE: ""}
    for file, words in said.items():
        path = project.root / file
        whole = path.read_text("utf-8")
        [found] = ITEMS.finditer(whole)
        path.write_text(whole.replace(found[0], words), "utf-8")
    if level == "organisation":
        with (project.root / ORGANISATION).open("a", encoding="utf-8") as file:
            file.write(f"\ndeployment_defaults:\n{inner}")


#: By level: the file that says the ten things.
LEVELS = {"organisation": ORGANISATION, "service": SERVICE, "deployment": PLACE}


@pytest.fixture(scope="module", params=LEVELS)
def level(request):
    return request.param


@pytest.fixture(scope="module")
def project(level, tmp_path_factory):
    """A notice in force whose ten things are said by *level*."""
    root = tmp_path_factory.mktemp(level)
    shutil.copytree(ROOT / "services", root / "services")
    shutil.copytree(ROOT / "deployments/library-desk", root / "deployments/library-desk")
    starter_site(root)
    project = find_project(root)
    in_force(project)
    hand_up(project, level)
    words_of_today = views(project, load(project), TODAY)["library-desk"].hash
    write(project.root, UNDERSTOOD, evidence(message_hash=words_of_today))
    return project


def errors(report):
    return [f"{finding.where}: {finding.message}" for finding in report.findings if finding.severity == "error"]


def test_it_is_published_with_all_ten(project):
    """Nothing keeps the whole notice back, so whatever does so below is the item that is missing."""
    report = build(project, TODAY, site=False)
    assert (errors(report), report.refused) == ([], [])
    assert (project.docs / "notices/library-desk/sign-desk-sign.en.pdf").is_file()


@contextmanager
def without(project, level, item):
    """The project while *level* does not say *item*; gives the place of the block that lacks it."""
    path = project.root / LEVELS[level]
    whole = path.read_text("utf-8")
    [found] = ITEMS.finditer(whole)
    [entry] = re.findall(ITEM.format(f"{found[1]}  ", item), found[0], re.MULTILINE)
    path.write_text(whole.replace(entry, ""), "utf-8")
    line, column = whole[: found.start()].count("\n") + 1, len(found[1]) + 1
    yield f"{LEVELS[level]}:{line}:{column}"
    path.write_text(whole, "utf-8")


@pytest.mark.parametrize("item", SENTENCES)
def test_without_one(project, level, item):
    """The place is kept back; the error stands at the block that lacks the item, in the file of its level."""
    with without(project, level, item) as where:
        report = build(project, TODAY, site=False)
    assert f"{where}: {SENTENCES[item]}" in errors(report)
    assert report.refused == ["library-desk"]
    assert not (project.docs / "notices/library-desk").exists()


def test_the_command_leaves_with_one(project, level):
    """Who publishes from a script is stopped, and told where."""
    with without(project, level, "contact") as where:
        run = disclose("build", "--no-site", "--today", "2026-11-20", cwd=project.root)
    assert run.returncode == 1
    assert f"{where}: error[ten-items] nothing says whom to ask" in run.stdout
    assert "kept back because of errors: library-desk" in run.stderr
