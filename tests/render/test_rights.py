"""Asking for one's rights: no more than time and place, with a server and without."""

from __future__ import annotations

from urllib.parse import parse_qs, urlsplit

from notices import seen
from reading import attributes, nesting, pieces, words
from samples import ORGANISATION

from toolkit.render import rights
from toolkit.render.environment import Templates

TEMPLATES = Templates()
SERVER = {"services/organisation.yml": f"{ORGANISATION}playground_url: https://play.example/\n"}


def page(view, language="en"):
    return rights.page(view.wording(language), TEMPLATES).decode()


def test_form_has_time_place_right_and_an_answer_and_nothing_else(tmp_path):
    """With a server there is a form of four fields; time, place and what is wanted must be filled in."""
    html = page(seen(tmp_path, files=SERVER))
    fields = [piece.attributes for piece in pieces(html) if piece.tag in {"input", "select", "textarea"}]
    form = next(piece.attributes for piece in pieces(html) if piece.tag == "form")

    assert [(field["type"], field["name"]) for field in fields] == [
        ("text", "time"),
        ("text", "place"),
        ("radio", "right"),
        ("radio", "right"),
        ("text", "answer"),
    ]
    assert [field["name"] for field in fields if "required" in field] == ["time", "place", "right", "right"]
    assert form == {"method": "post", "action": "https://play.example/feedback/desk/request?lang=en"}


def test_on_the_server_of_the_site(tmp_path):
    """Where the site's own server takes forms, the address is relative, so that it holds below any path."""
    files = {"services/organisation.yml": f"{ORGANISATION}playground_url: /\n"}
    form = next(piece.attributes for piece in pieces(page(seen(tmp_path, files=files))) if piece.tag == "form")
    assert form["action"] == "../../../../../feedback/desk/request?lang=en"


def test_each_field_has_its_label(tmp_path):
    """Every field is named for those who hear the page."""
    html = page(seen(tmp_path, files=SERVER))
    fields = [piece.attributes["id"] for piece in pieces(html) if piece.tag == "input"]

    assert attributes(html, "for") == fields


def test_without_a_server_there_are_mail_telephone_paper_and_a_text(tmp_path):
    """No form that leads nowhere: a mail that is begun, the number, the sheet to print, and words to copy."""
    html = page(seen(tmp_path))
    links = attributes(html, "href")

    assert "form" not in {piece.tag for piece in pieces(html)}
    assert "tel:5550100" in links
    assert "../../../../notices/desk/rights-form.en.pdf" in links
    assert any(link.startswith("mailto:ask@city.example?") for link in links)
    assert "[ ] See what there is about you [ ] Have it deleted" in words(html)


def test_mail_is_begun_in_the_language_of_the_reader(tmp_path):
    """Subject and text stand in the link, line by line."""
    mail = urlsplit(rights.mail(seen(tmp_path).wording("en")))
    begun = parse_qs(mail.query)

    assert mail.path == "ask@city.example"
    assert begun["subject"] == ["Request about my data: The front desk"]
    assert begun["body"][0].split("\r\n") == [
        "Request about my data: The front desk",
        "",
        "Where was it? The front desk",
        "When was it? ____________________",
        "",
        "What do you want?",
        "[ ] See what there is about you",
        "[ ] Have it deleted",
        "",
        "How can we answer you? ____________________",
    ]


def test_place_without_a_mail_address_has_no_mail_link(tmp_path):
    """Nothing is linked that is not there."""
    view = seen(tmp_path, "controller: {contacts: [{kind: telephone, value: 555 0100}]}")

    assert rights.mail(view.wording("en")) == ""
    assert "mailto:" not in page(view)


def test_page_has_one_heading_and_the_other_languages_first(tmp_path):
    """The page stands alone as the notice does."""
    html = page(seen(tmp_path))

    assert [piece.tag for piece in pieces(html)].count("h1") == 1
    assert next(piece.attributes["href"] for piece in pieces(html) if piece.tag == "a") == (
        "../../../../notices/desk/es/request/"
    )
    assert ("html", "body", "main") in nesting(html)


def test_script_asks_no_more_than_the_form(tmp_path):
    """Whoever takes a request by voice has four questions."""
    lines = rights.script(seen(tmp_path).wording("en"))

    assert [line for line in lines if line[:1].isdigit()] == [
        "1. When was it? The day, and about what time.",
        "2. Where was it?",
        "3. What do you want?",
        "4. Only if the person wants an answer: How can we answer you?",
    ]


def test_place_without_rights_has_no_such_page(tmp_path):
    """Where the metadata names no right, none is offered."""
    assert list(rights.write(seen(tmp_path, "law: {rights: []}"), TEMPLATES)) == []


def test_hostile_place_stays_in_its_field(tmp_path):
    """A place named with quotes and brackets fills the field and opens nothing."""
    html = page(seen(tmp_path, "place: {name: '\"><script>x</script>'}", files=SERVER))
    place = next(piece.attributes for piece in pieces(html) if piece.attributes.get("name") == "place")

    assert place["value"] == '"><script>x</script>'
    assert "script" not in {piece.tag for piece in pieces(html)}
