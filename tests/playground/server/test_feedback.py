"""The pages of feedback, without a browser: what they keep, what they say, what they refuse."""

from __future__ import annotations

import datetime as dt
import logging
import re

import pytest
from desk import DESK, FILE
from notices import WHOLE
from projects import small, write
from starlette.applications import Starlette
from starlette.routing import Mount
from starlette.testclient import TestClient
from trees import laid_over

from playground.server import feedback, feedback_code, rights
from playground.server.kept import store
from playground.server.pace import Pace, Rate
from toolkit.store import inbox
from toolkit.store.codes import new_code
from toolkit.store.engine import StoreError
from toolkit.store.feedback import PNG, Crop, Message, Term, send_report
from toolkit.store.rights import requests

NOTE = {"kind": "unfair", "text": "It reads my name wrong.", "once": "key"}
ASKED = {"right": "access", "time": "Monday at ten", "place": "The front desk", "answer": "555 0111"}
DAY = dt.date(2026, 11, 20)


@pytest.fixture
def project(tmp_path, monkeypatch):
    """A project with a place in two languages, whose box is looked into within 14 days; and a day."""
    write(tmp_path, FILE, laid_over(DESK, WHOLE))
    monkeypatch.setenv("DISCLOSE_PROJECT", str(tmp_path))
    monkeypatch.setattr("playground.server.kept.now", lambda: dt.datetime(2026, 11, 20, 12, tzinfo=dt.UTC))
    for module in (feedback, feedback_code, rights):
        monkeypatch.setattr(module, "PACE", Pace())
    return small(tmp_path, "example")


@pytest.fixture
def client(project):
    """A browser that follows no redirection."""
    return TestClient(Starlette(routes=feedback.ROUTES), follow_redirects=False)


@pytest.fixture
def kept(project):
    """What lies in the inbox."""
    return lambda: [(entry.kind, entry.text, entry.language) for entry in inbox.inbox(store(project))]


def words_of(page):
    """The text of a page's main part, on one line."""
    main = re.search(r"<main.*</main>", page, re.DOTALL)[0]
    return " ".join(re.sub(r"<[^>]*>", " ", main).split())


def test_form(client):
    """A form without any script, that asks for no name and no address, and is stored nowhere."""
    answer = client.get("/feedback/desk")
    assert answer.status_code == 200
    assert answer.headers["cache-control"] == "no-store"
    assert "script" not in answer.text
    assert re.findall(r'name="([^"]+)"', answer.text) == [
        "viewport", "robots", "once", "kind", "kind", "kind", "kind", "kind", "text",
    ]  # fmt: skip
    assert "Somebody reads it within 14 days." in words_of(answer.text).replace("\N{NO-BREAK SPACE}", " ")
    assert "Your words can show who you are." in answer.text
    assert 'href="tel:5550100"' in answer.text


def test_each_form_has_a_key_of_its_own(client):
    """Two people who write the same are two."""
    keys = [re.search(r'name="once" value="([^"]+)"', client.get("/feedback/desk").text)[1] for _ in range(2)]
    assert keys[0] != keys[1]
    assert len(keys[0]) >= 20


@pytest.mark.parametrize(
    ("query", "language"), [("", "en"), ("?lang=es", "es"), ("?lang=de", "en"), ("?lang=%3Cscript%3E", "en")]
)
def test_languages(client, query, language):
    """A language of the place; in another one the first."""
    page = client.get(f"/feedback/desk{query}").text
    assert f'<html lang="{language}" dir="ltr">' in page
    assert f'action="&#47;feedback/desk?lang={language}"' in page


def test_a_note_is_kept_and_thanked_for(client, kept):
    """The answer leads to another page, which says by when somebody looks."""
    answer = client.post("/feedback/desk?lang=es", data=NOTE)
    assert (answer.status_code, answer.headers["location"]) == (303, "/feedback/desk/thanks?lang=es")
    assert answer.headers["cache-control"] == "no-store"
    assert "14" in words_of(client.get(answer.headers["location"]).text)
    assert kept() == [("unfair", "It reads my name wrong.", "es")]


