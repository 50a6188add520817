"""The pipeline for places: what each gives its readers, what is done again, and what hangs on when something breaks."""

from __future__ import annotations

import datetime as dt
import json
import shutil

import pytest
from desk import DESK, FILE, desk
from projects import TODAY, contents, edit, write
from reading import pieces, words

from toolkit import posted
from toolkit.build import build
from toolkit.paths import find_project

ROOM = "deployments/room/deployment.yml"
#: Everything that the place gives its readers in two languages.
OF_DESK = {
    "notices/desk/en/index.html",
    "notices/desk/es/index.html",
    "notices/desk/banner.en.html",
    "notices/desk/banner.es.html",
    "notices/desk/spoken.en.txt",
    "notices/desk/spoken.es.txt",
    "notices/desk/email.en.txt",
    "notices/desk/email.es.txt",
    "notices/desk/pre-visit.en.txt",
    "notices/desk/pre-visit.es.txt",
    "notices/desk/just-in-time.en.json",
    "notices/desk/just-in-time.es.json",
    "notices/desk/sign-desk.en.pdf",
    "notices/desk/sign-desk.en.png",
    "notices/desk/sign-desk.es.pdf",
    "notices/desk/sign-desk.es.png",
    "notices/desk/sign-door.en.pdf",
    "notices/desk/sign-door.en.png",
    "notices/desk/sign-door.es.pdf",
    "notices/desk/sign-door.es.png",
    "notices/desk/leaflet.en.pdf",
    "notices/desk/leaflet.es.pdf",
    "notices/desk/leaflet-large.en.pdf",
    "notices/desk/leaflet-large.es.pdf",
    "notices/desk/briefing-card.en.pdf",
    "notices/desk/briefing-card.en+es.pdf",
    "notices/desk/index.md",
    "n/k7m2/index.html",
    "N/K7M2/index.html",
    "n/brfaf/index.html",
    "N/BRFAF/index.html",
}
HEADLINE = "headline: AI reads your form"
#: The rule `unsafe-text` refuses it in every status.
FAULT = "headline: AI reads <b>your</b> form"
BROKEN = {"refused by a check": (HEADLINE, FAULT), "cannot be read": (HEADLINE, "headlin: AI reads your form")}


def built(project, **options):
    return build(project, TODAY, **{"site": False, **options})


@pytest.fixture(scope="module")
def one_built(tmp_path_factory):
    """The small place, and what its first build wrote."""
    root = tmp_path_factory.mktemp("one")
    return root, built(desk(root))


@pytest.fixture(scope="module")
def two_built(tmp_path_factory):
    """The small place, and a room with a sign in English alone."""
    root = tmp_path_factory.mktemp("two")
    text = DESK.replace("id: desk\nname: Front desk", "id: room\nname: Reading room").replace(
        "code: k7m2", "code: r2m2"
    )
    write(root, ROOM, text.replace("languages: [en, es]", "languages: [en]"))
    return root, built(desk(root))


@pytest.fixture
def project(one_built, tmp_path):
    """A copy of the first, as it is after its build."""
    return copied(one_built[0], tmp_path)


@pytest.fixture
def two(two_built, tmp_path):
    """A copy of the second, as it is after its build."""
    return copied(two_built[0], tmp_path)


def copied(root, folder):
    shutil.copytree(root, folder, symlinks=True, dirs_exist_ok=True)
    return find_project(folder)


def below(project, *starts):
    """The files of the places that start with one of *starts*, with when each was written."""
    found = (path for path in project.docs.rglob("*") if path.is_file())
    times = {path.relative_to(project.docs).as_posix(): path.stat().st_mtime_ns for path in found}
    return {path: time for path, time in times.items() if path.startswith(starts)}


def changed(project, before):
    """Which files were written anew."""
    return {path for path, time in below(project, "").items() if before.get(path) != time}


def rows(project, name):
    return json.loads((project.docs / f"api/{name}.json").read_text("utf-8"))


def test_everything_is_written(project, one_built):
    """Each thing a place gives its readers, once for each language."""
    _, report = one_built
    assert set(below(project, "notices/desk/", "n/", "N/")) == OF_DESK
    assert (report.places, report.errors, report.refused) == (1, 0, [])
    assert (project.docs / "notices/index.md").is_file()


def test_nothing_is_done_again(project):
    """Where nothing changed, nothing is written, and no file is touched."""
    before = below(project, "")
    report = built(project)
    assert (report.written, report.removed, changed(project, before)) == (0, 0, set())


