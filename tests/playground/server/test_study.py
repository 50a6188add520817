"""The pages of a study, without a browser: what they keep, what they say, what they refuse."""

from __future__ import annotations

import datetime as dt
import html
import json
import logging
import re

import pytest
from asked import ASKED, PLAN, asked
from projects import write
from starlette.applications import Starlette
from starlette.routing import Mount
from starlette.testclient import TestClient

from playground.server import kept, study, study_ask, study_begin, study_mine
from playground.server.pace import Pace, Rate
from playground.server.places import open_places
from toolkit.store.codes import Code
from toolkit.store.engine import Store, StoreError
from toolkit.study.enquiry import Enquiry

NOON = dt.datetime(2026, 11, 20, 12, tzinfo=dt.UTC)
YES = {"participation": "1", "quotes": "1", "recontact": "1", "background": "1"}
#: What somebody enters, in the order in which they are asked.
ENTERED = {
    "noticed": {"answer": "yes"},
    "which": {"answer": "A machine reads."},
    "notice": {},
    "task": {},
    "kept": {"answer": "day"},
    "recorded": {"answer": ["form", "face"]},
    "words": {"answer": "A clerk, not the <machine>."},
    "fine": {"answer": "4"},
    "age": {"answer": "dont-know"},
}


@pytest.fixture
def clock(monkeypatch):
    """Sets the time."""
    found = [NOON]
    monkeypatch.setattr("playground.server.kept.now", lambda: found[0])
    monkeypatch.setattr("playground.server.study_visit.now", lambda: found[0])
    return lambda moment: found.__setitem__(0, moment)


@pytest.fixture
def project(tmp_path, monkeypatch, clock):
    """A place with an open study in English and Arabic."""
    monkeypatch.setenv("DISCLOSE_PROJECT", str(tmp_path))
    for module in (study_begin, study_mine, study_ask):
        monkeypatch.setattr(module, "PACE", Pace())
    return asked(tmp_path)


@pytest.fixture
def browser(project):
    """Opens a browser of its own, with nothing of any other in it."""
    return lambda: TestClient(Starlette(routes=study.ROUTES), follow_redirects=False)


@pytest.fixture
def client(browser):
    return browser()


def enquiry(project):
    """What the store holds of the study."""
    return Enquiry(kept.store(project), open_places(project)["desk"])


def told(page):
    """The text of a page's main part, on one line."""
    main = re.search(r"<main.*</main>", page.text, re.DOTALL)[0]
    return html.unescape(" ".join(re.sub(r"<[^>]*>", " ", main).split())).replace("\N{NO-BREAK SPACE}", " ")


def once(page):
    """The key of the form on a page."""
    return html.unescape(re.search(r'name="once" value="([^"]+)"', page.text)[1])


def began(client, **agreed):
    """Somebody agrees to all, or to *agreed*; gives the address they are led to."""
    form = client.get("/study/desk")
    return client.post("/study/desk", data={"once": once(form), **(agreed or YES)})


def stands(client, path="/study/desk/go"):
    """Where a redirection from *path* leads to, without its query."""
    return client.get(path).headers["location"].partition("?")[0]


def enter(client, item, **data):
    """Answer *item* on its page."""
    page = client.get(f"/study/desk/ask/{item}")
    return client.post(f"/study/desk/ask/{item}", data={"once": once(page), **(data or ENTERED[item])})


def answered(client, *items):
    """Answer everything, or *items*."""
    for item in items or ENTERED:
        assert stands(client) == f"/study/desk/ask/{item}"
        assert enter(client, item).status_code == 303


def code_of(client):
    """The code as the page shows it."""
    return "".join(re.findall(r"<span>([a-z0-9-]+)</span>", client.get("/study/desk/code").text))


