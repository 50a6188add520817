"""What the documents say, for programs."""

from __future__ import annotations

import json

from projects import TODAY, everything, small, views, write
from samples import MINIMAL, ORGANISATION

from toolkit.build import build
from toolkit.render import api


def read(project, name):
    return json.loads((project.docs / f"api/{name}.json").read_text("utf-8"))


def test_services(tmp_path):
    """Each published service is listed with its documents, where they are, and its metadata."""
    project = everything(tmp_path)
    build(project, TODAY, site=False)
    parent, reader = read(project, "services")
    assert (parent["id"], reader["id"]) == ("example-parent", "example-reader")
    assert (reader["name"], reader["suite"], reader["status"], reader["lifecycle"]) == (
        "Example reader",
        "Imaginary suite",
        "published",
        "retiring",
    )
    assert len(reader["documents"]) == 10
    for document in reader["documents"]:
        assert document["state"] == "own"
        assert (project.docs / f"{document['href'].rstrip('/')}.md").is_file()
    assert reader["metadata"]["data"]["flows"][0]["from"] == "Test voice"
    assert reader["metadata"]["identity"]["review_due"] == "2027-06-07"


def test_metadata_can_be_read_back(tmp_path, rich_views):
    """The metadata of a service, put in the place of its file, is the same service again."""
    view = rich_views["split"]
    metadata = api.service(view)["metadata"]
    assert metadata.pop("extends") == "suites/split.yml"
    project = everything(tmp_path)
    write(tmp_path, "services/organisation.yml", ORGANISATION)
    write(tmp_path, "services/example-reader/service.yml", json.dumps(metadata))
    again = views(project)["example-reader"].service
    assert again == view.service.model_copy(update={"extends": None})


def test_where_merged_inherited_and_absent_documents_are(view_of):
    """A merged document is a place in a page, an inherited one the parent's page, an absent one nowhere."""
    other = {"services/other/service.yml": MINIMAL.replace("id: example", "id: other")}
    view = view_of(
        """\
identity:
  parent: other
  documents:
    - {kind: transparency-note}
    - {kind: research-insights, state: merged, into: transparency-note}
    - {kind: data-privacy-security, state: inherited}
    - {kind: code-of-conduct, state: absent, reason: There is none.}
""",
        files=other,
    )
    assert [document["href"] for document in api.service(view)["documents"]] == [
        "notes/example/transparency-note/",
        "notes/example/transparency-note/#section-research",
        "notes/other/data-privacy-security/",
        None,
    ]
    added = [document.get("particular") for document in api.service(view)["documents"]]
    assert added == [None, None, "notes/example/data-privacy-security/", None]


def test_claims(tmp_path):
    """The claims of all services stand in one list."""
    project = small(tmp_path, "one", "two")
    build(project, TODAY, site=False)
    found = read(project, "claims")
    assert {claim["service"] for claim in found} == {"one", "two"}
    assert len({claim["id"] for claim in found}) == len(found)


DEPLOYMENT = """\
schema_version: "1.0"
id: front-desk
name: Front desk
status: example
services: [one]
controller: {name: Test office}
place: {name: Hall, kind: desk}
purpose: It reads forms at the desk.
benefits: [Less waiting.]
items: {purpose: It reads forms.}
oversight: {level: in_the_loop, statement: A clerk decides.}
"""


def test_deployments(tmp_path):
    """Places where services are used are listed with what is known of them."""
    project = small(tmp_path, "one")
    write(tmp_path, "deployments/front-desk/deployment.yml", DEPLOYMENT)
    build(project, TODAY, site=False)
    place, *others = read(project, "deployments")
    assert others == []
    assert (place["id"], place["status"], place["services"], place["controller"]) == (
        "front-desk",
        "example",
        ["one"],
        {"name": "Test office"},
    )


def test_nothing_at_all(tmp_path):
    """A project without services has empty lists, which are JSON too."""
    project = small(tmp_path)
    build(project, TODAY, site=False)
    assert [read(project, name) for name in ("services", "claims", "deployments")] == [[], [], []]


def test_letters_of_all_scripts(tmp_path):
    """The files are UTF-8 and hold letters as they are."""
    project = small(tmp_path, "one")
    path = project.services / "one/service.yml"
    path.write_text(path.read_text("utf-8").replace("Form reader", "Größe שלום 😀"), "utf-8")
    build(project, TODAY, site=False)
    assert read(project, "services")[0]["name"] == "Größe שלום 😀"
    assert "Größe שלום 😀" in (project.docs / "api/services.json").read_text("utf-8")