@pytest.mark.parametrize("gone", ["notices/desk/sign-desk.en.pdf", "notices/desk/en/index.html", "n/k7m2/index.html"])
def test_a_file_that_went_is_made_again(project, gone):
    """Whatever somebody deleted comes back as it was."""
    whole = (project.docs / gone).read_bytes()
    (project.docs / gone).unlink()
    assert built(project).written == 1
    assert (project.docs / gone).read_bytes() == whole


def test_one_sentence_changed(two):
    """Only files of the place that says it are written, and what is made of all places."""
    before = below(two, "")
    edit(two, FILE, "text: Your face and voice.", "text: Your face and your voice.")
    report = built(two)
    written = changed(two, before)
    assert {path.split("/")[1] for path in written if path.startswith("notices/") and path != "notices/index.md"} == {
        "desk"
    }
    assert {
        path for path in written if not path.startswith(("notices/", "n/k7m2", "N/K7M2", "n/brfaf", "N/BRFAF"))
    } == {
        "api/deployments.json",
        "api/claims.json",
    }
    assert {"notices/desk/sign-desk.en.pdf", "notices/desk/en/index.html"} <= written
    assert report.written == len(written)


def test_what_says_the_same_is_not_written(project):
    """A comment in the file changes no output."""
    before = below(project, "")
    write(project.root, FILE, DESK + "# a note to ourselves\n")
    assert (built(project).written, changed(project, before)) == (0, set())


def test_a_translation_changed(project):
    """A translated headline changes the files of its language."""
    before = below(project, "")
    entry = 'msgctxt "signs.desk.headline"\nmsgid "AI reads your form"\nmsgstr "Una máquina lee su formulario"\n'
    head = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=utf-8\\n"\n\n'
    write(project.root, "deployments/desk/locale/es.po", head + entry)
    built(project)
    assert "notices/desk/sign-desk.es.pdf" in changed(project, before)
    assert [path for path in changed(project, before) if ".en." in path or "/en/" in path] == []


def test_only_one_place(two):
    """With `only`, one place is made and the others stay as they were; the next whole build does the rest."""
    edit(two, FILE, HEADLINE, "headline: AI reads one form")
    edit(two, ROOM, HEADLINE, "headline: AI reads two forms")
    before = below(two, "")
    built(two, only="room")
    written = changed(two, before)
    assert {path for path in written if path.startswith("notices/")} == {
        path for path in written if path.startswith("notices/room/")
    }
    assert "notices/room/sign-desk.en.pdf" in written
    built(two)
    assert "AI reads one form" in (two.docs / "n/k7m2/index.html").read_text("utf-8")


@pytest.mark.parametrize("how", BROKEN)
def test_another_place_is_not_blocked(two, how):
    """A place with an error says so, and the other is published with what changed there."""
    edit(two, FILE, *BROKEN[how])
    edit(two, ROOM, HEADLINE, "headline: AI reads two forms")
    report = built(two)
    assert (report.refused, report.errors > 0) == (["desk"], True)
    assert "AI reads two forms" in (two.docs / "n/r2m2/index.html").read_text("utf-8")
    assert [row["id"] for row in rows(two, "deployments")] == ["room"]
    assert {row["deployment"] for row in rows(two, "claims") if "deployment" in row} == {"room"}
    gallery = (two.docs / "notices/index.md").read_text("utf-8")
    assert "Kept back" in gallery
    assert built(two).findings == report.findings


def test_a_place_that_is_kept_back_is_being_corrected(project):
    """Its codes lead to that, and to whom to ask, in the language of the sign; everything else of it goes."""
    edit(project, FILE, HEADLINE, FAULT)
    edit(project, FILE, "code: k7m2,", "code: k7m2, versions: [es],")
    built(project)
    left = below(project, "notices/desk/", "n/", "N/")
    assert set(left) == {"n/k7m2/index.html", "N/K7M2/index.html", "n/brfaf/index.html", "N/BRFAF/index.html"}
    english = (project.docs / "n/brfaf/index.html").read_text("utf-8")
    assert "This notice is being corrected" in words(english)
    assert "555 0100" in words(english).replace("\N{NO-BREAK SPACE}", " ").translate(dict.fromkeys((0x2066, 0x2069)))
    assert {piece.attributes.get("href") for piece in pieces(english) if piece.tag == "a"} >= {"tel:5550100"}
    assert "AI reads" not in english
    spanish = (project.docs / "n/k7m2/index.html").read_text("utf-8")
    assert next(piece for piece in pieces(spanish) if piece.tag == "html").attributes["lang"] == "es"


def test_a_place_that_was_never_published_and_is_kept_back(tmp_path):
    """Its codes lead to the same, so a sign that was printed in advance leads somewhere."""
    project = desk(tmp_path, (HEADLINE, FAULT))
    assert built(project).refused == ["desk"]
    assert set(below(project, "notices/desk/", "n/")) == {"n/k7m2/index.html", "n/brfaf/index.html"}


