"""What is served besides Streamlit, with all that a request passes through."""

from __future__ import annotations

import pytest
from desk import desk
from projects import TODAY
from starlette.applications import Starlette
from starlette.formparsers import MultiPartParser
from starlette.testclient import TestClient
from streamlit.runtime.pages_manager import PagesManager

from playground import asgi
from playground.config import REQUEST_BYTES, Config
from toolkit.build import build


@pytest.fixture(scope="module")
def project(tmp_path_factory):
    """A small project with a place, built."""
    project = desk(tmp_path_factory.mktemp("served"))
    assert build(project, TODAY).errors == 0
    return project


@pytest.fixture(scope="module")
def client(project):
    """A client of the server of that project's site."""
    config = Config(project, hosts=("testserver", "library.example"))
    return TestClient(Starlette(routes=asgi.routes(config), middleware=asgi.middleware(config)), follow_redirects=False)


@pytest.mark.parametrize(
    ("address", "page"),
    [
        ("/", '<html lang="en" dir="ltr">'),
        ("/?lang=ar", '<html lang="ar" dir="rtl">'),
        ("/?lang=zh-Hans", '<html lang="zh-Hans" dir="ltr">'),
        ("/fail?lang=fr&kiosk=1", '<html lang="fr" dir="ltr">'),
        ("/?lang=tlh", '<html lang="en" dir="ltr">'),
        ('/?lang="><script>', '<html lang="en" dir="ltr">'),
    ],
)
def test_the_playground(client, address, page):
    """The playground says in which language it is, in that of the address or else in English."""
    answer = client.get(address)
    assert answer.status_code == 200
    assert page in answer.text
    assert answer.text.count("<html") == 1
    assert ("kiosk.js" in answer.text) == ("kiosk=1" in address)


def test_the_first_page(client):
    """The first page lies at the root, whatever else the address says."""
    assert client.get("/welcome?lang=ar").headers["location"] == "/?lang=ar"
    assert client.get("/welcome").headers["location"] == "/"


@pytest.mark.parametrize("address", ["/n/k7m2", "/n/K7M2", "/N/K7M2", "/N/K7M2/", "/n/k7m2/", "/N/k7m2"])
def test_codes(client, address):
    """A sign's code leads to the page behind it, however it was typed."""
    answer = client.get(address)
    assert (answer.status_code, answer.headers["location"]) == (307, "/site/n/k7m2/")
    assert "AI reads your form" in client.get(answer.headers["location"]).text


@pytest.mark.parametrize("address", ["/n/2222", "/N/%2e%2e", "/n/k7m2.html"])
def test_codes_that_are_none(client, address):
    """A code of nobody is not found, on a page whose styles and links lead into the site."""
    answer = client.get(address)
    assert answer.status_code == 404
    assert 'href="/site/assets/' in answer.text
    assert 'href="/assets/' not in answer.text


@pytest.mark.parametrize("host", ["evil.example", "library.example.evil.example", ""])
def test_other_names(client, host):
    """A server that knows its names answers to no other."""
    assert client.get("/site/", headers={"host": host}).status_code == 400
    assert client.get("/site/", headers={"host": "library.example"}).status_code == 200


def test_nothing_about_anybody_is_kept(client):
    """The playground is stored nowhere on the way; the site is asked for again before it is shown again."""
    assert client.get("/").headers["cache-control"] == "no-store"
    assert client.get("/n/k7m2").headers["cache-control"] == "no-store"
    assert client.get("/site/").headers["cache-control"] == "no-cache"


def test_uploads_stay_in_memory(project):
    """The application tells the parser of forms to hold as much in memory as a request may bring."""
    MultiPartParser.spool_max_size = 1
    asgi.application(Config(project))
    assert MultiPartParser.spool_max_size == REQUEST_BYTES == 6 * 1024 * 1024


def test_whoever_comes_first(project, monkeypatch):
    """Each page stands below the names of all pages from the first visit on: Streamlit shall not run it by itself."""
    monkeypatch.setattr(PagesManager, "uses_pages_directory", None)
    asgi.application(Config(project))
    assert PagesManager.uses_pages_directory is False


def test_healthy(client):
    """Whoever watches the server learns that it is there."""
    answer = client.get("/healthz")
    assert (answer.status_code, answer.text) == (200, "ok\n")


@pytest.mark.parametrize(
    ("address", "kind", "words"),
    [
        ("/site/", "text/html", "What our AI services do"),
        ("/site/notes/", "text/html", "Form reader"),
        ("/site/notes/example/transparency-note/", "text/html", "It turns printed forms into text."),
        ("/site/api/services.json", "application/json", '"id":"example"'),
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
    assert answer.headers["location"] == "/site/notes/"


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
        "/site/notes/../../services/example/service.yml",
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