def test_start(client):
    """Everything that one should know before one agrees, and nothing ticked."""
    page = client.get("/study/desk?lang=ar")
    assert page.status_code == 200
    assert page.headers["cache-control"] == "no-store"
    assert "default-src 'none'" in page.headers["content-security-policy"]
    assert '<html lang="ar" dir="rtl">' in page.text
    assert "<script" not in page.text
    assert "set-cookie" not in page.headers
    page = client.get("/study/desk")
    assert re.findall(r"<input[^>]* checked", page.text) == []
    assert re.findall(r'type="checkbox"[^>]* name="(\w+)"', page.text) == [*YES]
    for sentence in (
        "We want to know whether people who hand in a form understand",
        "City of Example is responsible",
        "Up to 7 questions, one on each page. There is no time limit.",
        "A cup of coffee, whether you finish or not.",
        "On 30 June 2027 all answers are deleted.",
        "Until 31 March 2027 every total changes when you withdraw.",
        "Your answers are kept without your name.",
    ):
        assert sentence in told(page)


def test_languages_are_those_in_which_the_study_is_asked(client):
    """The place has German too, the study has not."""
    assert '<html lang="en"' in client.get("/study/desk?lang=de").text
    assert re.findall(r'hreflang="([^"]+)"', client.get("/study/desk").text) == ["ar"]


def test_nothing_without_a_yes(client, project):
    """What was ticked stays ticked, what is wrong is said twice and in the title, nobody is kept."""
    answer = began(client, quotes="1")
    assert answer.status_code == 422
    assert told(answer).count("Tick the first box if you want to take part.") == 2
    assert "<title>This was not kept yet: " in answer.text
    assert re.findall(r'name="(\w+)" value="1"[^>]*checked', answer.text) == ["quotes"]
    assert "set-cookie" not in answer.headers
    with kept.store(project).read() as connection:
        assert connection.exec_driver_sql("select count(*) from study_participant").scalar() == 0


def test_a_no_is_only_counted(client, project):
    """Whoever refuses gets a friendly word, whatever they ticked, and is one more of the day."""
    answer = client.post("/study/desk?lang=en", data={**YES, "act": "refuse"})
    assert (answer.status_code, answer.headers["location"]) == (303, "/study/desk/refused?lang=en")
    assert "You do not take part" in told(client.get("/study/desk/refused"))
    with kept.store(project).read() as connection:
        assert connection.exec_driver_sql("select count(*) from study_participant").scalar() == 0
        assert connection.exec_driver_sql("select count from study_refusal").scalar() == 1


def test_begin(client):
    """The code is shown in groups; the cookie is ours alone; neither stands in an address."""
    answer = began(client)
    assert (answer.status_code, answer.headers["location"]) == (303, "/study/desk/code?lang=en")
    cookie = answer.headers["set-cookie"]
    assert re.fullmatch(r"study=desk\.[\w-]{40,}\.[a-z0-9-]{24}; HttpOnly; Path=/study; SameSite=strict", cookie)
    page = client.get("/study/desk/code")
    assert len(re.findall(r"<span>[a-z0-9]{4}-?</span>", page.text)) == 5
    assert "go on later, here or on another device see everything that we keep of you" in told(page)
    assert "answer a second time, after 14 days" in told(page)
    assert "testserver/study/resume" in told(page)


def test_the_cookie_is_for_https_alone_where_that_is_spoken(project):
    client = TestClient(Starlette(routes=study.ROUTES), base_url="https://desk.example", follow_redirects=False)
    assert "; Secure" in began(client).headers["set-cookie"]


def test_two_clicks_on_begin_are_one_person_with_one_code(client, project):
    """The form has a key; what is sent twice is one participant."""
    form = client.get("/study/desk")
    codes = []
    for _ in range(2):
        client.post("/study/desk", data={"once": once(form), **YES})
        codes.append(code_of(client))
    assert codes[0] == codes[1]
    with kept.store(project).read() as connection:
        assert connection.exec_driver_sql("select count(*) from study_participant").scalar() == 1