def test_a_double_click_is_kept_once(client, kept):
    """Sent twice, kept once; both are thanked for."""
    assert [client.post("/feedback/desk", data=NOTE).status_code for _ in range(2)] == [303, 303]
    assert len(kept()) == 1


@pytest.mark.parametrize(
    ("change", "sentences"),
    [
        ({"text": "  \n "}, ["Write something first."]),
        ({"text": "\u200b\u202e"}, ["Write something first."]),
        ({"kind": "rude"}, ["Choose what it is about."]),
        ({"kind": None, "text": None}, ["Choose what it is about.", "Write something first."]),
        ({"text": "x" * 2001}, ["This is too long. Write at most 2,000 characters."]),
    ],
)
def test_what_is_wrong_is_said_and_nothing_is_lost(client, kept, change, sentences):
    """The form comes again with what to do at its head and at the field, and with what was written."""
    sent = {name: value for name, value in {**NOTE, **change}.items() if value is not None}
    answer = client.post("/feedback/desk", data=sent)
    assert answer.status_code == 422
    assert "<title>This was not sent yet: Tell us - Front desk</title>" in answer.text
    for sentence in sentences:
        assert words_of(answer.text).count(sentence) == 2
    assert kept() == []
    if len(sent.get("text", "")) > 2000:
        assert "x" * 2001 in answer.text


def test_words_of_strangers_stay_words(client):
    """Markup that somebody writes comes back as text, with its line ends."""
    answer = client.post("/feedback/desk", data={"text": '</textarea><script>x</script>\n"&'})
    assert "&lt;/textarea&gt;&lt;script&gt;x&lt;/script&gt;\n&#34;&amp;</textarea>" in answer.text
    assert "<script" not in answer.text


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({}, 303),
        ({"sec-fetch-site": "same-origin", "origin": "null"}, 303),
        ({"sec-fetch-site": "none"}, 303),
        ({"sec-fetch-site": "cross-site"}, 403),
        ({"sec-fetch-site": "same-site"}, 403),
        ({"origin": "http://testserver"}, 303),
        ({"origin": "https://evil.example"}, 403),
        ({"origin": "https://city.example", "sec-fetch-site": "cross-site"}, 303),
    ],
)
def test_only_our_own_pages_send(client, kept, headers, status):
    """A form of another site is refused; that of the place's published notice is its own."""
    assert client.post("/feedback/desk", data=NOTE, headers=headers).status_code == status
    assert len(kept()) == (status == 303)


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (b'{"text": "x"}', "application/json"),
        (b"kind=other&text=x", "text/plain"),
        (b"text=" + b"x" * 70_000, "application/x-www-form-urlencoded"),
        (b"&".join([b"a=1"] * 21), "application/x-www-form-urlencoded"),
        (b"text=\xff\xfe", "application/x-www-form-urlencoded"),
    ],
)
def test_what_is_no_form_is_refused(client, kept, content, kind):
    """Other kinds, too much, too many fields, other bytes: told, and nothing is kept."""
    answer = client.post("/feedback/desk", content=content, headers={"content-type": kind})
    assert answer.status_code == 400
    assert "sent in a way that we cannot read" in words_of(answer.text)
    assert kept() == []


def test_bytes_that_are_no_text_are_kept_as_what_they_are_not(client, kept):
    """What cannot be decoded becomes the sign for that."""
    body = b"kind=other&once=k&text=a%FFb%00c"
    client.post("/feedback/desk", content=body, headers={"content-type": "application/x-www-form-urlencoded"})
    assert kept() == [("other", "a\N{REPLACEMENT CHARACTER}bc", "en")]


def test_too_much_at_once(client, kept, monkeypatch):
    """Beyond the pace nothing is kept, and the words still stand in the form."""
    monkeypatch.setattr(feedback, "PACE", Pace(Rate(1, 1e9), Rate(9, 1e9)))
    assert client.post("/feedback/desk", data=NOTE).status_code == 303
    answer = client.post("/feedback/desk", data={**NOTE, "text": "One more thing."})
    assert (answer.status_code, answer.headers["retry-after"]) == (429, "60")
    assert "Try again in a few minutes." in words_of(answer.text)
    assert "One more thing.</textarea>" in answer.text
    assert len(kept()) == 1


