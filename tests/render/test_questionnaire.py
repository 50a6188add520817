"""The questionnaire on paper: every item of every language, consent by ticking, a code to tear off, mirrored."""

from __future__ import annotations

import datetime as dt
import io

import pytest
from notices import seen
from PIL import Image
from projects import ROOT, TODAY, write
from pypdfium2 import PdfDocument
from studies import STUDY

from toolkit import places
from toolkit.inspect import pdf
from toolkit.load import load
from toolkit.paths import Project
from toolkit.render import questionnaire
from toolkit.typeset import Typesetter
from toolkit.view import cards, house
from toolkit.view.study import steps


@pytest.fixture(scope="module")
def library():
    """The library desk as it is shipped."""
    project = Project(ROOT)
    content = load(project)
    shared = house(content, cards(content), dt.date(2026, 11, 28))
    return places.views(project, content, shared)[0]["library-desk"]


@pytest.fixture(scope="module")
def setter():
    return Typesetter(Project(ROOT), TODAY)


def text_of(file) -> str:
    return "\n".join(page.get_textpage().get_text_range() for page in PdfDocument(file.data))


def small(tmp_path, more="", languages="[en]"):
    """The study of one question, at a place with every part of a full notice."""
    write(tmp_path, "deployments/desk/study.yml", STUDY + more)
    return seen(tmp_path, f"languages: {languages}")


@pytest.mark.parametrize("language", ["en", "ar"])
def test_every_item_is_there_in_every_language(library, setter, language):
    """The id of each question stands beside it, in both sheets, as on a screen."""
    first, again = questionnaire.write(library, language, setter)
    assert [file.path for file in (first, again)] == [
        f"notices/library-desk/study-questionnaire.{language}.pdf",
        f"notices/library-desk/study-questionnaire-again.{language}.pdf",
    ]
    for file, wave in ((first, "first"), (again, "continued")):
        told = questionnaire.content(library, language, wave)
        asked = [item["id"] for stage in told["stages"] for item in stage["items"]]
        assert asked == [step.id for step in steps(library.study, "sign", wave) if step.form != "show"]
        printed = text_of(file)  # in a line from right to left, the parts of an id are read one by one
        assert [id for id in asked if any(part not in printed for part in id.split("-"))] == []
        assert list(pdf.problems(file.data, language)) == []
    assert len(asked) == 27


def test_the_second_time_in_other_words(library):
    """Awareness and expectations are asked once, and no question of understanding twice in the same words."""
    first, again = (questionnaire.content(library, "en", wave) for wave in ("first", "continued"))
    assert [stage["id"] for stage in first["stages"]] == [
        "before",
        "notice",
        "task",
        "after",
        "usability",
        "background",
    ]
    assert [stage["id"] for stage in again["stages"]] == ["notice", "task", "after", "usability", "background"]
    before, after = ({item["id"]: item["prompt"] for item in told["stages"][-3]["items"]} for told in (first, again))
    assert [id for id, prompt in after.items() if before[id] == prompt] == []


def test_what_somebody_is_asked(library):
    """A choice with its options, a question for some, a scale with both ends; "I don't know" is offered by each."""
    told = questionnaire.content(library, "en")
    noticed, purpose, expected = told["stages"][0]["items"]
    assert [option["text"] for option in noticed["options"]] == ["Yes, I noticed one.", "No, I noticed none."]
    assert (noticed["hint"], noticed["when"], noticed["unsure"]) == ("Choose one answer.", None, True)
    assert purpose["when"] == "Only if you answered “Yes, I noticed one” to question 1."
    assert (expected["form"], expected["hint"]) == ("multiple", "Choose all that apply.")
    usability = told["stages"][4]["items"]
    assert [item["id"] for item in usability] == [f"sus-{number}" for number in range(1, 11)]
    assert (usability[0]["ends"], usability[0]["unsure"]) == (["I do not agree at all", "I agree fully"], False)