def test_a_place_that_cannot_be_read_keeps_its_codes(project):
    """What stood behind the codes stays word for word, and no other file of the place is left."""
    before = {path: data for path, data in contents(project.docs).items() if path.startswith(("n/", "N/"))}
    edit(project, FILE, *BROKEN["cannot be read"])
    report = built(project)
    assert report.refused == ["desk"]
    assert below(project, "notices/desk/") == {}
    assert {path: data for path, data in contents(project.docs).items() if path.startswith(("n/", "N/"))} == before
    assert built(project).removed == 0
    assert set(below(project, "n/", "N/")) == set(before)


@pytest.mark.parametrize("how", BROKEN)
def test_a_correction_brings_everything_back(project, how):
    """Once it is mended, the place is as it was."""
    whole = contents(project.docs)
    edit(project, FILE, *BROKEN[how])
    built(project)
    edit(project, FILE, *reversed(BROKEN[how]))
    assert built(project).errors == 0
    assert contents(project.docs) == whole


@pytest.fixture
def hung(project):
    """The small place with a sheet that hangs, built."""
    posted.add(project, dt.date(2026, 11, 1), "k7m2", "On the desk")
    built(project)
    return project


def versions(project):
    return set(below(project, "n/k7m2/", "N/K7M2/"))


def test_what_was_posted_has_a_page_of_its_own(hung):
    """Behind the code and the first letters of its hash, in both spellings of the code."""
    [record] = (hung.root / "deployments/desk/posted").glob("k7m2-*.json")
    short = record.stem.removeprefix("k7m2-")
    assert versions(hung) == {
        f"{code}/{rest}" for code in ("n/k7m2", "N/K7M2") for rest in ("index.html", f"{short}/index.html")
    }


@pytest.mark.parametrize("how", BROKEN)
def test_what_was_posted_stays_while_the_place_is_broken(hung, how):
    """A sheet that hangs never leads nowhere."""
    before = versions(hung)
    edit(hung, FILE, *BROKEN[how])
    built(hung)
    assert versions(hung) == before


def test_a_place_that_is_gone(hung):
    """Its files go; what was posted stays and says that it is no longer in use."""
    [record] = (hung.root / "deployments/desk/posted").glob("k7m2-*.json")
    short = record.stem.removeprefix("k7m2-")
    (hung.root / FILE).unlink()
    report = built(hung)
    assert (report.places, report.refused, report.errors) == (0, [], 0)
    assert set(below(hung, "notices/desk/")) == set()
    assert set(below(hung, "n/", "N/")) == {
        f"{code}/{rest}" for code in ("n/k7m2", "N/K7M2") for rest in ("index.html", f"{short}/index.html")
    }
    for page in ("n/k7m2/index.html", f"n/k7m2/{short}/index.html"):
        assert "This sign is no longer in use" in words((hung.docs / page).read_text("utf-8"))
    assert rows(hung, "deployments") == []


def test_codes_in_capitals_lead_to_the_same(two):
    """Codes are printed in capitals and typed in small letters."""
    files = contents(two.docs)
    small = {path for path in files if path.startswith("n/")}
    assert len(small) == 4
    for path in small:
        _, code, rest = path.split("/")
        assert files[f"N/{code.upper()}/{rest}"] == files[path]


def test_deployments_for_programs(two):
    """Each place is a record with the hash over what its readers are told, which changes with the words alone."""
    before = {row["id"]: row["message_hash"] for row in rows(two, "deployments")}
    assert set(before) == {"desk", "room"}
    assert all(len(hash) == 64 and set(hash) <= set("0123456789abcdef") for hash in before.values())
    edit(two, FILE, "status: example", "status: draft")
    edit(two, ROOM, "text: Ask us to type it.", "text: Ask us to type it in.")
    built(two)
    after = {row["id"]: row["message_hash"] for row in rows(two, "deployments")}
    assert (after["desk"] == before["desk"], after["room"] == before["room"]) == (True, False)


def test_claims_for_programs(two):
    """Every sentence that people at a place are told is a claim, beside those of the services, with what backs it."""
    claims = rows(two, "claims")
    assert {row.get("service") or row["deployment"] for row in claims} == {"example", "desk", "room"}
    [claim] = (row for row in claims if row["id"] == "desk/statements/faces/text")
    assert claim == {
        "backed_by": [{"kind": "nothing"}],
        "deployment": "desk",
        "id": "desk/statements/faces/text",
        "level": "deployment",
        "path": "statements.faces.text",
        "sentence": "Your face and voice.",
        "written_at": f"{FILE}:39",
    }