def test_a_key_that_somebody_thought_up_is_not_taken(browser, project):
    """Two people whose forms bring the same short key are two."""
    for _ in range(2):
        browser().post("/study/desk", data={"once": "a", **YES})
    with kept.store(project).read() as connection:
        assert connection.exec_driver_sql("select count(*) from study_participant").scalar() == 2


def test_a_whole_study(client, project):
    """One page after the other, then what was said, then a word of thanks; the store holds it all."""
    began(client)
    answered(client)
    assert stands(client) == "/study/desk/check"
    page = client.get("/study/desk/check")
    assert "What does the camera record? My form My face Change" in told(page)
    assert "A clerk, not the &lt;machine&gt;." in page.text
    assert "How far is this acceptable to you? 4 Change" in told(page)
    assert "How old are you? I don't know Change" in told(page)
    assert client.post("/study/desk/finish").headers["location"] == "/study/desk/thanks?lang=en"
    thanks = told(client.get("/study/desk/thanks"))
    assert "Your answers are kept." in thanks
    assert "Words of yours may be printed, without your name, because you agreed to it." in thanks
    assert "After 14 days you can answer once more, with the same code." in thanks
    assert code_of(client) in re.sub(r"\s", "", thanks)
    found = {row.item: row.answer for row in enquiry(project).given()}
    assert found == {
        "noticed": ("yes",),
        "which": "A machine reads.",
        "notice": None,
        "task": None,
        "kept": ("day",),
        "recorded": ("form", "face"),
        "words": "A clerk, not the <machine>.",
        "fine": 4,
        "age": ("dont-know",),
    }
    assert {(row.state, row.channel, row.use, row.language) for row in enquiry(project).given()} == {
        ("complete", "html", "real", "en")
    }


def test_progress_and_the_way_back(client):
    """Each page says where one is, offers what was answered before, and leads back."""
    began(client)
    answered(client, "noticed", "which")
    page = client.get("/study/desk/ask/which")
    assert "Question 2 of 7" in told(page)
    assert "<title>Question 2 of 7 - Front desk</title>" in page.text
    assert ">A machine reads.</textarea>" in page.text
    assert 'href="&#47;study/desk/ask/noticed?lang=en"' in page.text
    assert 'class="back"' not in client.get("/study/desk/ask/noticed").text
    assert re.findall(r'value="(\w+)" checked', client.get("/study/desk/ask/noticed").text) == ["yes"]
    enter(client, "noticed", answer="no")
    assert stands(client) == "/study/desk/ask/notice"
    assert "Question 2 of 6" in told(client.get("/study/desk/ask/kept"))
    assert stands(client, "/study/desk/ask/which") == "/study/desk/ask/notice"


def test_the_notice_can_be_seen_again(client):
    """While one answers, where the study allows it."""
    began(client)
    answered(client, "noticed", "which")
    assert "Kept 24 hours" in told(client.get("/study/desk/ask/notice"))
    assert "<details>" not in client.get("/study/desk/ask/noticed").text
    assert "<details>" in client.get("/study/desk/ask/kept").text


@pytest.mark.parametrize(
    ("item", "sent", "line", "still"),
    [
        ("noticed", {}, "Choose an answer, or skip this question.", ""),
        ("noticed", {"answer": "perhaps"}, "Choose an answer, or skip this question.", ""),
        ("recorded", {"answer": ["form", "dont-know"]}, "does not go with other answers.", 'value="form" checked'),
        ("words", {"answer": " \n"}, "Write something, or skip this question.", ""),
        ("words", {"answer": "x" * 2001}, "This is too long. Write at most 2,000 characters.", "x" * 2001),
        ("words", {"answer": "<b>", "unsure": "1"}, "does not go with other answers.", "&lt;b&gt;</textarea>"),
        ("fine", {"answer": "6"}, "Choose an answer, or skip this question.", ""),
    ],
)
def test_what_is_wrong_is_said_and_nothing_is_lost(client, item, sent, line, still):
    """At the head and at the field; what was entered still stands there, and nothing is kept."""
    began(client)
    answer = enter(client, item, **{"act": "next", **sent})
    assert answer.status_code == 422
    assert told(answer).count(line) == 2
    assert 'role="alert" tabindex="-1" autofocus' in answer.text
    assert answer.text.count("autofocus") == 1
    assert still in answer.text
    assert stands(client) == "/study/desk/ask/noticed"
    assert "You have not answered anything yet." in told(client.get("/study/mine"))


