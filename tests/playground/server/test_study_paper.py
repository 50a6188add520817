"""Papers are entered on one page: kept as one person who is done, and only when two entries agree where that is asked."""

from __future__ import annotations

import datetime as dt
import html
import re

import pytest
from asked import ASKED, PLAN, asked
from projects import write
from starlette.applications import Starlette
from starlette.testclient import TestClient

from playground.server import kept, study, study_mine
from playground.server.pace import Pace
from playground.server.places import open_places
from playground.server.research_seat import SESSIONS
from toolkit.store.codes import Code
from toolkit.store.study.people import enter
from toolkit.study.enquiry import Enquiry

CODE = str(Code("abcdefgh", "jkmnpqrstuvw"))
PAPER = {
    "code": CODE.upper(),
    "language": "ar",
    "arm": "full",
    "participation": "1",
    "background": "1",
    "item.noticed": "no",
    "item.which": "crossed out",
    "item.kept": "day",
    "item.recorded": ["form", "face"],
    "item.words": "A clerk.",
    "item.fine": "4",
    "item.age": "",
}


@pytest.fixture
def project(tmp_path, monkeypatch):
    """A place with an open study, on a computer that nobody else reaches."""
    monkeypatch.setenv("DISCLOSE_PROJECT", str(tmp_path))
    monkeypatch.setattr("playground.server.study_visit.now", lambda: dt.datetime(2026, 11, 20, 12, tzinfo=dt.UTC))
    monkeypatch.setattr(study_mine, "PACE", Pace())
    return asked(tmp_path)


@pytest.fixture
def client(project):
    return TestClient(Starlette(routes=study.ROUTES), follow_redirects=False)


def given(project):
    return Enquiry(kept.store(project), open_places(project)["desk"]).given()


def told(page):
    """The text of a page's main part, on one line."""
    main = re.search(r"<main.*</main>", page.text, re.DOTALL)[0]
    return html.unescape(" ".join(re.sub(r"<[^>]*>", " ", main).split()))


def hidden(page):
    """What a form sends without being asked."""
    found = {}
    for name, value in re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)"', page.text):
        found.setdefault(html.unescape(name), []).append(html.unescape(value))
    return found


def test_a_paper_is_kept(client, project):
    """What was crossed out by a question that leads on is left out, what was left empty is passed over; with the code
    of the slip the person sees it all.
    """
    form = client.get("/study/desk/paper")
    assert "kept How long is the picture of your form kept?" in told(form)
    answer = client.post("/study/desk/paper", data={**hidden(form), **PAPER})
    assert "The paper is in." in told(answer)
    assert "set-cookie" not in answer.headers
    assert {row.item: row.answer for row in given(project)} == {
        "noticed": ("no",),
        "notice": None,
        "task": None,
        "kept": ("day",),
        "recorded": ("form", "face"),
        "words": "A clerk.",
        "fine": 4,
        "age": None,
    }
    assert {(row.channel, row.state, row.language) for row in given(project)} == {("paper", "complete", "ar")}
    client.post("/study/resume", data={"code": CODE})
    assert client.get("/study/mine").text.count("A clerk.") == 1


def test_a_second_paper_belongs_to_the_same_person(client, project, monkeypatch):
    """After two weeks, by the code on the slip: what comes before the notice is not asked again."""
    client.post("/study/desk/paper", data={**hidden(client.get("/study/desk/paper")), **PAPER, "recontact": "1"})
    again = {**PAPER, "wave": "continued", "item.kept": "always"}
    early = client.post("/study/desk/paper", data={**hidden(client.get("/study/desk/paper")), **again})
    assert (early.status_code, "This is no whole code" in told(early)) == (422, True)
    monkeypatch.setattr("playground.server.study_visit.now", lambda: dt.datetime(2026, 12, 4, 12, tzinfo=dt.UTC))
    for change in ({"code": ""}, {"code": str(Code("bbbbbbbb", "jkmnpqrstuvw"))}):
        answer = client.post("/study/desk/paper", data={**hidden(client.get("/study/desk/paper")), **again, **change})
        assert "This is no whole code" in told(answer)
    answer = client.post("/study/desk/paper", data={**hidden(client.get("/study/desk/paper")), **again})
    assert "The paper is in." in told(answer)
    rows = given(project)
    assert len({row.participant for row in rows}) == 1
    assert {row.item: row.answer for row in rows if row.wave == "continued"} == {
        "notice": None,
        "task": None,
        "kept": ("always",),
        "recorded": ("form", "face"),
        "words": "A clerk.",
        "fine": 4,
        "age": None,
    }


def test_a_paper_without_a_code_gets_one(client):
    """It is shown, to be written on the slip."""
    form = client.get("/study/desk/paper")
    answer = client.post("/study/desk/paper", data={**hidden(form), **PAPER, "code": ""})
    [code] = re.findall(r"<span>((?:[a-z0-9]{4}-){4}[a-z0-9]{4})</span>", answer.text)
    assert client.post("/study/resume", data={"code": code}).status_code == 303


