"""Texts of the metadata stay texts on every page, and a template that cannot be filled stops the build."""

from __future__ import annotations

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from jinja2 import DictLoader
from projects import small, views, write
from reading import Piece, pieces, to_html

from toolkit.errors import ProjectError
from toolkit.paths import Project
from toolkit.render import note
from toolkit.render.environment import Templates, escape
from toolkit.source import HIDDEN

TEMPLATES = Templates()
#: Every kind of place in which a template may put a text.
PLACES = {
    "paragraph": "{{ text }}\n",
    "second line": "First\n{{ text }}\nlast\n",
    "after a sentence": "First. {{ text }} Last.\n",
    "list item": "- first\n- {{ text }}\n- last\n",
    "numbered item": "1. first\n1. {{ text }}\n",
    "item with more": "- first\n\n    {{ text }}\n\n- last\n",
    "bold": "- **{{ text }}**: more\n",
    "heading": "### {{ text }}\n\nmore\n",
    "quotation": "> {{ text }}\n",
    "table": "| one | two |\n| --- | --- |\n| {{ text }} | more |\n",
    "cell": "<table><tr><td>{{ text }}</td></tr></table>\n",
    "block": '<div markdown="1">\n\n{{ text }}\n\n</div>\n',
    "title of an admonition": '!!! note "{{ text }}"\n\n    more\n',
    "admonition": '!!! note "Title"\n\n    {{ text }}\n',
    "details": '??? note "Title"\n\n    {{ text }}\n',
    "attribute": 'Before <span title="{{ text }}">more</span>\n',
    "attribute of a block": '<p title="{{ text }}">more</p>\n',
    "label of a link": "[{{ text }}](page.md)\n",
    "meaning of an abbreviation": "ABC\n\n*[ABC]: {{ text }}\n",
}
HOSTILE = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "{{ 7*7 }}",
    "{% raw %}",
    "[x](javascript:alert(1))",
    "![x](http://tracker.example/x.png)",
    "[x]: http://tracker.example",
    "[^1]: note",
    "{: onclick=alert(1) }",
    "--8<-- 'mkdocs.yml'",
    "1. x",
    "1) x",
    "- x",
    "* x",
    "+ x",
    "# x",
    "> x",
    ": x",
    "=== x",
    "===",
    "---",
    "***",
    "___",
    "```",
    "~~~ python",
    "`x`",
    "**x** _y_ __z__",
    "| a |",
    "a | b",
    "\\",
    "\\*x\\*",
    "a\\",
    "&lt;b&gt; &amp; &#60;",
    "*[WER]: x",
    "!!! x",
    "!!! note",
    "??? x",
    "???+ note",
    "/// note",
    "::: x",
    "<!-- x -->",
    "<?php x ?>",
    "]]>",
    "http://tracker.example/ www.example.org",
    "<http://tracker.example>",
    "me@example.org <me@example.org>",
    "a \"b\" 'c'",
    "x < 3 && y > 4",
    ":smile: 😀 👩‍👧",
    "שלום (עולם) - مرحبا 1. بالعالم",
    "$$x$$ ~~y~~ ^^z^^ ==m==",
    "H~2~O x^2^",
    "[TOC]",
    "[ ] x",
    "AT&T; &copy 2026",
    "Ω≈ç√∫˜µ≤≥÷ ñ é",
    "a  b\n\n    c\td",
]
TOKENS = [
    "<",
    ">",
    "&",
    '"',
    "'",
    "\\",
    "`",
    "*",
    "_",
    "{",
    "}",
    "[",
    "]",
    "(",
    ")",
    "|",
    "#",
    "~",
    "^",
    "$",
    "@",
    "!",
    "?",
    ":",
    "=",
    "+",
    "-",
    ".",
    "/",
    "1",
    " ",
    "  ",
    "\n",
    "\n\n    ",
    "&#",
    ";",
    "x",
    "amp",
    "note",
    "ABC",
    "<!--",
    "-->",
    "???",
    "!!!",
    "===",
    "{:",
    "--8<--",
    "http://",
    "javascript:",
    "é",
    "ש",
    "😀",
    "\N{NO-BREAK SPACE}",
]
TEXTS = (
    st.lists(st.sampled_from(TOKENS), min_size=1, max_size=12).map("".join) | st.text(min_size=1, max_size=30)
).map(lambda text: HIDDEN.sub(" ", text))


def shown(place: str, text: str) -> list[Piece]:
    """What a browser makes of *text* in *place*; ids of headings are made of their text and left out."""
    markdown = TEMPLATES.environment.from_string(PLACES[place]).render(text=text)
    found: list[Piece] = []
    for piece in pieces(to_html(markdown)):
        kept = {name: value for name, value in piece.attributes.items() if name not in {"id", "href"}}
        if not piece.tag and found and not found[-1].tag:
            found[-1] = Piece("", {}, found[-1].text + piece.text)
        else:
            found.append(piece._replace(attributes=kept))
    return found