def test_each_question_can_be_skipped_and_not_known(client, project):
    """Not to know is an answer, a skipped question is none."""
    began(client)
    enter(client, "noticed", act="skip", answer="yes")
    enter(client, "words", unsure="1")
    assert {row.item: row.answer for row in enquiry(project).given()} == {"noticed": None, "words": ("dont-know",)}


def test_two_clicks_on_next_are_one_answer(client, project):
    """The same form twice changes nothing; a form that the browser kept and somebody changed does."""
    began(client)
    form = client.get("/study/desk/ask/noticed")
    for answer in ("yes", "yes"):
        sent = client.post("/study/desk/ask/noticed", data={"once": once(form), "answer": answer})
        assert sent.headers["location"] == "/study/desk/go?lang=en"
    with kept.store(project).read() as connection:
        assert connection.exec_driver_sql("select count(*) from study_sent").scalar() == 1
    client.post("/study/desk/ask/noticed", data={"once": once(form), "answer": "no"})
    assert [row.answer for row in enquiry(project).given()] == [("no",)]


def test_a_store_that_cannot_be_written(client, monkeypatch, caplog):
    """The form comes again with the words and with the same key, and no log tells of them."""
    began(client)

    def broken(*_):
        raise StoreError("store.db: disk I/O error", "")

    form = client.get("/study/desk/ask/words")
    monkeypatch.setattr(Enquiry, "save", broken)
    with caplog.at_level(logging.DEBUG):
        answer = client.post("/study/desk/ask/words", data={"once": once(form), "answer": "My secret."})
    assert answer.status_code == 503
    assert "My secret.</textarea>" in answer.text
    assert once(answer) == once(form)
    assert "What you entered still stands here." in told(answer)
    assert "disk I/O error" in caplog.text
    assert "secret" not in caplog.text


def test_a_store_that_cannot_even_be_read(client, monkeypatch):
    """What was entered waits in a form that can be sent again."""
    began(client)
    form = client.get("/study/desk/ask/words")

    def broken(_):
        raise StoreError("store.db: disk I/O error", "")

    with monkeypatch.context() as patch:
        patch.setattr(Store, "read", broken)
        answer = client.post("/study/desk/ask/words?lang=en", data={"once": once(form), "answer": 'My "secret".'})
        assert client.get("/study/desk").status_code == 503
    assert answer.status_code == 503
    assert 'action="&#47;study/desk/ask/words"' in answer.text
    again = {"once": once(form), "answer": 'My "secret".'}
    assert [f'name="{name}"' in answer.text for name in again] == [True, True]
    assert client.post("/study/desk/ask/words", data=again).status_code == 303


@pytest.mark.parametrize(
    ("headers", "status"),
    [({"sec-fetch-site": "cross-site"}, 403), ({"origin": "https://city.example"}, 403), ({"origin": "null"}, 303)],
)
def test_only_our_own_pages_send(client, project, headers, status):
    """A form of another site is refused, that of the published notice too."""
    began(client)
    form = client.get("/study/desk/ask/noticed")
    data = {"once": once(form), "answer": "yes"}
    assert client.post("/study/desk/ask/noticed", data=data, headers=headers).status_code == status
    assert len(enquiry(project).given()) == (status == 303)


@pytest.mark.parametrize("path", ["desk", "mine", "withdraw", "leave", "desk/finish"])
def test_another_site_ends_and_reads_nothing(client, path):
    """Whatever it sends, whoever answers still sits where they were."""
    began(client)
    client.post(f"/study/{path}", data=YES, headers={"sec-fetch-site": "cross-site"})
    assert stands(client) == "/study/desk/ask/noticed"


