"""The server of the built site."""

from __future__ import annotations

import importlib

import pytest
from projects import TODAY, small
from starlette.testclient import TestClient

from toolkit.build import build


@pytest.fixture(scope="module")
def project(tmp_path_factory):
    """A small project, built."""
    project = small(tmp_path_factory.mktemp("served"), "one")
    build(project, TODAY)
    return project


@pytest.fixture(scope="module")
def client(project):
    """A client of the server of that project's site."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("DISCLOSE_SITE", str(project.site))
        module = importlib.import_module("playground.asgi")
    return TestClient(module.application(project.site), follow_redirects=False)


def test_home(client):
    """The start leads to the site."""
    answer = client.get("/")
    assert answer.status_code in {302, 307}
    assert answer.headers["location"] == "/site/"


def test_home_leads_nowhere_else(client):
    """Whatever host a request names, it is led to the same place here."""
    answer = client.get("/", headers={"host": "evil.example"})
    assert answer.headers["location"] == "/site/"


def test_healthy(client):
    """Whoever watches the server learns that it is there."""
    answer = client.get("/healthz")
    assert (answer.status_code, answer.text) == (200, "ok\n")


@pytest.mark.parametrize(
    ("address", "kind", "words"),
    [
        ("/site/", "text/html", "What our AI services do"),
        ("/site/notes/", "text/html", "Form reader"),
        ("/site/notes/one/transparency-note/", "text/html", "It turns printed forms into text."),
        ("/site/api/services.json", "application/json", '"id":"one"'),
        ("/site/assets/disclose.css", "text/css", "{"),
    ],
)
def test_pages(client, address, kind, words):
    """Pages, files for programs and styles are served as what they are."""
    answer = client.get(address)
    assert answer.status_code == 200
    assert answer.headers["content-type"].startswith(kind)
    assert words in answer.text


def test_folders_without_a_slash(client):
    """An address without its last slash is led to the page."""
    answer = client.get("/site/notes")
    assert answer.status_code in {301, 302, 307, 308}
    assert answer.headers["location"].endswith("/site/notes/")


def test_pages_that_are_not_there(client):
    """What is not there is not found, and the page of the site says so."""
    answer = client.get("/site/notes/gone/")
    assert answer.status_code == 404
    assert "404" in answer.text


@pytest.mark.parametrize(
    "address",
    [
        "/site/../mkdocs.yml",
        "/site/%2e%2e/mkdocs.yml",
        "/site/..%2fmkdocs.yml",
        "/site/notes/../../services/one/service.yml",
        "/site//etc/passwd",
        "/site/%00",
    ],
)
def test_nothing_outside_is_served(client, address):
    """No address leads out of the site."""
    answer = client.get(address)
    assert answer.status_code in {400, 404}
    assert "schema_version" not in answer.text
    assert "site_name" not in answer.text


def test_only_reading(client):
    """The site takes nothing in."""
    assert client.post("/site/").status_code == 405
    assert client.put("/site/index.html", content=b"x").status_code == 405
    assert client.delete("/site/index.html").status_code == 405
