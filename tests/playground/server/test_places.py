"""Which places take messages, as their files are now."""

from __future__ import annotations

import os

import pytest
from desk import DESK, FILE, desk
from projects import ROOT, edit, write

from playground.server.places import channel, kept_days, open_places, organisation
from toolkit.paths import Project

WAYS = """\
feedback:
  - {id: box, kind: anonymous_box, how: Use the box., owner: head of the desk, response_days: 14, anonymous: true}
  - {id: button, kind: in_app, how: Press it., owner: head of the desk, response_days: 7, anonymous: true}
"""


@pytest.fixture
def project(tmp_path):
    """A project with one place."""
    return desk(tmp_path, ("languages: [en, es]\n", f"{WAYS}languages: [en, es]\n"))


def test_places_in_use(project):
    """A place that can be read and is in use; what changes in its file is seen."""
    assert list(open_places(project)) == ["desk"]
    edit(project, FILE, "status: example", "status: retired")
    assert open_places(project) == {}
    edit(project, FILE, "status: retired", "status: lost")
    assert open_places(project) == {}
    write(project.root, "deployments/door/deployment.yml", DESK.replace("id: desk\nname", "id: door\nname"))
    assert list(open_places(project)) == ["door"]


def test_read_once_while_nothing_changes(project):
    """The same view as long as no file changes, and another one after that."""
    first = open_places(project)["desk"]
    assert open_places(project)["desk"] is first
    os.utime(project.root / FILE, ns=(1, 1))
    assert open_places(project)["desk"] is not first


def test_organisation(project):
    """Who publishes; nobody where that cannot be read."""
    assert organisation(project).name == "City of Example"
    (project.root / "services/organisation.yml").unlink()
    assert organisation(project) is None
    assert open_places(project) == {}


def test_channel(project):
    """The first of the kinds that the place has."""
    view = open_places(project)["desk"]
    assert channel(view, "anonymous_box", "in_app").response_days == 14
    assert channel(view, "in_app").response_days == 7
    assert channel(view, "address") is None


def test_days_that_messages_are_kept(project):
    """What the place says, else thirty."""
    assert kept_days(open_places(project)["desk"]) == 30
    edit(project, FILE, "feedback:", "feedback_kept_days: 365\nfeedback:")
    assert kept_days(open_places(project)["desk"]) == 365
    assert kept_days(None) == 30


@pytest.mark.parametrize(
    "id", ["building-entrance", "library-desk", "museum-archive", "this-toolkit", "workshop-table"]
)
def test_a_place_keeps_messages_no_longer_than_it_says(id):
    """What our own places say in `kept` of reports and messages is no less than the server does."""
    place = open_places(Project(ROOT))[id].deployment
    days = {"days": 1, "weeks": 7, "months": 30, "years": 365}
    told = [each.retention for each in place.kept if each.id in {"messages", "mistake-report", "report-text"}]
    assert {each.value * days[each.unit] for each in told} == {place.feedback_kept_days}
