"""The rows of the full notice: what is told, in which language, and how it is put."""

from __future__ import annotations

from notices import seen, translated

from toolkit.model.data import Retention
from toolkit.translations import Said
from toolkit.view import notice


def en(text):
    return Said(text, "en", "source")


def test_first_screen_begins_with_what_is_not_recorded(tmp_path):
    """What is not recorded, what stays and what one may choose come in this order, whatever the metadata's order."""
    statements = (
        "statements:\n"
        "  - {id: how, item: method, pictogram: cog, title: How, text: It reads.}\n"
        "  - {id: free, item: choice, pictogram: cog, title: Free, text: Say no.}\n"
        "  - {id: day, item: retention, pictogram: cog, title: A day, text: Then gone.}\n"
        "  - {id: none, item: not_collected, pictogram: cog, title: None, text: No face.}\n"
        "signs: []\n"
    )
    wording = seen(tmp_path, statements).wording("en")

    assert [fact.id for fact in notice.first_screen(wording)] == ["none", "day", "free", "how"]


def test_headline_and_lead_are_those_of_the_first_sign(tmp_path):
    """The band says what the first sign says; with a sign given, what that one says."""
    view = seen(tmp_path)
    door = view.deployment.signs[1]

    assert notice.headline(view.wording("en")) == en("AI reads your form")
    assert notice.headline(view.wording("en"), door) == en("AI reads forms here")
    assert notice.lead(view.wording("en")) == en("It saves you waiting.")
    assert notice.pictogram(view) == "file-eye-outline"


def test_place_without_signs_has_its_name_and_its_purpose(tmp_path):
    """Where there is no sign, the band names the place and the purpose comes first."""
    view = seen(tmp_path, "signs: []")

    assert notice.headline(view.wording("en")) == en("Front desk")
    assert notice.lead(view.wording("en")) == en("To read your form, so that you wait less.")
    assert notice.listen(view.wording("en")) == ()
    assert [fact.id for fact in notice.brief(view.wording("en"))] == ["faces", "kept-short", "choose"]


def test_brief_holds_the_statements_of_the_first_sign(tmp_path):
    """Where there is little room, the choice that the author made for the first sign holds."""
    assert [fact.id for fact in notice.brief(seen(tmp_path).wording("en"))] == ["faces", "kept-short"]


def test_listen_names_who_says_it_and_the_number(tmp_path):
    """Two ways to hear a sign: a person, and a number to call."""
    assert notice.listen(seen(tmp_path).wording("en")) == (
        en("The clerk reads it to you."),
        en("Call 555 0101 to hear this sign."),
    )


def test_items_have_name_question_and_sentence(tmp_path):
    """Only the items that the place answers are there, each with what it answers."""
    collected, retention = notice.items(seen(tmp_path).wording("en"))

    assert (collected.path, collected.title, collected.question) == (
        "items.collected",
        en("What is collected"),
        "Which data is taken or processed?",
    )
    assert collected.lines == (notice.Line("", en("A picture of your form.")),)
    assert retention.path == "items.retention"


def test_kept_row_says_time_use_and_readers(tmp_path):
    """A row of the table has every cell in words, with what stands behind `none` and what was left out."""
    kept = (
        "kept:\n"
        "  - {id: picture, name: Picture, category: personal, form: original, purpose: To read it.,\n"
        "     retention: {kind: duration, value: 24, unit: hours, starts: when it is taken, condition: No copy.},\n"
        "     access: [clerks], secondary_use: none, sharing_consent: none_shared}\n"
        "  - {id: log, name: Log, category: ordinary, purpose: To mend it.,\n"
        "     copy_of: picture, recipients: [{who: The maker, why: To mend it.}], sharing_consent: contract}\n"
    )
    picture, log = notice.kept(seen(tmp_path, kept).wording("en"))

    assert picture.kinds == ("What is handed in", "About a person")
    assert picture.retention == en("Kept for at most 24\N{NO-BREAK SPACE}hours")
    assert (picture.starts, picture.condition) == (en("when it is taken"), en("No copy."))
    assert picture.seen_by == (en("clerks"),)
    assert picture.used_again == notice.Line("", en("Not used for anything else."))
    assert picture.others == (notice.Line("", en("Nobody else gets it.")),)
    assert (picture.copy_of, log.copy_of) == (None, en("Copy of: Picture"))
    assert log.retention == en("Not stated")
    assert log.used_again == notice.Line("Other uses", en("Not stated"))
    assert [line.text.text for line in log.others] == ["The maker", "To mend it.", "Passed on under a contract."]


