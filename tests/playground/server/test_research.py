"""The researcher's area, without a browser: who gets in, what each role sees, what a form may do."""

from __future__ import annotations

import json
import re

import pytest
from argon2 import PasswordHasher
from asked import ASKED
from projects import write
from researchers import AGREED, NOON, PASSWORD, Desk, answered, enquiry, handle, project_at, told
from sqlalchemy import select

from playground.server import kept, research, research_login, research_visit
from playground.server.pace import Pace, Rate
from playground.server.research_seat import Sessions
from toolkit.store.engine import StoreError
from toolkit.store.study import people
from toolkit.store.study.tables import study_audit, study_coding
from toolkit.study import keep

PLAN = "deployments/desk/study.yml"
CHEAP = PasswordHasher(time_cost=1, memory_cost=64, parallelism=1)


@pytest.fixture
def clock(monkeypatch):
    """Seconds since the server started; one sets them."""
    found = [0.0]
    sessions = Sessions(lambda: found[0])
    monkeypatch.setattr(research_visit, "SESSIONS", sessions)
    monkeypatch.setattr(research_login, "SESSIONS", sessions)
    return found


@pytest.fixture
def project(tmp_path, monkeypatch, clock):
    """A place with an open study, and a team whose passwords cost little to compare."""
    monkeypatch.setattr(people, "_hasher", CHEAP)
    people._nobodys.cache_clear()
    monkeypatch.setenv("DISCLOSE_PROJECT", str(tmp_path))
    monkeypatch.setattr("playground.server.kept.now", lambda: NOON)
    monkeypatch.setattr(research_login, "PACE", Pace())
    return project_at(tmp_path)


@pytest.fixture
def at(project):
    """Signs somebody in, at a browser of their own; nobody where no name is given."""

    def desk(name=""):
        found = Desk()
        if name:
            assert found.sign_in(name).status_code == 303
        return found

    return desk


def events(project):
    """What the log holds, in its order, without answers."""
    quiet = {"began", "answered", "finished", "locked", "person-entered"}
    with kept.store(project).read() as connection:
        every = connection.execute(select(study_audit.c.event).order_by(study_audit.c.number)).scalars()
        return [event for event in every if event not in quiet]


#: Which roles each page is for, written down once more.
DOORS = {
    ("GET", ""): "olga anna carl",
    ("GET", "people"): "olga",
    ("POST", "people"): "olga",
    ("GET", "{deployment}/"): "olga anna",
    ("GET", "{deployment}/results"): "olga anna",
    ("GET", "{deployment}/coding"): "olga carl",
    ("POST", "{deployment}/coding"): "olga carl",
    ("GET", "{deployment}/differences"): "olga anna",
    ("POST", "{deployment}/differences"): "olga anna",
    ("GET", "{deployment}/exports"): "olga anna",
    ("POST", "{deployment}/exports"): "olga anna",
    ("GET", "{deployment}/exclude"): "olga",
    ("POST", "{deployment}/exclude"): "olga",
    ("POST", "logout"): "olga anna carl",
}
OPEN = {("GET", "login"), ("POST", "login"), ("GET", "oidc"), ("GET", "oidc/back")}


def test_every_page_is_written_down():
    """No page is left out of the list above."""
    assert {(method, path) for path, method, *_ in research.PAGES} == {*DOORS, *OPEN}


@pytest.mark.parametrize("name", ["", "olga", "anna", "carl"])
def test_doors(at, name):
    """Each page opens for its roles, and for nobody else; a form needs a key besides."""
    desk = at(name)
    for (method, path), names in DOORS.items():
        address = f"/research/{path.replace('{deployment}', 'desk')}"
        answer = desk.client.request(method, address, data={"form": "guessed"} if method == "POST" else None)
        if not name:
            assert answer.status_code == (401 if method == "POST" else 303), (method, path)
            assert answer.headers.get("location", "/research/login").startswith("/research/login")
        elif name not in names.split():
            assert (answer.status_code, "Your role is" in answer.text) == (403, True), (method, path)
        else:
            assert answer.status_code == (403 if method == "POST" else 200), (method, path)
            assert ("another page or from an old one" in answer.text) == (method == "POST")


