"""The full notice as a page that stands alone: languages first, one heading, every text as text."""

from __future__ import annotations

import itertools
import json

import pytest
from notices import VERIFIED, seen, translated
from reading import attributes, nesting, pieces, words

from toolkit.render import full
from toolkit.render.environment import Templates

TEMPLATES = Templates()
HOSTILE = [
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "{{ 7 * 7 }} {% raw %}",
    "&lt;b&gt; &amp; &#60;",
    "Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichen" * 4,
    "👩🏽‍🦽 reads 🖼️",
    "]]> --> </style>",
]


def page(view, language="en", **options):
    return full.page(view, language, TEMPLATES, up="../../../", **options).decode()


def focusable(html):
    """The texts of what the tabulator key reaches, in order."""
    found, inside = [], None
    for piece in pieces(html):
        if piece.tag in {"a", "input", "button"} and (piece.tag != "a" or "href" in piece.attributes):
            inside = piece
            found.append("")
        elif not piece.tag and inside is not None and not found[-1]:
            found[-1] = piece.text.strip()
    return found


@pytest.mark.parametrize(("language", "direction"), [("en", "ltr"), ("ar", "rtl"), ("zh-Hans", "ltr")])
def test_page_has_its_own_language_direction_and_one_heading(tmp_path, language, direction):
    """`lang`, `dir` and exactly one first heading, with every element closed in order."""
    html = page(seen(tmp_path, f"languages: [en, {language}]" if language != "en" else ""), language)
    root = next(piece for piece in pieces(html) if piece.tag == "html")

    assert root.attributes == {"lang": language, "dir": direction}
    assert [piece.tag for piece in pieces(html)].count("h1") == 1
    assert ("html", "body", "main") in nesting(html)


def test_languages_come_first_in_their_own_names(tmp_path):
    """The first stops of the tabulator key are the other languages, each in its own name and marked as such."""
    html = page(seen(tmp_path, "languages: [en, de, ar]"))
    links = [piece.attributes for piece in pieces(html) if piece.tag == "a"]

    assert focusable(html)[:2] == ["Deutsch", "العربية"]
    assert links[:2] == [
        {"lang": "de", "dir": "ltr", "hreflang": "de", "href": "../../../notices/desk/de/"},
        {"lang": "ar", "dir": "rtl", "hreflang": "ar", "href": "../../../notices/desk/ar/"},
    ]


def test_headings_never_skip_a_level(tmp_path):
    """A list of headings that a screen reader shows has no hole."""
    levels = [int(piece.tag[1]) for piece in pieces(page(seen(tmp_path))) if piece.tag in {"h1", "h2", "h3", "h4"}]

    assert levels[0] == 1
    assert all(after - before <= 1 for before, after in itertools.pairwise(levels))


def test_page_asks_nobody_for_anything(tmp_path):
    """No script, no picture, no stylesheet and no font from elsewhere: what it needs stands in it."""
    html = page(seen(tmp_path))
    tags = {piece.tag for piece in pieces(html)}

    assert tags.isdisjoint({"script", "img", "iframe", "object", "audio", "video"})
    assert [
        piece.attributes for piece in pieces(html) if piece.tag == "link" and "stylesheet" in piece.attributes.values()
    ] == []
    assert "url(" not in html
    assert "@import" not in html
    outside = [href for href in attributes(html, "href") if not href.startswith(("../", "#"))]
    assert outside == ["tel:5550100", "mailto:ask@city.example"]


def test_links_within_the_page_lead_somewhere(tmp_path):
    """Each entry of the contents has its heading, in the same order."""
    html = page(seen(tmp_path))
    jumps = [href[1:] for href in attributes(html, "href") if href.startswith("#")]

    assert jumps == [
        "items",
        "not-recorded",
        "good-and-bad",
        "kept",
        "cameras",
        "choices",
        "rights",
        "oversight",
        "feedback",
        "law",
        "questions",
        "backing",
        "forms",
    ]
    assert attributes(html, "id") == jumps


def test_first_screen_says_the_essential_before_the_contents(tmp_path):
    """State, purpose, what is not recorded, what stays, the choice and whom to ask stand above the contents."""
    text = words(page(seen(tmp_path)))
    first = text[: text.index("The facts, one by one")]
    order = [
        "Example: nobody has verified this yet.",
        "It saves you waiting.",
        "Not recorded",
        "Kept 24 hours",
        "You can choose",
        "City of Example is responsible",
        "Call 555 0100",
        "The clerk reads it to you.",
    ]

    places = [first.index(each) for each in order]
    assert places == sorted(places)


