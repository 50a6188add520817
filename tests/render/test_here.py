"""How we use this here: the page of the site for one place."""

from __future__ import annotations

import json
from dataclasses import replace

from notices import VERIFIED, seen
from reading import attributes, nesting, of_page, pieces, words
from samples import MINIMAL
from trees import laid_over

from toolkit.checks.regimes import elements
from toolkit.render import here
from toolkit.render.environment import Templates

TEMPLATES = Templates()
MADE = frozenset(
    {
        "notices/desk/sign-desk.en.pdf",
        "notices/desk/sign-desk.en.png",
        "notices/desk/sign-desk.es.pdf",
        "notices/desk/sign-desk.es.png",
        "notices/desk/en/index.html",
        "notices/desk/es/index.html",
        "notices/desk/briefing-card.en.pdf",
        "notices/desk/briefing-card.en+es.pdf",
    }
)


def page(view, found=()):
    return of_page(here.write(view, TEMPLATES, MADE, found).data)


def test_page_has_one_heading_and_closes_what_it_opens(tmp_path):
    """The Markdown becomes sound HTML."""
    html = page(seen(tmp_path, VERIFIED))

    assert [row[-1] for row in nesting(html)].count("h1") == 1


def test_signs_stand_as_pictures_that_lead_to_the_sheets(tmp_path):
    """Each printed version is a picture with words for those who cannot see it; nothing that was not made is linked."""
    html = page(seen(tmp_path))
    pictures = [piece.attributes for piece in pieces(html) if piece.tag == "img"]

    assert [(each["src"], each["alt"]) for each in pictures] == [
        ("sign-desk.en.png", "Sign desk, English: AI reads your form"),
        ("sign-desk.es.png", "Sign desk, Español: AI reads your form"),
    ]
    assert "sign-desk.es.pdf" in attributes(html, "href")
    assert not [href for href in attributes(html, "href") if "sign-door" in href]
    assert "../../n/k7m2/" in attributes(html, "href")


def test_files_are_listed_by_form_with_their_languages(tmp_path):
    """Only what is there: the notice in two languages, the card for the desk alone and beside Spanish."""
    html = page(seen(tmp_path))
    links = [piece.attributes for piece in pieces(html) if piece.tag == "a" and "hreflang" in piece.attributes]

    assert [(link["href"], link["lang"]) for link in links] == [
        ("en/", "en"),
        ("es/", "es"),
        ("briefing-card.en.pdf", "en"),
        ("briefing-card.en+es.pdf", "es"),
    ]


def test_guidelines_are_answered_or_named_as_open(tmp_path):
    """Each answer with who and by when; what has none is listed."""
    advice = "guidelines: [{ref: feedback-loop}, {ref: legal-review}]"
    files = {"services/example/service.yml": laid_over(MINIMAL, advice)}
    text = words(page(seen(tmp_path, files=files)))

    assert "Planned Put up the box. head of the desk by 31 March 2027" in text
    assert "Without an answer: Get a legal review" in text


def test_what_happened_and_what_did_not_is_said(tmp_path):
    """Attestations stand with person, role and day; that no lawyer looked stands there as well."""
    text = words(page(seen(tmp_path, VERIFIED)))

    assert "A. Person, head of the desk, 2 November 2026: Looked at the picture and at the disk" in text
    assert "No lawyer has reviewed this notice yet." in text


def test_regimes_count_elements_and_say_that_this_is_no_legal_advice(tmp_path):
    """Present and missing elements are counted and named; the word compliant never falls."""
    view = seen(tmp_path, "regimes: [baseline]")
    text = words(page(view, elements(view)))

    assert "This is not legal advice." in text
    assert "Missing: " in text
    assert "complian" not in text.lower()


def test_page_carries_the_fingerprint(tmp_path):
    """The hash over what readers are told stands on the page."""
    view = seen(tmp_path)

    assert view.hash in words(page(view))


def test_service_is_linked_where_it_has_a_note(tmp_path):
    """A service that is published has a link; one that is kept back is named by its id."""
    view = seen(tmp_path)
    known = page(view)
    view.house = replace(view.house, services={})
    kept_back = page(view)

    assert "../../notes/example/transparency-note/" in attributes(known, "href")
    assert not [href for href in attributes(kept_back, "href") if "notes/" in href]
    assert "Services example Who has checked it" in words(kept_back)


def test_hostile_texts_stay_text(tmp_path):
    """Names and texts of the metadata open neither Markdown nor HTML."""
    bad = "[x](javascript:alert(1)) <script>y</script> # z"
    view = seen(tmp_path, f"name: {json.dumps(bad)}\npurpose: {json.dumps(bad)}")
    html = page(view)

    assert bad in words(html)
    assert nesting(html) == nesting(page(seen(tmp_path / "calm", "name: x\npurpose: x")))