def test_nothing_on_the_sheet_says_what_is_right(library, setter):
    """The key, what coders accept and the points are for the team."""
    printed = " ".join(text_of(questionnaire.write(library, "en", setter)[0]).split())
    for point in library.study.points:
        assert point.knows not in printed
    for question in library.study.questions:
        assert question.accept is None or question.accept not in printed


def test_consent_and_code(library):
    """Four boxes to tick, no name, the days that people agree to; the two arms for the helper."""
    told = questionnaire.content(library, "en")
    assert [paragraph["text"][:24] for paragraph in told["consent"]] == [
        "We ask what you noticed,",
        "You decide whether you t",
        "We keep your answers und",
        "Please do not write name",
    ]
    assert [clause["text"][:20] for clause in told["clauses"]] == [
        "May we print words o",
        "Will you answer agai",
        "May we ask for your ",
    ]
    assert (told["arms"], told["coded"]) == (["sign", "notice"], True)
    assert (told["tear"], questionnaire.content(library, "en", "continued")["tear"]) == (True, False)
    assert told["words"]["sheet.tick"] == "Tick what you agree to. Write your name on no sheet."
    assert [each["text"] for each in told["facts"][0]["texts"]] == [
        "On 31 December 2027 all answers are deleted.",
        "Until 30 June 2027 every total changes when you withdraw. What was printed before stays as it is.",
    ]
    assert told["state"] == "Trial: answers do not count."
    assert told["version"].startswith("library-desk-study-")


def test_an_anonymous_study_has_no_code(tmp_path):
    """Nothing to tear off, and no way back that could be promised."""
    told = questionnaire.content(small(tmp_path, "mode: anonymous\nstatus: open\n"), "en")
    assert (told["coded"], told["arms"], told["state"]) == (False, [], None)
    assert [each["text"] for each in told["facts"][0]["texts"]] == ["On 30 June 2027 all answers are deleted."]


def test_there_is_none_without_a_study_or_its_language(tmp_path, setter):
    assert questionnaire.write(seen(tmp_path), "en", setter) == []
    assert questionnaire.fit(seen(tmp_path), "en", setter) is None
    assert questionnaire.write(small(tmp_path, languages="[en, es]"), "es", setter) == []
    assert questionnaire.write(small(tmp_path, "languages: [en, fr]\n"), "fr", setter) == []


def test_a_word_without_end_is_parted(tmp_path, setter):
    """It takes several lines, and stands out of none."""
    word = "Verwaltungsinformationstransparenz" * 6
    write(tmp_path, "deployments/desk/study.yml", STUDY.replace("text: One day", f"text: {word}"))
    fit = questionnaire.fit(seen(tmp_path), "en", setter)
    assert fit is not None
    assert fit.good


def test_no_page_is_left_blank_and_the_notice_begins_one(library, setter):
    """Consent and code share the first page, or the code stands below the first questions; what is asked after the
    notice stands on no page before it.
    """
    for language in ("en", "fr", "ar"):
        file = questionnaire.write(library, language, setter)[0]
        pages = [page.get_textpage().get_text_range() for page in PdfDocument(file.data)]
        assert len(pages) == 7
        assert "noticed" in pages[1]
        if language != "ar":
            assert [index for index, page in enumerate(pages) if "what-it-does" in page] == [2]


def test_from_right_to_left_the_band_changes_sides(library, setter):
    """The pictogram stands where a line begins."""
    for language, beginning in (("en", True), ("ar", False)):
        data = setter.png(questionnaire.TEMPLATE, questionnaire.content(library, language), 96)
        image = Image.open(io.BytesIO(data)).convert("RGB")
        half = image.width // 2
        band = [image.getpixel((x, 40)) for x in range(image.width)]
        accent = band[2]
        white = [x for x, colour in enumerate(band) if sum(colour) > sum(accent) + 200]
        assert (min(white) < half) == beginning