def test_too_much_at_once(browser, monkeypatch):
    """Beyond the pace nobody begins and no code is tried; answers have a pace of their own."""
    monkeypatch.setattr(study_begin, "PACE", Pace(Rate(1, 1e9), Rate(9, 1e9)))
    first = browser()
    assert began(first).status_code == 303
    assert began(browser()).status_code == 429
    answered(first)
    monkeypatch.setattr(study_mine, "PACE", Pace(Rate(1, 1e9), Rate(9, 1e9)))
    codes = [browser().post("/study/resume", data={"code": "abcd"}) for _ in range(2)]
    assert [answer.status_code for answer in codes] == [404, 429]
    assert codes[1].headers["retry-after"] == "60"


def test_resume_elsewhere(browser):
    """With the code another device goes on at the first question that has no answer."""
    first, second = browser(), browser()
    began(first)
    answered(first, "noticed", "which")
    typed = code_of(first).upper().replace("-", " ")
    answer = second.post("/study/resume?lang=en", data={"code": typed, "then": "go"})
    assert answer.headers["location"] == "/study/desk/go?lang=en"
    assert typed.lower()[:4] not in answer.headers["location"]
    assert stands(second) == "/study/desk/ask/notice"
    assert code_of(second) == code_of(first)


@pytest.mark.parametrize("typed", ["", "abcd", "x" * 500, str(Code("a" * 8, "b" * 12))])
def test_a_code_that_is_none(client, typed):
    """Said in words, with what was typed."""
    answer = client.post("/study/resume", data={"code": typed})
    assert answer.status_code == 404
    assert told(answer).count("There are no answers with this code.") == 2


def test_mine(client):
    """Everything that is kept, and the same as a file."""
    began(client, participation="1", background="1")
    answered(client, "noticed", "which", "notice", "task", "kept")
    page = told(client.get("/study/mine"))
    assert "You agreed to take part questions about yourself" in page
    assert "How long is the picture of your form kept? One day" in page
    answer = client.post("/study/mine")
    assert answer.headers["content-disposition"] == 'attachment; filename="desk-answers.json"'
    assert answer.headers["cache-control"] == "no-store"
    found = json.loads(answer.text)
    assert found["agreed"] == ["background", "participation"]
    assert {"wave": "first", "question": "kept", "answer": ["day"]} in found["answers"]


def test_withdraw(client, browser, project):
    """It is said what goes; then it is gone, the cookie too, and the code opens nothing."""
    began(client)
    answered(client, "noticed", "which")
    code = code_of(client)
    page = told(client.get("/study/withdraw"))
    assert "your answers, 2 of them" in page
    assert "Totals were issued" not in page
    answer = client.post("/study/withdraw")
    assert answer.headers["location"] == "/study/withdrawn?lang=en"
    assert 'study=""' in answer.headers["set-cookie"]
    assert "gone from our database for good" in told(client.get("/study/withdrawn"))
    assert enquiry(project).given() == []
    assert client.get("/study/desk/go").status_code == 403
    assert browser().post("/study/resume", data={"code": code}).status_code == 404


def test_withdraw_after_totals_were_issued(client, clock):
    began(client)
    clock(NOON.replace(year=2027, month=4))
    assert "Totals were issued after 31 March 2027." in told(client.get("/study/withdraw"))


def test_a_failed_withdrawal_is_no_withdrawal(client, monkeypatch, project):
    began(client)
    answered(client, "noticed")

    def broken(*_):
        raise StoreError("store.db: disk I/O error", "")

    with monkeypatch.context() as patch:
        patch.setattr(Enquiry, "withdraw", broken)
        answer = client.post("/study/withdraw")
    assert answer.status_code == 503
    assert "Nothing was changed." in told(answer)
    assert len(enquiry(project).given()) == 1