def test_signing_in(at):
    """Any name that is unknown is told the same as a wrong password, and the cookie is for this area alone."""
    desk = at()
    wrong = [desk.sign_in(name, word) for name, word in [("olga", "not it"), ("nobody", PASSWORD), ("", "")]]
    assert [answer.status_code for answer in wrong] == [422, 422, 422]
    assert {re.sub(r'value="[^"]*"', "", answer.text) for answer in wrong} == {
        re.sub(r'value="[^"]*"', "", wrong[0].text)
    }
    assert not any("set-cookie" in answer.headers for answer in wrong)
    right = desk.sign_in("  OLGA ")
    cookie = right.headers["set-cookie"].lower()
    assert (right.status_code, right.headers["location"]) == (303, "/research/")
    assert all(part in cookie for part in ("httponly", "samesite=strict", "path=/research"))
    assert PASSWORD not in right.text


def test_as_much_work_for_nobody(project, at, monkeypatch):
    """A hash is computed whether the name is known or not."""
    verified = []
    known = people._matches
    monkeypatch.setattr(people, "_matches", lambda *each: (verified.append(1), known(*each))[1])
    at().sign_in("nobody")
    at().sign_in("olga", "wrong")
    assert len(verified) == 2


def test_who_tries_often_waits(at, monkeypatch):
    """The right password does not help whoever tried too often."""
    monkeypatch.setattr(research_login, "PACE", Pace(Rate(2, 60.0), Rate(9, 60.0)))
    desk = at()
    assert [desk.sign_in("olga", word).status_code for word in ("1", "2", PASSWORD)] == [422, 422, 429]


def test_a_form_of_another_site(at):
    """Neither signing in nor anything else is done for another site."""
    desk = at()
    form = {"name": "olga", "password": PASSWORD}
    for headers in ({"sec-fetch-site": "cross-site"}, {"origin": "https://evil.example"}, {"origin": "null"}):
        assert desk.client.post("/research/login", data=form, headers=headers).status_code == 403
    signed = at("olga")
    answer = signed.post("desk/exports", headers={"sec-fetch-site": "same-site"}, file="data.csv")
    assert (answer.status_code, "content-disposition" in answer.headers) == (403, False)
    assert signed.client.post("/research/logout", content=b"{}").status_code == 400


@pytest.mark.parametrize(
    ("steps", "stays"), [([1799], True), ([1800], False), ([1700] * 16, True), ([1700] * 17, False)]
)
def test_sessions_end(at, clock, steps, stays):
    """After 30 minutes without a click, and after 8 hours with clicks."""
    desk = at("anna")
    for step in steps[:-1]:
        clock[0] += step
        desk.get("")
    clock[0] += steps[-1]
    assert (desk.get("").status_code == 200) == stays


def test_signing_out(project, at):
    """The key of a session opens nothing afterwards; both are in the log, without the name."""
    desk = at("anna")
    key = desk.client.cookies["research"]
    assert desk.post("logout", "").headers["location"] == "/research/login?ended=1"
    desk.client.cookies.set("research", key, path="/research")
    assert desk.get("").status_code == 303
    assert events(project) == ["login", "logout"]
    with kept.store(project).read() as connection:
        assert "anna" not in str(connection.execute(select(study_audit)).all())


def test_who_is_removed_is_out_at_once(project, at):
    """A session is no role."""
    carl, olga = at("carl"), at("olga")
    assert olga.post("people", name="carl").status_code == 303
    assert carl.get("desk/coding").status_code == 303
    assert "carl" not in told(olga.get("people"))


def test_the_last_owner_stays(at):
    """Nobody can lock everybody out."""
    answer = at("olga").post("people", name="olga")
    assert (answer.status_code, "olga is the only owner: make somebody else an owner first" in told(answer)) == (
        422,
        True,
    )


def test_progress(project, at):
    """Counts, and what the plan still lacks, by name."""
    write(
        project.root, PLAN, ASKED.replace("how: A helper", "reach: [young, clerks], include: [disabled], how: A helper")
    )
    answered(project, 7, 7)
    study = enquiry(project)
    study.begin("ar", "html", AGREED, "one more", NOON)
    study.refuse(NOON)
    study.withdraw(study.seat(study.begin("en", "paper", AGREED, "gone", NOON).token), NOON)
    said = told(at("anna").get("desk/"))
    assert "Began 8 Not finished yet 1 Answered to the end 7 Withdrew 1 Did not want to take part 1 Left out 0" in said
    assert "en 7 7 ar 1 0" in said
    assert "10 to 20 people are planned. 7 answered to the end. 3 more are needed for the smallest number." in said
    assert "young 7 Among them" in said
    assert "clerks not asked No question has an option with the id clerks" in said
    assert "disabled people not asked" in said


