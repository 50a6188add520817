"""Reading and writing .po files: everything that people wrote comes back, and every fault has its place."""

from __future__ import annotations

from io import BytesIO

import pytest
from babel.messages.pofile import read_po
from hypothesis import given, settings
from hypothesis import strategies as st

from toolkit.po import Entry, parse, write

FILE = """\
# Translation of a place.
msgid ""
msgstr ""
"Language: de\\n"
"Content-Type: text/plain; charset=UTF-8\\n"

# reviewed: A Speaker, 2026-10-01
#. Continues: Kept until {event}
#: deployments/desk/deployment.yml:7
#, fuzzy, no-wrap
#| msgid "Old "
#| "text"
msgctxt "statements.kept.text"
msgid "New \\"text\\""
msgstr ""
"Neuer "
"Text\\n"
"in zwei Zeilen"

msgctxt "unit.days"
msgid "{n} day"
msgid_plural "{n} days"
msgstr[0] "{n} Tag"
msgstr[1] "{n} Tage"

#~ msgctxt "purpose"
#~ msgid "Gone"
#~ msgstr "Weg"
"""
START = 'msgid ""\nmsgstr ""\n\n'
LETTERS = st.text(st.characters(exclude_categories=["C", "Zl", "Zp"], include_characters="\n\t"), max_size=20)
ENTRIES = st.builds(
    Entry,
    context=LETTERS.filter(bool),
    id=LETTERS.filter(bool),
    texts=st.tuples(LETTERS),
    plural=st.just(""),
    hints=st.just(()),
    line=st.just(0),
    comments=st.lists(LETTERS.map(str.split).map(" ".join).filter(lambda text: text[:1] not in tuple("#.,:|~"))).map(
        tuple
    ),
    flags=st.sampled_from([(), ("fuzzy",)]),
    previous=LETTERS,
    obsolete=st.booleans(),
)


def found(text):
    """What is wrong with a file, as `line:column rule sentence`."""
    return [
        f"{each.place.line}:{each.place.column} {each.rule} {each.message}" for each in parse(text.encode(), "de.po")[1]
    ]


def test_reads_everything():
    """Header, comments, flags, the earlier source, plural forms and what is gone are read, each with its line."""
    entries, findings = parse(FILE.encode(), "de.po")
    assert findings == []
    assert entries == [
        Entry(
            "",
            "",
            ("Language: de\nContent-Type: text/plain; charset=UTF-8\n",),
            comments=("Translation of a place.",),
            line=3,
        ),
        Entry(
            "statements.kept.text",
            'New "text"',
            ("Neuer Text\nin zwei Zeilen",),
            comments=("reviewed: A Speaker, 2026-10-01",),
            hints=("Continues: Kept until {event}",),
            flags=("fuzzy", "no-wrap"),
            previous="Old text",
            line=15,
        ),
        Entry("unit.days", "{n} day", ("{n} Tag", "{n} Tage"), plural="{n} days", line=23),
        Entry("purpose", "Gone", ("Weg",), obsolete=True, line=28),
    ]


def test_writes_what_it_read():
    """What was written is read as it was; only the places in files, which nothing here uses, are left out."""
    entries, _ = parse(FILE.encode(), "de.po")
    again = write(entries)
    assert parse(again, "de.po")[0] == [
        entry._replace(line=line) for entry, line in zip(entries, (3, 13, 18, 23), strict=True)
    ]
    assert again.decode().splitlines()[6:14] == [
        "# reviewed: A Speaker, 2026-10-01",
        "#. Continues: Kept until {event}",
        "#, fuzzy, no-wrap",
        '#| msgid "Old text"',
        'msgctxt "statements.kept.text"',
        'msgid "New \\"text\\""',
        'msgstr "Neuer Text\\nin zwei Zeilen"',
        "",
    ]


def test_babel_reads_it_too():
    """Another reader of the format finds the same translations."""
    catalog = read_po(BytesIO(write(parse(FILE.encode(), "de.po")[0])), locale="de", abort_invalid=True)
    assert {(message.context, message.id): (message.string, message.fuzzy) for message in catalog if message.id} == {
        ("statements.kept.text", 'New "text"'): ("Neuer Text\nin zwei Zeilen", True),
        ("unit.days", ("{n} day", "{n} days")): (("{n} Tag", "{n} Tage"), False),
    }
    assert [message.string for message in catalog.obsolete.values()] == ["Weg"]


