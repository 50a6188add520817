"""All places at a glance."""

from __future__ import annotations

from notices import seen
from reading import attributes, of_page, pieces, words

from toolkit.render import gallery
from toolkit.render.environment import Templates

TEMPLATES = Templates()
MADE = frozenset(
    {
        "notices/desk/sign-desk.en.pdf",
        "notices/desk/sign-desk.en.png",
        "notices/desk/en/index.html",
        "notices/desk/es/index.html",
    }
)


def test_place_has_a_picture_a_sign_and_links_to_its_notices(tmp_path):
    """Name, state, signs as pictures, languages in their own names."""
    written = gallery.write([seen(tmp_path)], MADE, [], TEMPLATES)
    html = of_page(written.data)
    pictures = [piece.attributes for piece in pieces(html) if piece.tag == "img"]

    assert written.path == "notices/index.md"
    assert [(each["src"], each["alt"]) for each in pictures] == [
        ("desk/sign-desk.en.png", "Sign desk, English: AI reads your form")
    ]
    assert [href for href in attributes(html, "href") if not href.startswith("#")] == [
        "desk/",
        "desk/en/",
        "desk/es/",
        "desk/sign-desk.en.pdf",
    ]
    assert "example To read your form, so that you wait less." in words(html)


def test_places_that_are_kept_back_are_named(tmp_path):
    """What the checks refuse is not silently missing."""
    html = of_page(gallery.write([], frozenset(), ["b", "a"], TEMPLATES).data)

    assert "No place is described yet." in words(html)
    assert words(html).endswith("nothing is published of them: a b")
