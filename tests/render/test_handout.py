"""What leaflets, slips, cards and forms share; and that each places all it is given, on tagged pages."""

from __future__ import annotations

import copy
import io
from itertools import pairwise

import pikepdf
import pytest
from notices import seen, translated
from projects import TODAY

from toolkit.inspect import pdf
from toolkit.paths import Project
from toolkit.render import briefing, handout, leaflet, request, slip
from toolkit.translations import Said
from toolkit.typeset import Typesetter
from toolkit.view.notice import Line

PRINTED = (leaflet, slip, briefing, request)
#: What only steers the layout, and what stands in the file's own data.
NOT_WORDS = {"title", "author", "keywords", "lang", "dir", "latin", "page", "colours", "size", "language", "languages"}

#: What every template is given and not every one places.
OPTIONAL = {"heading", "place", "responsible", "full", "address", "folio"}
DATED = """\
kept:
  - {id: picture, name: Picture, category: personal, purpose: To read it.,
     retention: {kind: duration, value: 1, unit: days, starts: when it is taken, condition: A program deletes it.}}
"""


def setter(root) -> Typesetter:
    return Typesetter(Project(root), TODAY)


def kinds(data: bytes) -> list[str]:
    """The kinds of the elements of a PDF in reading order."""
    with pikepdf.open(io.BytesIO(data)) as opened:
        return [str(each.S)[1:] for each in pdf.elements(opened.Root.StructTreeRoot)]


def paths(content, start=()):
    """The path of every text for readers."""
    pairs = content.items() if isinstance(content, dict) else enumerate(content) if isinstance(content, list) else ()
    for key, child in pairs:
        if start or key not in NOT_WORDS:
            yield from paths(child, (*start, key))
    if isinstance(content, str) and content and start[-1] not in {"icon", "scissors", "language"}:
        yield start


def changed(content, path):
    """*content* with other words at *path*."""
    made = copy.deepcopy(content)
    inner = made
    for step in path[:-1]:
        inner = inner[step]
    inner[path[-1]] = f"{inner[path[-1]]} {{page}} Changed"
    return made


class TestSheet:
    def test_the_paper_is_a4(self, tmp_path):
        sheet = handout.sheet(seen(tmp_path), ("en",), "Ask us")
        assert sheet["page"] == {"width": 210.0, "height": 297.0, "bleed": 0, "tent": False}
        assert sheet["title"] == "Ask us - City of Example"
        assert sheet["address"] == "city.example/n/k7m2"

    def test_the_paper_is_letter_where_a_sign_is(self, tmp_path):
        view = seen(
            tmp_path,
            "signs: [{id: desk, notice: at-the-desk, place: Here., format: tabloid,"
            " pictogram: file, headline: Hi, lead: Hi.}]",
        )
        sheet = handout.sheet(view, ("en",), "Ask us", "landscape")
        assert (sheet["page"]["width"], sheet["page"]["height"]) == (279.4, 215.9)

    def test_a_place_without_signs_has_the_address_of_its_notices(self, tmp_path):
        assert handout.address(seen(tmp_path, "signs: []")) == "city.example"

    def test_it_says_in_what_state_notice_and_translation_are(self, tmp_path):
        view = seen(tmp_path)
        assert handout.state(view.wording("en")) == "Example: nobody has verified this yet."
        assert "traducción" in handout.state(view.wording("es"))

    def test_the_version_changes_with_what_is_told(self, tmp_path):
        one, two = seen(tmp_path / "a"), seen(tmp_path / "b", "purpose: To count forms.")
        assert handout.version(one) == f"desk-{one.hash[:8]}"
        assert handout.version(one) != handout.version(two)