def test_changes_of_the_plan_are_listed(project, at):
    """With their day, their round and why."""
    answered(project, 1, 1)
    write(project.root, PLAN, ASKED.replace("Did you notice a sign", "Have you noticed a sign"))
    study = enquiry(project)
    keep.amend(study.store, study.study, study.view.hash, "Plainer words.", NOON.date(), pooled=True)
    said = told(at("anna").get("desk/"))
    assert "Changes of the plan since the first answer Day Round Why 2026-11-20 1 Plainer words." in said


def test_results(project, at):
    """16 of 20 meets the target and demonstrates nothing."""
    answered(project, 20, 20)
    said = told(at("anna").get("desk/results"))
    assert "20 began, 20 of them answered to the end." in said
    assert "20 of 20 Wilson 83.9 % to 100 % exact 83.2 % to 100 % 0 0 0 yes yes" in said
    answered_page = at("anna").get("desk/results").text
    assert '<svg class="intervals" role="img" aria-label="Shares of people who were right"' in answered_page


def test_results_of_few(project, at):
    """Fewer than ten people are no result."""
    answered(project, 3, 2)
    said = told(at("anna").get("desk/results"))
    assert "Below 10: not a study result." in said
    assert "2 of 3 Wilson 20.8 % to 93.9 % exact 9.4 % to 99.2 %" in said
    assert "There is nothing to count yet." in told(at("anna").get("desk/results?use=demo"))


def test_coding_is_blind(project, at):
    """The page of a coder holds the question and the words, and nothing of who said them, when or after which notice."""
    answered(project, 1, 1, ("A clerk, <not> the machine.",))
    who = enquiry(project).given()[0].participant
    page = at("carl").get("desk/coding")
    assert "Who decides about your card?" in page.text
    assert "A clerk, &lt;not&gt; the machine." in page.text
    for hidden in (who, "full", "first", "continued", 'html"', "again"):
        assert hidden not in page.text.split("<main", 1)[1].replace("<html", ""), hidden
    assert "Results" not in told(page)


def test_two_coders_by_themselves(project, at):
    """Each codes without the other's code; where they differ, an analyst settles it beside them."""
    answered(project, 1, 1, ("A clerk.",))
    carl, cora, anna = at("carl"), at("cora"), at("anna")
    assert carl.post("desk/coding", answer=handle(carl.get("desk/coding")), code="").status_code == 422
    carl.post("desk/coding", answer=handle(carl.get("desk/coding")), code="certain")
    assert "Nothing is left for you" in told(carl.get("desk/coding"))
    assert "One coder, no kappa. 0 of 1 open answers" in told(anna.get("desk/results"))
    assert "carl" not in cora.get("desk/coding").text
    assert carl.post("desk/coding", "", answer=handle(cora.get("desk/coding")), code="wrong").status_code == 409
    cora.post("desk/coding", answer=handle(cora.get("desk/coding")), code="wrong")
    said = told(anna.get("desk/differences"))
    assert "2 coders; 1 answers coded by two or more, 1 of them differently." in said
    assert "carl: Understood: certain cora: Any other answer Open" in said
    anna.post("desk/differences", answer=handle(anna.get("desk/differences")), code="likely")
    assert "Settled on: Understood: likely" in told(anna.get("desk/differences"))
    with kept.store(project).read() as connection:
        rows = connection.execute(select(study_coding.c.coder, study_coding.c.code, study_coding.c.adjudicated)).all()
    assert sorted(map(tuple, rows)) == [("anna", "likely", True), ("carl", "certain", False), ("cora", "wrong", False)]
    assert events(project).count("coded") == 2
    assert "adjudicated" in events(project)


def test_words_that_changed_meanwhile(project, at):
    """A code is for the words that were read."""
    study = enquiry(project)
    seat = study.seat(study.begin("en", "html", AGREED, "a form", NOON).token)
    study.save(seat, "words", "A clerk.", "1", NOON)
    carl = at("carl")
    old = handle(carl.get("desk/coding"))
    study.save(seat, "words", "The machine.", "2", NOON)
    answer = carl.post("desk/coding", answer=old, code="certain")
    assert (answer.status_code, "was changed, withdrawn or coded meanwhile" in told(answer)) == (409, True)
    assert "The machine." in told(answer)