def test_time_until_an_event_is_said_in_the_language_that_the_event_is_in(tmp_path):
    """A sentence is never half in one language: where the event has no translation, all of it is in the source's."""
    event = "retention: {kind: until_event, event: the card ends}"
    kept = f"kept: [{{id: card, name: Card, category: personal, purpose: To lend., {event}}}]"
    files = translated("es", kept__card__retention__event="the card ends|el fin del carnet")
    time = Retention(kind="until_event", event="the card ends")

    missing = notice.retention(seen(tmp_path, kept).wording("es"), "kept.card", time)
    there = notice.retention(seen(tmp_path, kept, files=files).wording("es"), "kept.card", time)

    assert missing == Said("Kept until the card ends", "en", "missing")
    assert (there.language, there.state) == ("es", "unreviewed")
    assert there.text.endswith("el fin del carnet")


def test_camera_says_what_it_sees_and_that_nobody_checked(tmp_path):
    """Place, view, mask and protected places; unless each was checked, that nobody has."""
    (camera,) = notice.cameras(seen(tmp_path).wording("en"))

    assert camera.title == en("Above the desk.")
    assert [(line.label, line.text.text) for line in camera.lines] == [
        ("It sees", "The grey mat"),
        ("Blanked out", "All beyond the mat is cut off."),
        ("", "It sees 0.85 metres far and 30 degrees wide."),
        ("", "It does not look into a restroom. Nobody has checked this yet."),
    ]


def test_camera_names_the_first_of_the_days_of_the_checks(tmp_path):
    """Where somebody looked at each protected place, the oldest look counts."""
    checked = (
        "place: {cameras: [{id: above, place: Above., view_degrees: 30, view_metres: 1, sees: [],"
        " protected_places: [{kind: restroom, outside_because: A., checked_on: 2026-11-02},"
        " {kind: prayer_room, outside_because: B., checked_on: 2026-10-01}]}]}"
    )
    (camera,) = notice.cameras(seen(tmp_path, checked).wording("en"))

    assert camera.lines[-1].text.text == (
        "It does not look into a restroom or a prayer room. Last checked on 1 October 2026."
    )


def test_choice_feedback_oversight_and_law_in_words(tmp_path):
    """Each section has its sentences behind its labels, and what the metadata picks from lists is said in words."""
    wording = seen(tmp_path).wording("en")
    (choice,) = notice.choices(wording)
    (box,) = notice.feedback(wording)

    assert choice.title == en("We type your form.")
    assert [(line.label, line.text.text) for line in choice.lines] == [
        ("", "Say so at the desk."),
        ("What it costs you", "It takes longer."),
    ]
    assert box.title == en("Put a note into the box")
    assert [line.text.text for line in box.lines] == [
        "Use the box by the stairs.",
        "head of the desk",
        "You get an answer within 14 days.",
        "You need not give your name.",
    ]
    assert [line.text.text for line in notice.oversight(wording)] == [
        "A person decides each time",
        "A clerk compares every form.",
        "Tell the desk.",
    ]
    assert [line.text.text for line in notice.law(wording)] == ["It is part of a public task"]
    assert [line.text.text for line in notice.consent(wording)] == ["Nobody asks you why."]
    assert notice.rights(wording) == (("access", "See what there is about you"), ("erasure", "Have it deleted"))
    assert [said.text for said in notice.authority(wording)] == ["Example Authority", "555 0199"]


def test_place_without_a_part_has_no_rows_of_it(tmp_path):
    """What the metadata does not say is not made up."""
    bare = "law:\nconsent:\nquestions: []\nfeedback: []\nchoices: []\nplace: {cameras: []}\nkept: []\n"
    wording = seen(tmp_path, bare).wording("en")

    assert notice.law(wording) == notice.rights(wording) == notice.authority(wording) == ()
    assert notice.consent(wording) == notice.questions(wording) == notice.feedback(wording) == ()
    assert notice.choices(wording) == notice.cameras(wording) == notice.kept(wording) == ()


def test_fallbacks_count_sentences_in_another_language(tmp_path):
    """Everything without a translation counts, and nothing in the language of the metadata."""
    view = seen(tmp_path, files=translated("es", purpose="To read your form, so that you wait less.|Para leer."))

    assert notice.fallbacks(view.wording("en")) == 0
    assert notice.fallbacks(view.wording("es")) == len(view.sentences) - 1
