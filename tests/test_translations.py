"""What a .po file of a deployment gives its readers: each sentence with its language and state."""

from __future__ import annotations

import pytest

from toolkit.paths import Project
from toolkit.translations import Said, read

FILE = """\
msgid ""
msgstr "Language: ar\\n"

# reviewed: A Speaker, 2026-10-01
msgctxt "purpose"
msgid "It reads your form."
msgstr "يقرأ نموذجك."

# The speaker was not sure of this.
msgctxt "items.contact"
msgid "Call 555 0100."
msgstr "اتصل على 555 0100."

#, fuzzy
#| msgid "A picture stays for 24 hours."
msgctxt "items.retention"
msgid "A picture stays for 48 hours."
msgstr "تبقى الصورة 24 ساعة."

msgctxt "benefits"
msgid "You wait less."
msgstr ""

msgctxt "benefits"
msgid "It is free."
msgstr "مجاني."

#~ msgctxt "risks"
#~ msgid "It errs."
#~ msgstr "قد يخطئ."
"""


@pytest.fixture
def arabic(tmp_path):
    """The translations of FILE."""
    (tmp_path / "ar.po").write_text(FILE, "utf-8")
    translations, findings = read(Project(tmp_path), tmp_path / "ar.po", "ar")
    assert findings == []
    return translations


@pytest.mark.parametrize(
    ("path", "source", "said"),
    [
        ("purpose", "It reads your form.", Said("يقرأ نموذجك.", "ar", "reviewed")),
        ("items.contact", "Call 555 0100.", Said("اتصل على \u2066555 0100\u2069.", "ar", "unreviewed")),
        ("benefits", "It is free.", Said("مجاني.", "ar", "unreviewed")),
        ("purpose", "It reads your letter.", Said("It reads your letter.", "en", "stale")),
        (
            "items.retention",
            "A picture stays for 48 hours.",
            Said("A picture stays for 48 hours.", "en", "stale"),
        ),
        (
            "items.retention",
            "A picture stays for 24 hours.",
            Said("A picture stays for 24 hours.", "en", "stale"),
        ),
        ("benefits", "You wait less.", Said("You wait less.", "en", "missing")),
        ("risks", "It errs.", Said("It errs.", "en", "missing")),
        ("name", "Desk", Said("Desk", "en", "missing")),
    ],
)
def test_states(arabic, path, source, said):
    """A sentence is shown in its language only where the translation was made of what the source says now."""
    assert arabic.of(path, source) == said


@pytest.mark.parametrize(
    ("path", "source", "line"),
    [
        ("purpose", "It reads your form.", 7),
        ("purpose", "It reads your letter.", 7),
        ("items.retention", "A picture stays for 48 hours.", 18),
        ("benefits", "You wait less.", 22),
        ("benefits", "It is free.", 26),
    ],
)
def test_place(arabic, path, source, line):
    """A translation, or the older one of its path, has a place in its file."""
    node = arabic.node(path, source)
    assert node is not None
    assert (node.place.file, node.place.line, node.place.column) == ("ar.po", line, 8)


def test_no_place(arabic):
    """What was never extracted has no place in the file."""
    assert arabic.node("name", "Desk") is None


def test_source_language(tmp_path):
    """In the language of the source every sentence is itself."""
    translations, _ = read(Project(tmp_path), tmp_path / "en.po", "en")
    assert translations.of("name", "Desk") == Said("Desk", "en", "source")


def test_other_source_language(tmp_path):
    """A place may write its metadata in another language than English."""
    (tmp_path / "en.po").write_text('msgctxt "name"\nmsgid "Schalter"\nmsgstr "Desk"\n')
    translations, _ = read(Project(tmp_path), tmp_path / "en.po", "en", "de")
    assert translations.of("name", "Schalter") == Said("Desk", "en", "unreviewed")
    assert translations.of("purpose", "Liest.") == Said("Liest.", "de", "missing")


def faults(project, name, language="de"):
    """What is wrong with a file, and whether it says anything."""
    translations, findings = read(Project(project), project / name, language)
    assert translations.of("name", "Desk").state == "missing"
    return [f"{finding.where} {finding.severity} {finding.rule} {finding.message}" for finding in findings]


def test_no_file(tmp_path):
    """Where there is no file, every sentence is missing, and nothing is wrong with the file."""
    assert faults(tmp_path, "de.po") == []


def test_folder(tmp_path):
    """A folder in place of a file is a finding."""
    (tmp_path / "de.po").mkdir()
    message = "cannot read the file: it is a folder, a device or a link to nothing"
    assert faults(tmp_path, "de.po") == [f"de.po:1:1 error unreadable-file {message}"]


def test_link_out_of_the_project(tmp_path):
    """A link to a file elsewhere is a finding, and nothing of that file is read."""
    (tmp_path / "elsewhere.po").write_text('msgctxt "name"\nmsgid "Desk"\nmsgstr "Schalter"\n')
    (tmp_path / "project").mkdir()
    (tmp_path / "project/de.po").symlink_to(tmp_path / "elsewhere.po")
    assert faults(tmp_path / "project", "de.po") == [
        "de.po:1:1 error outside-project this file leads out of the project"
    ]


@pytest.mark.parametrize(
    ("header", "problem"),
    [
        ("Language: fr\\n", "po-language the header names the language 'fr', the file is for 'de'"),
        ("Content-Type: text/plain; charset=ISO-8859-1\\n", "not-utf8 the header names the encoding iso-8859-1"),
    ],
)
def test_header(tmp_path, header, problem):
    """A file of another language or encoding is a finding, and is not shown."""
    (tmp_path / "de.po").write_text(f'msgid ""\nmsgstr "{header}"\n\nmsgctxt "name"\nmsgid "Desk"\nmsgstr "Bureau"\n')
    assert faults(tmp_path, "de.po") == [f"de.po:2:1 error {problem}"]


@pytest.mark.parametrize("header", ["", "Language: zh_Hans\\n", "Language: zh-hans\\n"])
def test_spelling_of_the_language(tmp_path, header):
    """The header may spell the language in another way, or leave it out."""
    (tmp_path / "zh-Hans.po").write_text(
        f'msgid ""\nmsgstr "{header}"\n\nmsgctxt "name"\nmsgid "Desk"\nmsgstr "服务台"\n'
    )
    translations, findings = read(Project(tmp_path), tmp_path / "zh-Hans.po", "zh-Hans")
    assert (findings, translations.of("name", "Desk").text) == ([], "服务台")


@pytest.mark.parametrize(
    "comment",
    [
        "reviewed",
        "reviewed: A Speaker",
        "reviewed: A Speaker, soon",
        "reviewed: , 2026-10-01",
        "not reviewed: A, 2026-10-01",
    ],
)
def test_half_a_review(tmp_path, comment):
    """A review names a person and a day, or it is none."""
    (tmp_path / "de.po").write_text(f'# {comment}\nmsgctxt "name"\nmsgid "Desk"\nmsgstr "Schalter"\n')
    assert read(Project(tmp_path), tmp_path / "de.po", "de")[0].of("name", "Desk").state == "unreviewed"
