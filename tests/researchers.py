"""A team, and people who answered a study, for tests of the researcher's area. Nobody was really asked."""

from __future__ import annotations

import datetime as dt
import html
import re
from pathlib import Path

from asked import asked
from starlette.applications import Starlette
from starlette.testclient import TestClient

from playground.server import kept, research
from playground.server.places import open_places
from toolkit.paths import Project
from toolkit.store.study.people import enter
from toolkit.study.enquiry import Enquiry

NOON = dt.datetime(2026, 11, 20, 12, tzinfo=dt.UTC)
AGREED = frozenset({"participation", "quotes", "recontact", "background"})
PASSWORD = "four words of a test"
TEAM = {"olga": "owner", "anna": "analyst", "carl": "coder", "cora": "coder"}


def team(project: Project) -> None:
    """An owner, an analyst and two coders with one password."""
    for name, role in TEAM.items():
        enter(kept.store(project), name, role, PASSWORD, NOON.date())


def enquiry(project: Project) -> Enquiry:
    """The study of the desk."""
    return Enquiry(kept.store(project), open_places(project)["desk"])


def answered(project: Project, people: int, right: int, words: tuple[str, ...] = ()) -> None:
    """So many people answer how long the picture is kept, *right* of them rightly, and each of *words* is said once."""
    study = enquiry(project)
    for number in range(people):
        seat = study.seat(study.begin("en", "html", AGREED, f"form {number}", NOON).token)
        study.save(seat, "kept", ("day" if number < right else "always",), "kept", NOON)
        if number < len(words):
            study.save(seat, "words", words[number], "words", NOON)
        study.save(seat, "age", ("young",), "age", NOON)
        study.finish(seat, NOON)


def project_at(root: Path) -> Project:
    """A place with an open study, and a team."""
    project = asked(root)
    team(project)
    return project


class Desk:
    """Somebody at a browser of their own."""

    def __init__(self) -> None:
        self.client = TestClient(Starlette(routes=research.ROUTES), follow_redirects=False)

    def sign_in(self, name: str, password: str = PASSWORD):
        return self.client.post("/research/login", data={"name": name, "password": password})

    def get(self, path: str):
        return self.client.get(f"/research/{path}")

    def post(self, path: str, page: str | None = None, headers=None, **data: str):
        """Send a form with the key that stands on *page* (else on that of *path*)."""
        found = re.search(r'name="form" value="([^"]+)"', self.get(path if page is None else page).text)
        sent = {"form": html.unescape(found[1]) if found else "", **data}
        return self.client.post(f"/research/{path}", data=sent, headers=headers)


def told(page) -> str:
    """The text of a page's main part, on one line."""
    main = re.search(r"<main.*</main>", page.text, re.DOTALL)[0]
    plain = re.sub(r"<(?:svg|select).*?</(?:svg|select)>", " ", main, flags=re.DOTALL)
    return html.unescape(" ".join(re.sub(r"<[^>]*>", " ", plain).split())).replace("\N{NO-BREAK SPACE}", " ")


def handle(page) -> str:
    """By which name the page knows the answer on it."""
    return re.search(r'name="answer" value="([^"]+)"', page.text)[1]