def test_a_store_that_cannot_be_written(client, monkeypatch, caplog):
    """The words stay in the form, other ways are named, and the log tells no word of them."""

    def broken(_):
        raise StoreError("store.db: disk I/O error", "")

    monkeypatch.setattr(feedback, "store", broken)
    with caplog.at_level(logging.DEBUG):
        answer = client.post("/feedback/desk", data=NOTE)
    assert answer.status_code == 503
    assert "It reads my name wrong.</textarea>" in answer.text
    assert "Try again later" in words_of(answer.text)
    assert "disk I/O error" in caplog.text
    assert "my name" not in caplog.text


def test_no_log_tells_what_was_written_or_by_whom(client, caplog):
    """Our own lines hold neither words nor addresses."""
    with caplog.at_level(logging.DEBUG):
        client.post("/feedback/desk", data=NOTE)
    ours = [record.getMessage() for record in caplog.records if record.name.startswith(("playground", "toolkit"))]
    assert "my name" not in caplog.text
    assert ours == []


@pytest.mark.parametrize(
    "path", ["/feedback/nowhere", "/feedback/desk%2F..", "/feedback/%3Cb%3E", "/feedback/nowhere/thanks"]
)
def test_no_such_place(client, path):
    """A page that helps: the places there are."""
    answer = client.get(path)
    assert answer.status_code == 404
    if "%2F" not in path:
        assert "You can write to these places Front desk" in words_of(answer.text)
        assert 'href="&#47;feedback/desk?lang=en"' in answer.text


def test_a_place_that_is_no_more(project, client):
    """A retired place takes no messages, and a change of its file is seen at once."""
    assert client.get("/feedback/desk").status_code == 200
    write(project.root, FILE, laid_over(DESK, f"{WHOLE}status: retired"))
    assert client.get("/feedback/desk").status_code == 404
    assert client.post("/feedback/desk", data=NOTE).status_code == 404


def test_you_said_we_did(project, client):
    """What was published about the place, and only that."""
    assert "Nothing stands here yet." in words_of(client.get("/feedback/desk/answers").text)
    client.post("/feedback/desk", data=NOTE)
    [entry] = inbox.inbox(store(project))
    inbox.publish(store(project), entry.id, "It <reads> names wrong.", "A clerk compares\nevery name.", Term(DAY, 30))
    page = client.get("/feedback/desk/answers").text
    assert "You said It &lt;reads&gt; names wrong. We did A clerk compares every name." in words_of(page)
    assert "It reads my name wrong." not in page


def test_below_another_address(project):
    """Where the server lies below `/disclose`, each link and each redirection does too."""
    below = TestClient(Starlette(routes=[Mount("/disclose", routes=feedback.ROUTES)]), follow_redirects=False)
    page = below.get("/disclose/feedback/desk").text
    links = re.findall(r'(?:href|action)="&#47;([^"]*)"', page)
    assert links
    assert all(link.startswith("disclose/") for link in links)
    assert (
        below.post("/disclose/feedback/desk", data=NOTE).headers["location"] == "/disclose/feedback/desk/thanks?lang=en"
    )


@pytest.fixture
def code(project):
    """The code of a report with a part of a picture, which was answered."""
    code = new_code()
    message = Message("desk", "inaccurate", "That is\na cat. SECRETTEXT", "en", "example", "dog 0.83")
    send_report(store(project), message, Term(DAY, 30), code, Crop(PNG + b"SECRETPIXELS", "Yes."))
    inbox.reply(store(project), code.id, "We looked at it.", Term(DAY, 30))
    return code


def test_a_code_shows_the_report(client, code):
    """Text, finding, part of the picture, answer, and when it goes by itself."""
    answer = client.post("/feedback/delete", data={"code": f" {str(code).upper()} ", "act": "show"})
    said = words_of(answer.text)
    assert answer.status_code == 200
    for words in ("dog 0.83", "That is a cat.", "We looked at it.", "deleted on 20 December 2026"):
        assert words in said
    assert 'src="data:image/png;base64,iVBORw0KGgpTRUNSRVRQSVhFTFM' in answer.text
    assert answer.headers["cache-control"] == "no-store"


