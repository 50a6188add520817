"""What handouts cannot show or hold, as findings that point at the sentence."""

from __future__ import annotations

from notices import seen, translated
from projects import TODAY

from toolkit.inspect import handout
from toolkit.paths import Project
from toolkit.render import handout as printed
from toolkit.render import leaflet
from toolkit.typeset import Fit, Typesetter

NOTHING = Fit({}, 0, {}, (), ())


def test_letters_that_no_typeface_holds_are_named_where_they_are_written(tmp_path):
    view = seen(tmp_path, "purpose: To read your form 🎉")
    [found] = handout.letters(view, ["en"], "leaflet", printed.texts(leaflet.content(view, "en")))
    assert found.message == "the leaflet in en: Inter cannot show 🎉 (U+1F389)"
    assert (found.rule, found.severity) == ("handout-letters", "error")
    line = (tmp_path / found.place.file).read_text("utf-8").splitlines()[found.place.line - 1]
    assert "To read your form" in line


def test_letters_of_a_translation_are_named_in_its_file(tmp_path):
    view = seen(tmp_path, files=translated("es", benefits="You wait less.|Espera menos ☃"))
    [found] = handout.letters(view, ["es"], "leaflet", printed.texts(leaflet.content(view, "es")))
    assert found.place.file == "deployments/desk/locale/es.po"
    assert found.place.line == 6


def test_what_the_typefaces_hold_is_no_finding(tmp_path):
    view = seen(tmp_path, "languages: [ar, en]")
    assert list(handout.letters(view, ["ar"], "leaflet", ["نموذج", "Form 1/2, naïve"])) == []


def test_words_wider_than_their_column_are_named(tmp_path):
    view = seen(tmp_path)
    fit = NOTHING._replace(wide=({"text": "waiting", "by": 12.4},))
    [found] = handout.fits(view, "en", "feedback slip", fit)
    assert found.message == "in the feedback slip in en the word 'waiting' is 12 mm wider than its column"
    assert found.place.line > 1


def test_a_word_of_39_letters_that_no_rule_parts_stands_out_of_its_column(tmp_path):
    view = seen(
        tmp_path,
        f"choices: []\nnot_collected: []\nfeedback: [{{id: box, kind: anonymous_box, how: {'7' * 39},"
        " owner: head, response_days: 2, anonymous: true}]",
    )
    fit = leaflet.fit(view, "en", Typesetter(Project(tmp_path), TODAY))
    assert [word["text"] for word in fit.wide] == ["7" * 39]