class TestPart:
    def test_a_sentence_in_another_language_is_kept_in_one_piece(self, tmp_path):
        wording = seen(tmp_path).wording("es")
        assert handout.part(wording, Said("You wait less.", "en", "missing")) == {
            "text": "\u2068You wait less.\u2069",
            "language": "en",
        }

    def test_a_translated_sentence_stands_as_it_is(self, tmp_path):
        files = translated("es", purpose="To read your form, so that you wait less.|Leer su formulario.")
        wording = seen(tmp_path, files=files).wording("es")
        said = wording.text("purpose", wording.view.deployment.purpose)
        assert handout.part(wording, said) == {"text": "Leer su formulario.", "language": "es"}

    def test_names_stand_in_a_row_for_each_language(self):
        told = [
            Said("clerks", "en", "source"),
            Said("lending staff", "en", "source"),
            Said("guardias", "es", "reviewed"),
        ]
        assert [said.text for said in handout.listed(told)] == ["Clerks and lending staff", "Guardias"]

    def test_sentences_without_a_label_come_first(self, tmp_path):
        wording = seen(tmp_path).wording("en")
        [channel] = leaflet.content(wording.view, "en")["feedback"]
        assert [(line["label"], line["text"]["text"]) for line in channel["lines"]] == [
            ("", "Use the box by the stairs."),
            ("", "You get an answer within 14 days."),
            ("", "You need not give your name."),
            ("Who deals with it", "head of the desk"),
        ]

    def test_a_line_keeps_its_label(self, tmp_path):
        line = Line("Call", Said("555 0100", "en", "source"))
        assert handout.line(seen(tmp_path).wording("en"), line) == {
            "label": "Call",
            "text": {"text": "555 0100", "language": "en"},
        }

    def test_contacts_begin_with_their_words_and_end_with_data_protection(self, tmp_path):
        told = handout.contacts(seen(tmp_path).wording("en"))
        assert [(each["label"], each["text"]["text"]) for each in told] == [
            ("", "Ask at this desk"),
            ("Call", "555 0100"),
            ("Write to", "ask@city.example"),
            ("For questions about data protection:", "The data protection officer, 555 0102"),
        ]


@pytest.mark.parametrize("printed", PRINTED, ids=lambda module: module.__name__.rpartition(".")[2])
class TestPages:
    def test_every_text_that_is_given_is_placed(self, printed, tmp_path):
        view, press = seen(tmp_path, DATED), setter(tmp_path)
        content = printed.content(view, "es" if printed is briefing else "en")
        before = press.pdf(printed.TEMPLATE, content)
        found = [path for path in paths(content) if path[0] != "columns"]
        assert len(found) > 20
        unused = [path for path in found if press.pdf(printed.TEMPLATE, changed(content, path)) == before]
        assert [path for path in unused if path[0] not in OPTIONAL] == []

    @pytest.mark.parametrize("language", ["en", "es", "ar", "hi", "zh-Hans"])
    def test_the_pages_are_tagged_and_in_their_language(self, printed, language, tmp_path):
        view = seen(tmp_path, f"languages: [{language}, en]" if language != "en" else "languages: [en, es]")
        for file in printed.write(view, language, setter(tmp_path)):
            assert pdf.problems(file.data, language) == []

    def test_the_same_in_gives_the_same_out(self, printed, tmp_path):
        view = seen(tmp_path)
        assert printed.write(view, "en", setter(tmp_path)) == printed.write(view, "en", setter(tmp_path))

    def test_headings_begin_with_the_first_level_and_skip_none(self, printed, tmp_path):
        for file in printed.write(seen(tmp_path), "en", setter(tmp_path)):
            levels = [int(kind[1:]) for kind in kinds(file.data) if kind.startswith("H")]
            assert levels[0] == 1
            assert levels.count(1) == 1
            assert all(later <= earlier + 1 for earlier, later in pairwise(levels))

    def test_endless_words_are_parted_and_stand_out_of_no_column(self, printed, tmp_path):
        word = "Pneumonoultramicroscopicsilicovolcanoconiosis" * 4
        texts = f"name: {word}, purpose: {word}, retention: {{kind: until_event, event: {word}}}"
        view = seen(
            tmp_path,
            f"kept: [{{id: picture, category: personal, {texts}}}]",
            f"questions: [{{id: filmed, question: {word}, answer: {word}}}]",
            f"feedback: [{{id: box, kind: anonymous_box, how: {word}, owner: {word}, response_days: 2, anonymous: true}}]",
        )
        assert printed.fit(view, "en", setter(tmp_path)).wide == ()


def test_the_table_of_a_leaflet_has_header_cells(tmp_path):
    file = leaflet.write(seen(tmp_path), "en", setter(tmp_path))[0]
    assert kinds(file.data).count("TH") == 3
    assert kinds(file.data).count("TD") == 6


def test_texts_are_found_however_deep():
    assert list(handout.texts({"a": "one", "b": [{"c": "two"}, "three"], "d": 4, "e": None})) == ["one", "two", "three"]


def test_sentences_run_on_and_what_is_no_sentence_stands_alone(tmp_path):
    def paragraphs(root, who):
        kept = "kept: [{id: picture, name: Picture, category: personal, purpose: To read it., access: [clerks],"
        view = seen(root, f'{kept} recipients: [{{who: "{who}", why: It prints the cards.}}]}}]')
        return kinds(leaflet.write(view, "en", setter(root))[0].data).count("P")

    assert paragraphs(tmp_path / "a", "A printer") - paragraphs(tmp_path / "b", "A printer gets it.") == 1