def test_a_code_deletes_the_report_for_good(project, client, code):
    """No byte is left in any file of the database, and the code opens nothing any more."""
    answer = client.post("/feedback/delete", data={"code": str(code), "act": "delete"})
    assert "Your report is deleted" in answer.text
    files = b"".join(path.read_bytes() for path in (project.root / ".disclose").iterdir())
    assert b"SECRET" not in files
    assert client.post("/feedback/delete", data={"code": str(code), "act": "show"}).status_code == 404


@pytest.mark.parametrize("act", ["show", "delete"])
@pytest.mark.parametrize("typed", ["", "none", "abcd-efgh-jkmn-pqrs-tuvw"])
def test_wrong_codes(client, code, typed, act):
    """All are answered alike, and nothing happens to what is there."""
    answer = client.post("/feedback/delete", data={"code": typed, "act": act})
    assert answer.status_code == 404
    assert "There is no report with this code." in words_of(answer.text)
    assert client.post("/feedback/delete", data={"code": str(code), "act": "show"}).status_code == 200


def test_codes_cannot_be_tried_out(client, code, monkeypatch):
    """After a few tries one waits, also with the right code."""
    monkeypatch.setattr(feedback_code, "PACE", Pace(Rate(2, 1e9), Rate(9, 1e9)))
    for _ in range(2):
        client.post("/feedback/delete", data={"code": "abcd-efgh-jkmn-pqrs-tuvw", "act": "delete"})
    assert client.post("/feedback/delete", data={"code": str(code), "act": "delete"}).status_code == 429


def test_another_site_cannot_delete(client, code):
    """A form elsewhere that knows a code deletes nothing."""
    answer = client.post(
        "/feedback/delete", data={"code": str(code), "act": "delete"}, headers={"sec-fetch-site": "cross-site"}
    )
    assert answer.status_code == 403


@pytest.mark.parametrize("path", ["/feedback/desk/request?lang=es", "/rights/desk?lang=es"])
def test_a_request_for_rights(project, client, path):
    """Time, place, right and a way to answer, if there is one; due within a month, once a day."""
    for _ in range(2):
        answer = client.post(path, data=ASKED)
    assert (answer.status_code, answer.headers["location"]) == (303, "/feedback/desk/received?lang=es")
    [asked] = requests(store(project))
    assert tuple(asked.request) == ("desk", "access", "Monday at ten", "The front desk", "555 0111", "es")
    assert (asked.day, asked.due) == (DAY, dt.date(2026, 12, 20))
    assert "20 December 2026" in words_of(client.get("/feedback/desk/received").text)


@pytest.mark.parametrize(
    ("change", "headers", "status"),
    [
        ({"right": "portability"}, {}, 422),
        ({"time": ""}, {}, 422),
        ({"place": "x" * 201}, {}, 422),
        ({}, {"sec-fetch-site": "cross-site", "origin": "https://evil.example"}, 403),
        ({}, {"sec-fetch-site": "cross-site", "origin": "https://city.example"}, 303),
    ],
)
def test_requests_that_are_refused(project, client, change, headers, status):
    """A right that the place does not name, no time, another site; but not the notice where it is published."""
    assert client.post("/rights/desk", data={**ASKED, **change}, headers=headers).status_code == status
    assert len(requests(store(project))) == (status == 303)


def test_what_is_past_its_time_goes_with_the_next_use(project, client, code, monkeypatch):
    """The first request of a day sweeps."""
    monkeypatch.setattr("playground.server.kept.now", lambda: dt.datetime(2026, 12, 20, 1, tzinfo=dt.UTC))
    client.get("/feedback/desk/answers")
    assert inbox.inbox(store(project)) == []


def test_a_place_that_keeps_messages_longer(project, client):
    """The form says for how long."""
    write(project.root, FILE, laid_over(DESK, f"{WHOLE}feedback_kept_days: 365\n"))
    assert "It is deleted 365 days after it was dealt with." in words_of(client.get("/feedback/desk?lang=en").text)
