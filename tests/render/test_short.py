"""What a posted sign said, on a page of its own that stays."""

from __future__ import annotations

import datetime as dt

import pytest
from desk import FILE, desk
from projects import edit, write
from reading import pieces, words

from toolkit import posted
from toolkit.load import load
from toolkit.load.posted import posted as read
from toolkit.render import short
from toolkit.render.environment import Templates
from toolkit.view import cards, house

DAY, LATER = dt.date(2026, 5, 4), dt.date(2026, 6, 1)
PAGE = "n/k7m2/ac621831/index.html"


@pytest.fixture
def project(tmp_path):
    """A project with one sheet that hangs."""
    made = desk(tmp_path)
    posted.add(made, DAY, "k7m2", "left")
    return made


def files(project):
    """Every page of what was posted, by its path."""
    content = load(project)
    shared = house(content, cards(content), LATER)
    view = posted.views(project, content, LATER).get("desk")
    records = read(project)[0]["desk"]
    return {each.path: each.data.decode() for each in short.write(records, view, shared, Templates(project))}


def links(page):
    return [piece.attributes["href"] for piece in pieces(page) if piece.tag == "a"]


def test_paths(project):
    """Each version has its page below its code, in small letters and in capitals, with the same bytes."""
    made = files(project)
    assert list(made) == [PAGE, "N/K7M2/ac621831/index.html"]
    assert len(set(made.values())) == 1


def test_a_sign_that_holds(project):
    """The page says so first, what the sign said, where it hangs, and leads to today's notice."""
    page = files(project)[PAGE]
    told = words(page)
    assert told.index("This sign still holds") < told.index("What the sign said on 4 May 2026")
    for text in (
        "Sign k7m2-ac621831: AI reads your form",
        "Example: nobody has verified this yet.",
        "It saves you waiting.",
        "Kept 24 hours",
        "Your record stays.",
        "City of Example",
        "555 0100",
        "left: since 4 May 2026, A4, en",
    ):
        assert text in told
    assert "What changed on the sign" not in told
    assert links(page) == ["../"]


def test_a_sign_that_changed(project):
    """The page says what changed on the sign, then what changed in the notice."""
    edit(project, FILE, "headline: AI reads your form", "headline: AI reads it")
    edit(project, FILE, "[Your face, Your voice]", "[Your face]")
    told = words(files(project)[PAGE])
    parts = [
        "This sign is out of date",
        "What changed on the sign",
        "Sign desk, headline",
        "Then: AI reads your form",
        "Now: AI reads it",
        "What else changed since 4 May 2026",
        "What is not recorded",
        "No longer: Your voice",
        "What the sign said on 4 May 2026",
    ]
    places = [told.index(part) for part in parts]
    assert places == sorted(places)


def test_a_place_that_is_gone(project):
    """A sign of a place that is no more asks to be taken down, also where its code alone is asked for."""
    (project.root / FILE).unlink()
    made = files(project)
    assert list(made) == [PAGE, "N/K7M2/ac621831/index.html", "n/k7m2/index.html", "N/K7M2/index.html"]
    assert "This sign is no longer in use" in words(made["n/k7m2/index.html"])
    assert links(made[PAGE]) == []


def test_a_code_that_no_sign_has(project):
    """A printed code whose sign has another one now leads to what was printed, and on to today's notice."""
    edit(project, FILE, "code: k7m2", "code: k7m3")
    made = files(project)
    page = made["n/k7m2/index.html"]
    assert "Then: k7m2 Now: k7m3" in words(page)
    assert links(page) == ["../../notices/desk/en/"]
    assert "n/k7m3/index.html" not in made


def test_a_sheet_that_was_taken_down(project):
    """A sheet that came down says when."""
    posted.remove(project, LATER, "k7m2", "left")
    assert "left: since 4 May 2026, A4, en, taken down on 1 June 2026" in words(files(project)[PAGE])


def test_one_page(project):
    """The page stands alone: one heading, language and direction, no script, no address of another host."""
    page = files(project)[PAGE]
    found = pieces(page)
    tags = [piece.tag for piece in found]
    root = next(piece for piece in found if piece.tag == "html")
    assert root.attributes == {"lang": "en", "dir": "ltr"}
    assert tags.count("h1") == 1
    assert not {"script", "link", "img", "iframe"} & set(tags)
    assert "http" not in page.replace("http://www.w3.org/2000/svg", "")


def test_each_language_of_the_sheets(tmp_path):
    """What stood on the sheets is shown in each of their languages and directions; numbers keep their order."""
    project = desk(tmp_path, ("languages: [en, es]", "languages: [en, ar]"))
    po = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\n'
    po += 'msgctxt "signs.desk.headline"\nmsgid "AI reads your form"\nmsgstr "الذكاء الاصطناعي يقرأ استمارتك"\n'
    write(tmp_path, "deployments/desk/locale/ar.po", po)
    posted.add(project, DAY, "k7m2", "left", "ar")
    page = files(project)[PAGE.replace("ac621831", posted.sheets(project, DAY)[0][0].record.version[-8:])]
    papers = [piece.attributes for piece in pieces(page) if piece.attributes.get("class") == "then"]
    assert papers == [{"class": "then", "lang": "en", "dir": "ltr"}, {"class": "then", "lang": "ar", "dir": "rtl"}]
    assert "العربية الذكاء الاصطناعي يقرأ استمارتك" in words(page)
    assert page.count("<li><bdi>555 0100</bdi></li>") == 2


def test_hostile_words(project):
    """Whatever a frozen file holds is shown as text."""
    hostile = '</style><script>alert(1)</script> "&lt; x'
    edit(project, FILE, "said_by: The clerk reads it to you., call", "said_by: Ask., call")
    posted.add(project, LATER, "k7m2", "right")
    (record,) = [each for each in read(project)[0]["desk"] if each.version != "k7m2-ac621831"]
    told = {**record.sign_message, "signs.desk.headline": hostile, "statements.faces.title": hostile}
    record = record.model_copy(update={"sign_message": told})
    content = load(project)
    shared = house(content, cards(content), LATER)
    page = short.page(record, None, shared, Templates(project), today="../").decode()
    assert "script" not in [piece.tag for piece in pieces(page)]
    assert words(page).count("alert(1)") == 3


def test_a_correction_of_a_translation(tmp_path):
    """A sheet whose translation was wrong is out of date, and the page says so."""
    project = desk(tmp_path)
    po = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\n'
    po += 'msgctxt "statements.kept-short.title"\nmsgid "Kept 24 hours"\nmsgstr "Se tira 24 horas"\n'
    write(tmp_path, "deployments/desk/locale/es.po", po)
    posted.add(project, DAY, "k7m2", "left", "es")
    edit(project, "deployments/desk/locale/es.po", "tira", "guarda")
    told = words(files(project)[PAGE])
    assert "This sign is out of date" in told
    assert "Español: Heading of a fact Then: Se tira 24 horas Now: Se guarda 24 horas" in told