def test_leave_a_shared_screen(client, project):
    """Nothing is reachable afterwards, not even with the old cookie; a form that is sent then says so."""
    began(client)
    answered(client, "noticed")
    old = dict(client.cookies)
    form = client.get("/study/desk/ask/which")
    assert "go on later, here or on another device" in told(client.get("/study/leave"))
    answer = client.post("/study/leave")
    assert answer.headers["location"] == "/study/left?lang=en"
    assert client.get("/study/desk/ask/noticed").status_code == 403
    late = client.post("/study/desk/ask/which", data={"once": once(form), "answer": "x"})
    assert late.status_code == 403
    assert "Nobody is answering on this screen" in late.text
    client.cookies.update(old)
    assert client.get("/study/desk/ask/noticed").status_code == 403
    assert len(enquiry(project).given()) == 1


def test_whose_screen_it_is(client):
    """Whoever opens the first page of a screen on which somebody answers is asked."""
    began(client)
    page = client.get("/study/desk")
    assert "Somebody has begun on this screen already. Was it you?" in told(page)
    assert "<form" not in page.text


@pytest.mark.parametrize(
    ("edit", "line"),
    [
        (("status: open", "status: closed"), "The study has ended."),
        (("keep_until: 2027-06-30", "keep_until: 2026-11-20"), "its answers have been deleted as promised."),
    ],
)
def test_shut(client, project, edit, line):
    """Nobody can begin, and the page says why."""
    form = client.get("/study/desk")
    write(project.root, PLAN, ASKED.replace(*edit))
    assert line in told(client.get("/study/desk"))
    answer = client.post("/study/desk", data={"once": once(form), **YES})
    assert line in told(answer)
    assert "set-cookie" not in answer.headers


def test_a_plan_that_changed_under_way(client, browser, project):
    """Once somebody has answered the plan is fixed; with another one nothing more is kept."""
    began(client)
    enter(client, "noticed")
    form = client.get("/study/desk/ask/which")
    write(project.root, PLAN, ASKED.replace("What did it say?", "What was it about?"))
    answer = client.post("/study/desk/ask/which", data={"once": once(form), "answer": "x"})
    assert answer.status_code == 409
    assert "What you answered before is safe." in told(answer)
    assert "The questions were changed" in told(browser().get("/study/desk"))


def test_a_version_of_the_notice_that_is_no_more(client, browser, project):
    """Whoever has it cannot go on; their answers can be seen and withdrawn."""
    write(project.root, PLAN, ASKED.replace("status: open", "status: draft"))
    began(client)
    enter(client, "noticed")
    write(project.root, PLAN, ASKED.replace("status: open", "status: draft").replace("id: full", "id: other"))
    answer = client.get("/study/desk/go")
    assert answer.status_code == 409
    assert "What you answered before is safe." in told(answer)
    assert client.get("/study/desk/ask/which").status_code == 409
    page = client.get("/study/mine")
    assert "noticed yes" in told(page)
    assert client.post("/study/withdraw").status_code == 303


def test_a_draft_takes_trial_answers(browser, project):
    """Every page says so, and nothing counts."""
    write(project.root, PLAN, ASKED.replace("status: open", "status: draft"))
    client = browser()
    assert "Trial: answers do not count" in told(client.get("/study/desk"))
    began(client)
    assert "Trial: answers do not count" in client.get("/study/desk/ask/noticed").text
    answered(client)
    client.post("/study/desk/finish")
    assert "your answers are in no result" in told(client.get("/study/desk/thanks"))
    assert enquiry(project).given() == []
    assert len(enquiry(project).given("demo")) == 9


def test_nobody_can_be_found_again_without_codes(browser, project):
    """Nothing is said of a code, no time is sent, and after the end nothing leads back."""
    write(project.root, PLAN, ASKED.replace("status: open", "status: open\nmode: anonymous"))
    client = browser()
    assert "nobody gets a code" in told(client.get("/study/desk"))
    assert began(client).headers["location"] == "/study/desk/go?lang=en"
    assert 'name="shown"' not in client.get("/study/desk/ask/noticed").text
    answered(client)
    answer = client.post("/study/desk/finish")
    assert 'study=""' in answer.headers["set-cookie"]
    page = told(client.get("/study/desk/thanks"))
    assert "Your answers are kept." in page
    assert "code" not in page