def test_section_that_nothing_fills_is_left_out(tmp_path):
    """No empty heading stands on the page."""
    bare = "law:\nconsent:\nquestions: []\nfeedback: []\nchoices: []\nplace: {cameras: []}\nkept: []\nrisks: []\n"
    bare += "controller: {privacy_contact: }\n"
    html = page(seen(tmp_path, bare))

    assert attributes(html, "id") == ["items", "not-recorded", "good-and-bad", "oversight", "backing", "forms"]


def test_kept_data_is_a_table_with_header_cells(tmp_path):
    """A row a kind of data, headed by its name; the columns have heads, and cards on a phone repeat them."""
    html = page(seen(tmp_path))
    heads = [piece.attributes["scope"] for piece in pieces(html) if piece.tag == "th"]
    labels = attributes(html, "data-label")

    assert heads == ["col"] * 4 + ["row"] * 2
    assert labels == ["Why", "How long", "Who sees it"] * 2


def test_untranslated_sentence_is_shown_in_its_language_and_counted(tmp_path):
    """Where a translation is missing, the source's sentence stands there marked as such, and the page says so."""
    view = seen(tmp_path, files=translated("es", purpose="To read your form, so that you wait less.|Para leer."))
    html = page(view, "es")
    spans = [piece.attributes for piece in pieces(html) if piece.attributes.get("class") == "fallback"]

    assert spans
    assert all(span == {"lang": "en", "dir": "ltr", "class": "fallback"} for span in spans)
    assert "Para leer." in words(html)
    assert f"{len(view.sentences) - 1} " in words(html[: html.index('class="lead"')])


def test_changed_sentence_falls_back_to_the_source(tmp_path):
    """A translation of what the sentence said before is not shown."""
    html = page(seen(tmp_path, files=translated("es", purpose="To read your old form.|Para leer el viejo.")), "es")

    assert "Para leer el viejo" not in html
    assert "To read your form, so that you wait less." in words(html)


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_stays_text(tmp_path, text):
    """Markup, template language, emoji, very long words and marks of direction are shown as they were written."""
    told = json.dumps(text, ensure_ascii=False)
    plain = page(seen(tmp_path / "a", "purpose: Calm."))
    html = page(seen(tmp_path / "b", f"purpose: {told}"))

    assert nesting(html) == nesting(plain)
    assert " ".join(text.split()) in words(html)


def test_marks_of_direction_in_a_translation_stay_text(tmp_path):
    """What a translator isolated for a right-to-left sentence reaches the page as it is, and nothing turns around."""
    files = translated("ar", purpose="To read your form, so that you wait less.|اتصل \u2066555 0100\u2069 الآن.")
    html = page(seen(tmp_path, "languages: [en, ar]", files=files), "ar")

    assert "اتصل \u2066555\N{NO-BREAK SPACE}0100\u2069 الآن." in html


def test_hostile_headline_stays_text_in_title_and_band(tmp_path):
    """The title of the page and its heading hold the words of the sign and nothing more."""
    sign = '{id: x, notice: at-the-desk, place: On it., pictogram: "../../x", headline: "</title><b>AI", lead: L.}'
    html = page(seen(tmp_path, f"signs: [{sign}]"))
    texts = [piece.text for piece in pieces(html) if not piece.tag]

    assert "</title><b>AI - Front desk" in texts
    assert "</title><b>AI" in texts
    assert "b" not in {piece.tag for piece in pieces(html)}


def test_verified_row_stands_out_from_unverified_ones(tmp_path):
    """Where rows differ each says what backs it; where nothing backs a section it is said once."""
    html = page(seen(tmp_path, VERIFIED))
    kept = words(html[html.index('id="kept"') : html.index('id="cameras"')])
    choices = words(html[html.index('id="choices"') : html.index('id="rights"')])

    assert kept.count("Verified here by head of the desk on 2 November 2026.") == 1
    assert kept.count("Nobody has verified this yet.") == 1
    assert choices.count("Nobody has verified this yet.") == 1


def test_page_of_a_sign_names_it_and_what_was_printed(tmp_path):
    """Behind a code the sign stands on top, with its own headline."""
    view = seen(tmp_path)
    door = view.deployment.signs[1]
    html = full.page(view, "en", TEMPLATES, up="../../", sign=door).decode()

    assert "This is the notice behind the sign door: The front desk." in words(html)
    assert "AI reads forms here" in words(html)
    assert '"../../notices/desk/es/"' in html


def test_place_in_force_has_no_banner(tmp_path):
    """What is in force and reviewed carries no mark."""
    html = page(seen(tmp_path, "status: in_force"))

    assert 'class="state"' not in html


def test_a_file_for_each_language(tmp_path):
    """The page of each language lies in a folder of its own."""
    view = seen(tmp_path, "languages: [en, es]")

    assert [each.path for each in full.write(view, TEMPLATES)] == [
        "notices/desk/en/index.html",
        "notices/desk/es/index.html",
    ]