@pytest.mark.parametrize(
    ("change", "line"),
    [
        ({"code": "abcd"}, "This is no whole code, or it was entered before."),
        ({"participation": ""}, "Tick the first box if you want to take part."),
        ({"item.kept": "perhaps"}, "Choose an answer, or skip this question."),
        ({"item.recorded": ["form", "dont-know"]}, "does not go with other answers."),
        ({"item.words": "x" * 2001}, "This is too long."),
    ],
)
def test_what_is_wrong_is_said_and_nothing_is_lost(client, project, change, line):
    form = client.get("/study/desk/paper")
    answer = client.post("/study/desk/paper", data={**hidden(form), **PAPER, **change})
    assert answer.status_code == 422
    assert told(answer).count(line) == 2
    assert 'value="4" checked' in answer.text
    assert given(project) == []


def test_no_paper_twice(client, project):
    """A second click, and another paper with the same code, are refused."""
    form = client.get("/study/desk/paper")
    for status in (200, 422):
        answer = client.post("/study/desk/paper", data={**hidden(form), **PAPER})
        assert answer.status_code == status
    other = client.post("/study/desk/paper", data={**hidden(client.get("/study/desk/paper")), **PAPER})
    assert "it was entered before" in told(other)
    assert len({row.participant for row in given(project)}) == 1


def test_two_people_enter_the_same(client, project):
    """Where both agree it is kept with the second entry; the first waits in the form."""
    form = client.get("/study/desk/paper")
    second = client.post("/study/desk/paper", data={**hidden(form), **PAPER, "twice": "1"})
    assert "Now a second person enters the same paper." in told(second)
    assert given(project) == []
    assert "checked" not in re.sub(r'value="" checked', "", second.text[second.text.index("<main") :])
    answer = client.post("/study/desk/paper", data={**hidden(second), **PAPER})
    assert "The paper is in." in told(answer)


def test_two_people_who_differ(client, project):
    """Each difference is listed; only after that is what stands there kept."""
    form = client.get("/study/desk/paper")
    second = client.post("/study/desk/paper", data={**hidden(form), **PAPER, "twice": "1"})
    changed = {**PAPER, "item.kept": "always", "item.words": ""}
    third = client.post("/study/desk/paper", data={**hidden(second), **changed})
    assert third.status_code == 422
    assert "kept: first One day, now For ever" in told(third)
    assert "words: first A clerk., now Left empty" in told(third)
    assert given(project) == []
    fourth = client.post("/study/desk/paper", data={**hidden(third), **changed, "item.fine": "1"})
    assert "fine: first 4, now 1" in told(fourth)
    answer = client.post("/study/desk/paper", data={**hidden(fourth), **changed, "item.fine": "4"})
    assert "The paper is in." in told(answer)
    assert {row.item: row.answer for row in given(project)}["kept"] == ("always",)


def test_nobody_else_enters_papers(client, project, monkeypatch):
    """Where others reach the server, and from another site, nothing is taken."""
    form = client.get("/study/desk/paper")
    data = {**hidden(form), **PAPER}
    assert client.post("/study/desk/paper", data=data, headers={"sec-fetch-site": "cross-site"}).status_code == 403
    monkeypatch.setenv("DISCLOSE_KIOSK", "90")
    assert client.get("/study/desk/paper").status_code == 403
    monkeypatch.setenv("DISCLOSE_KIOSK", "")
    monkeypatch.setenv("DISCLOSE_SHARED", "1")
    monkeypatch.setenv("DISCLOSE_OWNER", "somebody")
    assert client.get("/study/desk/paper").status_code == 403
    assert client.post("/study/desk/paper", data=data).status_code == 403
    assert given(project) == []


def test_whoever_is_signed_in_enters_papers_where_others_come(client, project, monkeypatch):
    """Analysts do, coders do not, and whoever is not signed in is asked to."""
    monkeypatch.setenv("DISCLOSE_SHARED", "1")
    monkeypatch.setenv("DISCLOSE_OWNER", "somebody")
    assert client.get("/research/desk/paper").headers["location"] == "/research/login"
    store = kept.store(project)
    for name in ("analyst", "coder"):
        enter(store, name, name, None, dt.date(2026, 11, 20))
    client.cookies.set("research", SESSIONS.open("coder"), path="/research")
    assert client.post("/research/desk/paper", data=PAPER).headers["location"] == "/research/login"
    client.cookies.set("research", SESSIONS.open("analyst"), path="/research")
    form = client.get("/research/desk/paper")
    assert 'action="&#47;research/desk/paper?lang=en"' in form.text
    assert "The paper is in." in told(client.post("/research/desk/paper", data={**hidden(form), **PAPER}))
    assert len({row.participant for row in given(project)}) == 1


def test_a_study_that_is_closed(client, project):
    form = client.get("/study/desk/paper")
    write(project.root, PLAN, ASKED.replace("status: open", "status: closed"))
    answer = client.post("/study/desk/paper", data={**hidden(form), **PAPER})
    assert answer.status_code == 409
    assert "The study has ended." in told(answer)