@given(st.lists(ENTRIES, max_size=5, unique_by=lambda entry: entry.key))
def test_any_entry_survives(entries):
    """Whatever an entry holds is the same after writing and reading."""
    back, findings = parse(write(entries), "de.po")
    assert findings == []
    assert [entry._replace(line=0) for entry in back] == entries


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ('msgid "a\nmsgstr "b"\n', '4:1 po-syntax this is no line of a .po file: msgid "a'),
        ("  hello\n", "4:3 po-syntax this is no line of a .po file: hello"),
        ('msgid "a"\n', "4:1 po-syntax an entry without msgid or msgstr"),
        ('msgstr "b"\n', "4:1 po-syntax an entry without msgid or msgstr"),
        ('"a"\nmsgid "b"\nmsgstr ""\n', "4:1 po-syntax a text in the wrong place"),
        ('msgid "a"\nmsgid "b"\nmsgstr "c"\n', "5:1 po-syntax a text in the wrong place"),
        ('msgid "a"\nmsgstr "b"\nmsgstr "c"\n', "6:1 po-syntax a text in the wrong place"),
        ('msgid "a"\nmsgstr "\\x1b"\n', "5:1 po-syntax the escape \\x is not supported"),
        ('msgid "a"\nmsgstr[9] "b"\n', '5:1 po-syntax this is no line of a .po file: msgstr[9] "b"'),
        ('msgid "a"\nmsgid_plural "b"\nmsgstr[1] "c"\n', "6:1 po-syntax an entry without msgid or msgstr"),
        ('msgid "a"\nmsgstr "b"\n\nmsgid "a"\nmsgstr "c"\n', "8:1 po-syntax this text has an entry already"),
        ('msgid "a"\nmsgstr "b\u202ec"\n', "5:8 hidden-character invisible or control character U+202E"),
        ('msgid "a"\nmsgstr "b\x07c"\n', "5:8 hidden-character invisible or control character U+0007"),
        ('msgid "a"\nmsgstr "\u2066b"\n', "5:8 hidden-character the mark U+2066 has no partner"),
        ('msgid "a"\nmsgstr "b\u2069"\n', "5:8 hidden-character the mark U+2069 has no partner"),
        (f'msgid "a"\nmsgstr "{"b" * 10_001}"\n', "5:8 too-long this text is longer than 10,000 characters"),
        (f'msgid "a"\nmsgstr "{"b" * 20_001}"\n', "5:1 po-syntax this line is longer than 20,000 characters"),
    ],
)
def test_faults(text, problem):
    """A fault is found where it is, and the entry that it lies in is left out."""
    assert found(START + text) == [problem]
    texts = [entry.texts[0] for entry in parse((START + text).encode(), "de.po")[0]]
    assert texts in (["", "b"], [""])


@pytest.mark.parametrize("text", ["\u2066555 0100\u2069", "\u2067a \u2066b\u2069 c\u2069", "a\u200f", "क्\u200dष"])
def test_direction_marks(text):
    """Marks that steer the direction are welcome where they are balanced, and so are joiners."""
    entries, findings = parse(f'msgid "a"\nmsgstr "{text}"\n'.encode(), "ar.po")
    assert (findings, entries[0].texts) == ([], (text,))


def test_one_fault_does_not_hide_the_rest():
    """The entries around a fault are read."""
    text = 'msgid "a"\nmsgstr "1"\n\nmsgid "b\nmsgstr "2"\n\nmsgid "c"\nmsgstr "3"\n'
    entries, findings = parse(text.encode(), "de.po")
    assert [entry.id for entry in entries] == ["a", "c"]
    assert len(findings) == 1


def test_not_utf8():
    """A file in another encoding says which byte, and in which line."""
    assert [(f.where, f.rule, f.message) for f in parse('msgid "a"\nmsgstr "ü"\n'.encode("latin-1"), "de.po")[1]] == [
        ("de.po:2:1", "not-utf8", "byte 0xfc is not UTF-8")
    ]


def test_too_large():
    """A file of more than two million bytes is not read."""
    entries, findings = parse(b"#" * 2_000_001, "de.po")
    assert (entries, [finding.rule for finding in findings]) == ([], ["file-too-large"])


def test_too_many_entries():
    """Reading stops after 20,000 entries and says so."""
    text = "".join(f'msgid "{number}"\nmsgstr ""\n\n' for number in range(20_100))
    entries, findings = parse(text.encode(), "de.po")
    assert len(entries) == 20_000
    assert [finding.message for finding in findings] == ["more than 20,000 entries"]


def test_too_many_faults():
    """Of very many faults the first hundred are told."""
    _, findings = parse(b"x\n" * 5000, "de.po")
    assert len(findings) == 101
    assert findings[-1].message == "more than 100 problems; the rest is not shown"


def test_windows_line_ends():
    """Line ends of any system and a byte order mark do not matter."""
    entries, findings = parse('\ufeffmsgid "a"\r\nmsgstr "b"\r\n'.encode(), "de.po")
    assert (findings, entries) == ([], [Entry("", "a", ("b",), line=2)])


@settings(max_examples=200)
@given(st.text(st.sampled_from('"\\\n #~|,.:[]0msgidrcxt_plue\u2066\u2069'), max_size=200))
def test_never_raises(text):
    """No text stops the reader, and what it takes from one can be written and read again."""
    entries, _ = parse(text.encode(), "de.po")
    assert [entry._replace(line=0) for entry in parse(write(entries), "de.po")[0]] == [
        entry._replace(line=0) for entry in entries
    ]