def test_exports(project, at):
    """Each file is what the command line writes, and each is noted."""
    answered(project, 2, 1)
    desk = at("anna")
    files = {
        name: desk.post("desk/exports", file=name)
        for name in ("data.csv", "data-wide.csv", "data.json", "codebook.csv", "codebook.html")
    }
    assert {answer.status_code for answer in files.values()} == {200}
    assert files["data.csv"].headers["content-disposition"] == 'attachment; filename="desk-real-data.csv"'
    assert files["data.csv"].text.count("\n") == 1 + 4
    assert len(json.loads(files["data.json"].content)) == 4
    assert "How long is the picture of your form kept?" in files["codebook.csv"].text
    assert events(project) == ["login", "export", "exported", "export", "export", "exported", "export", "export"]
    assert desk.post("desk/exports", file="../store.db").status_code == 404


def test_leaving_out(project, at):
    """Only for a reason that is written down, which the results tell; and it can be undone."""
    answered(project, 2, 2)
    who = enquiry(project).given()[0].participant
    desk = at("olga")
    assert "in a sentence of at least 10 characters" in told(desk.post("desk/exclude", participant=who, reason="no"))
    assert desk.post("desk/exclude", participant="nobody", reason="Works for us.").status_code == 422
    desk.post("desk/exclude", participant=who, reason="Works for us.")
    assert f"{who} Works for us. Take in again" in told(desk.get("desk/exclude"))
    assert "Left out: 1, because: Works for us." in told(desk.get("desk/results"))
    assert "Left out 1" in told(desk.get("desk/"))
    desk.post("desk/exclude", participant=who, again="1")
    assert "Nobody is left out." in told(desk.get("desk/exclude"))
    assert events(project)[-4:] == ["excluded", "excluded-by", "included", "included-by"]


def test_trial_answers(project, at):
    """They are said to be trial answers wherever they are shown, and a form stays with them."""
    study = enquiry(project)
    seat = study.seat(study.begin("en", "html", AGREED, "a trial", NOON, use="demo").token)
    study.save(seat, "words", "A clerk.", "1", NOON)
    desk = at("olga")
    page = desk.get("desk/coding?use=demo")
    assert "Trial answers (demo): nobody was really asked" in told(page)
    done = desk.post("desk/coding", "desk/coding?use=demo", answer=handle(page), code="likely", use="demo")
    assert done.headers["location"] == "/research/desk/coding?use=demo"
    assert "Nothing is left for you" in told(desk.get("desk/coding?use=demo"))


def test_without_codes(project, at):
    """Where people have no codes, nobody can be watched: they appear together."""
    write(
        project.root,
        PLAN,
        ASKED.replace("status: open", "status: open\nmode: anonymous").replace(", {id: continued, after_days: 14}", ""),
    )
    answered(project, 9, 9)
    desk = at("olga")
    assert "Began 0" in told(desk.get("desk/"))
    assert "There is nothing to count yet." in told(desk.get("desk/results"))
    answered_by_ten = enquiry(project)
    seat = answered_by_ten.seat(answered_by_ten.begin("en", "html", AGREED, "the tenth", NOON).token)
    answered_by_ten.save(seat, "kept", ("day",), "1", NOON)
    answered_by_ten.finish(seat, NOON)
    assert "Began 10" in told(desk.get("desk/"))


def test_lost_and_closed(at, monkeypatch):
    """A study that there is not, and a database that does not answer."""
    desk = at("olga")
    assert "No study of this name can be read." in told(desk.get("nowhere/results"))
    assert desk.get("desk").headers["location"].endswith("/research/desk/")

    def fail(_):
        raise StoreError("store.db: disk I/O error")

    monkeypatch.setattr("playground.server.kept.store", fail)
    answer = desk.get("desk/results")
    assert (answer.status_code, "disk" in answer.text) == (503, False)


def test_nothing_of_it_is_kept_or_framed(at):
    """No page is stored by a browser, shown in a frame, or runs a script."""
    desk = at("olga")
    for path in ("", "desk/", "desk/results", "people"):
        page = desk.get(path)
        assert page.headers["cache-control"] == "no-store"
        assert "frame-ancestors 'none'" in page.headers["content-security-policy"]
        assert "<script" not in page.text
        assert '<html lang="en"' in page.text