def expected(place: str, text: str) -> list[Piece]:
    """What a harmless word makes there, with *text* in its stead."""
    return [
        Piece(
            piece.tag,
            {name: value.replace("Qword", text) for name, value in piece.attributes.items()},
            piece.text.replace("Qword", text),
        )
        for piece in shown(place, "Qword")
    ]


def same_but_for_spaces(found: list[Piece]) -> list[Piece]:
    return [
        piece._replace(
            attributes={name: " ".join(value.split()) for name, value in piece.attributes.items()},
            text=" ".join(piece.text.split()),
        )
        for piece in found
    ]


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_texts_stay_texts(text):
    """Known ways to break out of a text show as the characters they are, and make no element and no attribute."""
    found = {place: same_but_for_spaces(shown(place, text)) for place in PLACES}
    assert found == {place: same_but_for_spaces(expected(place, text)) for place in PLACES}


@settings(max_examples=200, deadline=None)
@given(st.sampled_from(sorted(PLACES)), TEXTS)
def test_any_text_stays_text(place, text):
    """Whatever a text holds, in every place it comes out as itself, and makes no element and no attribute."""
    text = text.strip() or "x"
    assert same_but_for_spaces(shown(place, text)) == same_but_for_spaces(expected(place, text))


@given(TEXTS)
def test_a_text_is_one_line(text):
    """No text can start a new line, so it cannot leave its list item, its cell or its indentation."""
    assert len(escape(text).splitlines()) <= 1


def test_spaces():
    """White space becomes one space; a no-break space keeps a number and its unit together."""
    assert escape("  two\n\n  words\t24\N{NO-BREAK SPACE}hours ") == "two words 24\N{NO-BREAK SPACE}hours"


@pytest.mark.parametrize(
    ("markup", "problem"),
    [
        ("{{ nothing }}", "'nothing' is undefined"),
        ("{{ text.nothing }}", "'str object' has no attribute 'nothing'"),
        ("{{ empty }}", "a template places None; the view must turn it into text first"),
        ("{{ yes }}", "a template places True; the view must turn it into text first"),
        ("{{ many }}", "a template places ('a', 'b'); the view must turn it into text first"),
        ("{% if %}", "Expected an expression, got 'end of statement block'"),
        ("{% include 'note/gone.md.j2' %}", "cannot be filled: note/gone.md.j2"),
        ("{{ table['gone']['deeper'] }}", "'dict object' has no attribute 'gone'"),
        ("{{ finder('gone') }}", "gone"),
        ("{{ 1 / 0 }}", "division by zero"),
    ],
)
def test_a_template_that_cannot_be_filled(tmp_path, markup, problem):
    """A missing value, None, true, a list or a slip in a template stops the build with the template's name."""
    write(tmp_path, "services/organisation.yml", "")
    write(tmp_path, "templates/note/own.md.j2", markup)
    context = {"text": "a", "empty": None, "yes": True, "many": ("a", "b"), "table": {}, "finder": {}.__getitem__}
    with pytest.raises(ProjectError) as caught:
        Templates(Project(tmp_path)).render("note/own.md.j2", **context)
    assert "note/own.md.j2" in str(caught.value)
    assert problem in str(caught.value)
    assert caught.value.help == "mend the template, or take it out of templates/ to use the shipped one"


def test_numbers_need_no_preparation():
    """A number is placed as readers write it."""
    template = TEMPLATES.environment.from_string("{{ a }} {{ b }} {{ c }} {{ d }}")
    assert template.render(a=3, b=0.5, c=2.0, d=12345) == "3 0.5 2 12\N{NO-BREAK SPACE}345"


def test_own_templates_over_shipped_ones(tmp_path):
    """A project's own template takes the place of the shipped one of that name; the others stay."""
    project = small(tmp_path, "one")
    write(tmp_path, "templates/note/sections/limits-in-brief.md.j2", "Own words of {{ view.name }}\n")
    page = next(note.write(views(project)["one"], Templates(project))).data.decode()
    assert "Own words of Form reader" in page
    assert "## When it fails" not in page
    assert "## Where it is used" in page


def test_names_in_front_matter():
    """A name in front matter is read back as it was, whatever it holds."""
    name = 'Ligne 😀 "x": {y} # z \'s <b>'
    text = TEMPLATES.environment.from_string("title: {{ name | tojson }}\n").render(name=name)
    assert yaml.safe_load(text) == {"title": name}


@given(TEXTS)
def test_titles_without_markup(text):
    """What a theme places as it is holds nothing that could open a tag or an entity, and else every character."""
    template = TEMPLATES.environment.from_string("title: {{ text | bare | tojson }}\n")
    title = yaml.safe_load(template.render(text=text))["title"]
    assert set(title) & set('<>&"') == set()
    assert len(title) == len(text)


def test_bytes():
    """A page is UTF-8, has at most one empty line in a row and ends with one line end."""
    environment = Templates()
    environment.environment.loader = DictLoader({"page": "\n\nGrüße\n\n \n\t\n\nEnde\n\n\n"})
    assert environment.render("page") == "Grüße\n\nEnde\n".encode()