def test_what_is_agreed_to_changed(client, project):
    """Before the next question one is asked again."""
    began(client)
    write(project.root, PLAN, ASKED.replace("You may stop at any time.", "You may stop whenever you like."))
    assert stands(client) == "/study/desk/consent"
    page = client.get("/study/desk/consent")
    assert "You may stop whenever you like." in told(page)
    assert client.post("/study/desk/consent", data={"act": "agree"}).status_code == 422
    assert client.post("/study/desk/consent", data={"participation": "1"}).status_code == 303
    assert stands(client) == "/study/desk/ask/noticed"


def test_a_second_person_enters(client, project):
    """The page tells them how, and the answers are marked."""
    page = client.get("/study/desk?helped=1")
    assert "Read each page aloud as it stands." in told(page)
    client.post("/study/desk", data={"once": once(page), "helped": "1", **YES})
    enter(client, "noticed")
    assert [row.channel for row in enquiry(project).given()] == ["helped"]


def test_the_second_time(client, browser, clock, project):
    """After the days that the plan has, the code opens the second wave, in other words."""
    began(client)
    answered(client)
    client.post("/study/desk/finish")
    code = code_of(client)
    later = browser()
    later.post("/study/resume", data={"code": code})
    assert stands(later) == "/study/desk/thanks"
    clock(NOON + dt.timedelta(days=14))
    later.post("/study/resume", data={"code": code})
    assert stands(later) == "/study/desk/ask/notice"
    assert "After how long is the picture deleted?" in told(later.get("/study/desk/ask/kept"))
    enter(later, "kept")
    page = told(later.get("/study/mine"))
    assert "The first time" in page
    assert "The second time After how long is the picture deleted? One day" in page


def test_which_studies_there_are(client, project):
    assert "Front desk" in told(client.get("/study/"))
    (project.root / PLAN).unlink()
    assert "Nobody is asked anything at the moment." in told(client.get("/study/"))


@pytest.mark.parametrize("path", ["/study/nowhere", "/study/nowhere/go", "/study/%3Cb%3E", "/study/desk/ask/nothing"])
def test_no_such_page(client, path):
    assert client.get(path).status_code in {403, 404}


@pytest.mark.parametrize("cookie", ["x", "desk..", "desk.a.b", "nowhere.abc.def", "desk." + "a" * 5000 + "."])
def test_a_cookie_that_is_none(client, cookie):
    """Whoever made it up is nobody."""
    client.cookies.set("study", cookie, path="/study")
    assert client.get("/study/desk/go").status_code == 403
    assert client.get("/study/mine").status_code == 200


def test_below_another_address(project):
    """Where the server lies below `/disclose`, each link, each redirection and the cookie does too."""
    client = TestClient(Starlette(routes=[Mount("/disclose", routes=study.ROUTES)]), follow_redirects=False)
    page = client.get("/disclose/study/desk")
    links = re.findall(r'(?:href|action)="&#47;([^"]*)"', page.text)
    assert links
    assert all(link.startswith("disclose/") for link in links)
    answer = client.post("/disclose/study/desk", data={"once": once(page), **YES})
    assert answer.headers["location"] == "/disclose/study/desk/code?lang=en"
    assert "Path=/disclose/study;" in answer.headers["set-cookie"]
    assert client.get("/disclose/study/desk/go").headers["location"] == "/disclose/study/desk/ask/noticed?lang=en"


def test_no_log_tells_who_answered_what(client, caplog):
    """Our own lines hold nothing."""
    with caplog.at_level(logging.DEBUG):
        began(client)
        enter(client, "noticed")
    ours = [record.getMessage() for record in caplog.records if record.name.startswith(("playground", "toolkit"))]
    assert ours == []
    assert code_of(client) not in caplog.text
