"""The notice on somebody else's page."""

from __future__ import annotations

from notices import seen
from reading import attributes, nesting, pieces, words

from toolkit.render.banner import banner, write
from toolkit.render.environment import Templates

TEMPLATES = Templates()


def test_banner_is_one_element_with_its_own_language_and_style(tmp_path):
    """It needs no stylesheet, no script and no picture, and says in which language it is."""
    html = banner(seen(tmp_path, "languages: [en, ar]").wording("ar"), TEMPLATES).decode()
    rows = nesting(html)
    aside = pieces(html)[0].attributes

    assert {row[0] for row in rows} == {"aside"}
    assert (aside["role"], aside["lang"], aside["dir"]) == ("note", "ar", "rtl")
    assert {piece.tag for piece in pieces(html)} <= {"aside", "p", "a", "span", ""}
    assert "class=" not in html.replace('class="fallback"', "")


def test_banner_says_what_it_is_and_where_the_rest_stands(tmp_path):
    """State, headline, purpose and a link to the full notice."""
    html = banner(seen(tmp_path).wording("en"), TEMPLATES).decode()

    assert words(html) == (
        "Example: nobody has verified this yet. AI reads your form It saves you waiting. Read the full notice"
    )
    assert attributes(html, "href") == ["https://city.example/notices/desk/en/"]


def test_without_an_address_it_names_the_telephone(tmp_path):
    """A link that leads nowhere is worse than a number."""
    html = banner(seen(tmp_path, "notice_address:").wording("en"), TEMPLATES).decode()

    assert attributes(html, "href") == ["tel:5550100"]
    assert words(html).endswith("Call 555 0100")


def test_banner_names_its_version(tmp_path):
    """A page that shows an old one can be found."""
    view = seen(tmp_path)
    html = banner(view.wording("en"), TEMPLATES).decode()

    assert attributes(html, "data-notice") == [f"desk-{view.hash[:8]}"]
    assert next(each.path for each in write(view, TEMPLATES)) == "notices/desk/banner.en.html"
