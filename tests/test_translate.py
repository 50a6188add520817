"""Keeping .po files in step: nothing is lost, nothing old is taken for new, and doing it twice changes nothing."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from projects import edit, write
from samples import MINIMAL, ORGANISATION
from studies import STUDY

from toolkit.errors import ProjectError, UsageError
from toolkit.paths import find_project
from toolkit.po import Entry, parse
from toolkit.translate import Extracted, Row, extract, merged, status

PO = "deployments/desk/locale/de.po"
PLACE = "deployments/desk/deployment.yml"
DESK = """\
schema_version: "1.0"
id: desk
name: Desk in the town hall
status: example
services: [example]
controller: {name: Town hall, contacts: [{kind: person, value: Ask at the desk}, {kind: telephone, value: 555 0100}]}
place: {name: The desk in the hall, kind: desk}
purpose: To type what is printed on your form.
benefits: [You wait less.]
items: {retention: One day.}
kept: [{id: scan, name: The picture, category: personal, purpose: To read it., retention: {kind: none}}]
oversight: {level: in_the_loop}
languages: [en, de]
"""
PURPOSE = 'msgctxt "purpose"\nmsgid "To type what is printed on your form."\nmsgstr "'


@pytest.fixture
def project(tmp_path):
    """A project with the smallest place in English and German."""
    write(tmp_path, "services/organisation.yml", ORGANISATION)
    write(tmp_path, "services/example/service.yml", MINIMAL)
    write(tmp_path, PLACE, DESK)
    return find_project(tmp_path)


def told(*sentences):
    """What is told now, as pairs of path and sentence."""
    return [Entry(path, text) for path, text in sentences]


def test_first_time(project):
    """All sentences are written in the order of the metadata, each once, with empty translations."""
    assert extract(project) == [Extracted(PO, 8, 8, 0, 0)]
    entries = parse((project.root / PO).read_bytes(), PO)[0]
    assert [(entry.context, entry.id) for entry in entries[1:5]] == [
        ("name", "Desk in the town hall"),
        ("controller.contacts.person.value", "Ask at the desk"),
        ("place.name", "The desk in the hall"),
        ("purpose", "To type what is printed on your form."),
    ]
    assert {entry.texts for entry in entries[1:]} == {("",)}
    assert (project.root / PO).read_text("utf-8").splitlines()[:9] == [
        "# What desk tells its readers, in Deutsch.",
        "# Write each translation into msgstr. Leave figures, names, telephone numbers and addresses as they are.",
        "# When a speaker has checked an entry, a comment above it says so: reviewed: NAME, YEAR-MONTH-DAY",
        "# Who changes a translation deletes that comment.",
        'msgid ""',
        'msgstr ""',
        '"Language: de\\n"',
        '"MIME-Version: 1.0\\n"',
        '"Content-Type: text/plain; charset=UTF-8\\n"',
    ]


def test_again(project):
    """A second time changes no byte."""
    extract(project)
    before = (project.root / PO).read_bytes()
    assert extract(project) == [Extracted(PO, 8, 0, 0, 0)]
    assert (project.root / PO).read_bytes() == before


def translate(project):
    """Translate the purpose, and have it reviewed."""
    extract(project)
    reviewed = f"# Said as on the form.\n# reviewed: A Speaker, 2026-10-01\n{PURPOSE}"
    edit(project, PO, f'{PURPOSE}"', f'{reviewed}Um zu tippen, was auf Ihrem Formular steht."')


def test_changed_sentence(project):
    """The old translation is offered as fuzzy, without its review; as it was it stays among what is gone."""
    translate(project)
    edit(project, PLACE, "To type what is printed on your form.", "To type it.")
    assert extract(project) == [Extracted(PO, 8, 0, 1, 0)]
    text = (project.root / PO).read_text("utf-8")
    assert (
        "# Said as on the form.\n"
        "#, fuzzy\n"
        '#| msgid "To type what is printed on your form."\n'
        'msgctxt "purpose"\n'
        'msgid "To type it."\n'
        'msgstr "Um zu tippen, was auf Ihrem Formular steht."\n'
    ) in text
    assert text.endswith(
        "\n# Said as on the form.\n"
        "# reviewed: A Speaker, 2026-10-01\n"
        '#~ msgctxt "purpose"\n'
        '#~ msgid "To type what is printed on your form."\n'
        '#~ msgstr "Um zu tippen, was auf Ihrem Formular steht."\n'
    )
    assert status(project) == [Row("desk", "de", 0, 0, 1, 7)]


def test_changed_back(project):
    """Where a sentence reads again as it did, its reviewed translation is back, and the file is as it was."""
    translate(project)
    extract(project)
    before = (project.root / PO).read_bytes()
    edit(project, PLACE, "To type what is printed on your form.", "To type it.")
    extract(project)
    edit(project, PLACE, "To type it.", "To type what is printed on your form.")
    extract(project)
    assert (project.root / PO).read_bytes() == before
    assert status(project) == [Row("desk", "de", 1, 0, 0, 7)]


def test_sentence_that_went(project):
    """An entry without a translation goes with its sentence."""
    translate(project)
    edit(project, PLACE, "benefits: [You wait less.]", "benefits: []")
    assert extract(project) == [Extracted(PO, 7, 0, 0, 1)]
    assert "benefits" not in (project.root / PO).read_text("utf-8")


def test_hint(project):
    """A sentence that goes on after words of ours carries these for the translator."""
    edit(project, PLACE, "{kind: none}", "{kind: until_event, event: the form is checked}")
    extract(project)
    assert (
        '#. Continues: Wird aufbewahrt, bis {event}\nmsgctxt "kept.scan.retention.event"\nmsgid "the form is checked"\n'
    ) in (project.root / PO).read_text("utf-8")


def test_status(project):
    """Sentences are counted by state; translated ones are unreviewed until a speaker is named."""
    assert status(project) == [Row("desk", "de", 0, 0, 0, 8)]
    translate(project)
    assert status(project) == [Row("desk", "de", 1, 0, 0, 7)]
    edit(project, PO, "# reviewed: A Speaker, 2026-10-01\n", "")
    assert status(project) == [Row("desk", "de", 0, 1, 0, 7)]


def test_another_language(project):
    """A language can be prepared before the place speaks it."""
    assert extract(project, "desk", "pt-BR") == [Extracted("deployments/desk/locale/pt-BR.po", 8, 8, 0, 0)]


@pytest.mark.parametrize(
    ("id", "language", "message", "help"),
    [
        ("desc", None, "there is no deployment called 'desc'", "did you mean `desk`?"),
        (None, "../../x", "there is no such language", "write a language tag such as de, pt-BR or zh-Hans"),
        (None, "qx", "there is no such language", "write a language tag such as de, pt-BR or zh-Hans"),
    ],
)
def test_unknown(project, id, language, message, help):
    """A deployment or a language that does not exist stops the run and writes nothing."""
    with pytest.raises(UsageError) as stop:
        extract(project, id, language)
    assert (str(stop.value), stop.value.help) == (message, help)
    assert not (project.root / "deployments/desk/locale").exists()


def test_deployment_with_an_error(project):
    """Of a deployment that cannot be read nothing is extracted."""
    edit(project, PLACE, "benefits:", "benefit:")
    with pytest.raises(UsageError, match="desk holds an error"):
        extract(project, "desk")
    assert extract(project) == []


def test_broken_file(project):
    """A file with a fault is not written over: what stands there could not be read in full."""
    extract(project)
    edit(project, PO, 'msgid "The desk in the hall"', 'msgid "The desk in the hall')
    before = (project.root / PO).read_bytes()
    with pytest.raises(ProjectError) as stop:
        extract(project)
    assert str(stop.value) == f'{PO}:22:1: this is no line of a .po file: msgid "The desk in the hall'
    assert (project.root / PO).read_bytes() == before


def test_link_out_of_the_project(project, tmp_path_factory):
    """Nothing is written through a link that leads elsewhere."""
    elsewhere = tmp_path_factory.mktemp("elsewhere")
    (project.root / "deployments/desk/locale").symlink_to(elsewhere)
    with pytest.raises(ProjectError, match="leads out of the project"):
        extract(project)
    assert list(elsewhere.iterdir()) == []


def test_list_of_texts():
    """In a list of texts, what stayed keeps its translation, and what is new is offered that of what went."""
    before = [Entry("risks", "A.", ("Ah.",)), Entry("risks", "B.", ("Be.",)), Entry("risks", "C.", ("Ce.",))]
    assert merged(before, told(("risks", "B."), ("risks", "New."), ("risks", "C."))) == [
        Entry("risks", "B.", ("Be.",)),
        Entry("risks", "New.", ("Ah.",), flags=("fuzzy",), previous="A."),
        Entry("risks", "C.", ("Ce.",)),
        Entry("risks", "A.", ("Ah.",), obsolete=True),
    ]


def test_twice_changed():
    """A fuzzy translation remembers the sentence that it was made of, however often the sentence changes."""
    once = merged([Entry("purpose", "A.", ("Ah.",))], told(("purpose", "B.")))
    assert merged(once, told(("purpose", "C."))) == [
        Entry("purpose", "C.", ("Ah.",), flags=("fuzzy",), previous="A."),
        Entry("purpose", "A.", ("Ah.",), obsolete=True),
    ]


def test_likeness_pairs_nothing():
    """A new sentence with another path gets no translation, however much it looks like an old one."""
    before = [Entry("statements.a.text", "Kept for 24 hours.", ("24 Stunden.",))]
    assert merged(before, told(("statements.b.text", "Kept for 48 hours."))) == [
        Entry("statements.b.text", "Kept for 48 hours."),
        Entry("statements.a.text", "Kept for 24 hours.", ("24 Stunden.",), obsolete=True),
    ]


PATHS = st.sampled_from(["purpose", "risks", "items.contact"])
SOURCES = st.sampled_from(["A.", "B.", "C.", "D."])
TOLD = st.lists(st.tuples(PATHS, SOURCES), unique=True, max_size=8)
WORK = st.lists(
    st.builds(
        Entry,
        context=PATHS,
        id=SOURCES,
        texts=st.tuples(st.sampled_from(["", "Ah.", "Be.", "Ce."])),
        comments=st.sampled_from([(), ("reviewed: A Speaker, 2026-10-01",), ("A remark.",)]),
        flags=st.sampled_from([(), ("fuzzy",)]),
        plural=st.just(""),
        hints=st.just(()),
        previous=st.just(""),
        line=st.just(0),
        obsolete=st.sampled_from([False]),
    ),
    unique_by=lambda entry: entry.key,
    max_size=8,
)


@given(WORK, TOLD)
def test_nothing_is_lost(before, sentences):
    """After any change every translation and every remark is still there, and what is told now has one entry each."""
    after = merged(before, told(*sentences))
    assert [entry.key for entry in after if not entry.obsolete] == sentences
    assert {(entry.context, entry.texts) for entry in before if any(entry.texts)} <= {
        (entry.context, entry.texts) for entry in after
    }
    assert {(e.context, "A remark.") for e in before if "A remark." in e.comments} <= {
        (e.context, comment) for e in after for comment in e.comments
    }


@given(WORK, TOLD)
def test_only_its_own_translation_is_done(before, sentences):
    """No sentence is taken for translated or reviewed that was not so, word for word, at the same path."""
    known = {entry.key: entry for entry in before}
    for entry in merged(before, told(*sentences)):
        if entry.done and not entry.obsolete:
            assert (entry.texts, entry.comments) == (known[entry.key].texts, known[entry.key].comments)


@given(WORK, TOLD)
def test_twice_is_once(before, sentences):
    """Doing it again changes nothing."""
    once = merged(before, told(*sentences))
    assert merged(once, told(*sentences)) == once


@given(WORK, TOLD)
def test_there_and_back(before, sentences):
    """Whatever is told in between, what was done is done when the first sentences are told again."""
    first = [entry.key for entry in before]
    back = merged(merged(before, told(*sentences)), told(*first))
    assert [entry for entry in back if entry.done and not entry.obsolete] == [entry for entry in before if entry.done]


def test_a_study_has_files_of_its_own(project):
    """Each in the languages of the study; their rows follow that of the place."""
    write(project.root, "deployments/desk/study.yml", STUDY + "languages: [en, fr]\n")
    file = "deployments/desk/locale/study/fr.po"
    assert extract(project) == [Extracted(PO, 8, 8, 0, 0), Extracted(file, 8, 8, 0, 0)]
    assert extract(project, "desk", "fr")[1] == Extracted(file, 8, 0, 0, 0)
    entries = parse((project.root / file).read_bytes(), file)[0]
    assert [entry.context for entry in entries[1:]] == [
        "study.purpose",
        "study.consent.text",
        "study.compensation",
        "study.contact",
        "study.points.how-long.knows",
        "study.questions.kept.prompt",
        "study.questions.kept.options.day.text",
        "study.questions.kept.options.always.text",
    ]
    edit(project, file, 'msgid "One day"\nmsgstr ""', 'msgid "One day"\nmsgstr "Un jour"')
    assert status(project) == [Row("desk", "de", 0, 0, 0, 8), Row("desk (study)", "fr", 0, 1, 0, 7)]
    edit(project, "deployments/desk/study.yml", "text: One day,", "text: Two days,")
    assert status(project)[1] == Row("desk (study)", "fr", 0, 0, 1, 7)
