"""Files that try to exhaust the machine: each is refused or read within seconds and within memory."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from pathlib import Path

import pytest
from conftest import WriteTree
from hypothesis import given, settings
from hypothesis import strategies as st
from samples import MINIMAL, ORGANISATION

from toolkit.finding import as_github, as_json, as_sarif, as_text, in_order
from toolkit.load import Content, load
from toolkit.paths import Project
from toolkit.source import MAX_BYTES, parse

#: Of the processor: how busy the machine is otherwise says nothing.
SECONDS = 10
SUITE = 'schema_version: "1.0"\nid: a\nname: A\ndescription: B.\n'
SERVICE = "services/example/service.yml"


#: Reads every file of a folder and prints the most memory that was in use, in kilobytes.
MEASURE = """
import re, sys
from pathlib import Path
from toolkit.source import read
for path in Path(sys.argv[1]).iterdir():
    read(path, path.name, "service")
print(re.search(r"VmHWM:\\s+(\\d+) kB", Path("/proc/self/status").read_text())[1])
"""


def full(unit: str, before: str = "", after: str = "") -> bytes:
    """As many of *unit* as a file may hold."""
    room = MAX_BYTES - len((before + after).encode())
    return (before + unit * (room // len(unit.encode())) + after).encode()


BOMBS = {
    "zero width": full("\u200b", "a: "),
    "zeros": full("\0"),
    "zero width in a comment": full("\u200b", "# "),
    "escapes": full("\\u202e", 'a: "', '"'),
    "brackets": full("["),
    "braces": full("{"),
    "both": full("[{"),
    "closing": full("]"),
    "dashes": full("- "),
    "questions": full("? "),
    "colons": full(": "),
    "empty lists": full("[],", "[", "]"),
    "pairs": full("a: b,", "[", "]"),
    "sets": full("a,", "{", "}"),
    "entries": full("- 1\n"),
    "keys": b"".join(b"k%d: 1\n" % index for index in range(200_000))[:MAX_BYTES],
    "the same key": full("k: 1\n"),
    "anchors": full("- &a x\n"),
    "aliases": full("- *a\n"),
    "tags": full("- !a b\n"),
    "directives": b"".join(b"%%TAG !a%d! x\n" % index for index in range(100_000)),
    "late directives": b"a: 1\n...\n" + b"".join(b"%%TAG !a%d! x\n" % index for index in range(100_000)),
    "documents": full("---\n"),
    "comments": full("# x\n"),
    "empty lines": full("\n"),
    "carriage returns": full("\r"),
    "spaces": full(" "),
    "tabs": full("\t"),
    "steps": "\n".join(" " * depth + "a:" for depth in range(1_900)).encode(),
    "one word": full("x", "a: "),
    "one quoted word": full("x", "a: '", "'"),
    "one number": full("9", "a: "),
    "one decimal": full("9", "a: 1."),
    "one exponent": full("9", "a: 1e+"),
    "one key": full("x", "? ", "\n: 1"),
    "folded lines": full("  x\n\n", "a: >\n"),
    "quoted lines": full("x\n\n", 'a: "', '"'),
    "quotes": full('"'),
    "backslashes": full("\\\\", 'a: "', '"'),
    "emoji": full("😀", "a: "),
    "half an emoji": full("😀", "a: ")[:-1],
    "bytes": bytes(range(128, 256)) * (MAX_BYTES // 128),
}


@pytest.mark.parametrize("name", BOMBS)
def test_two_megabytes_of_anything_are_read_or_refused(name):
    """No file of the largest size takes longer than a few seconds, and none has more findings than anybody reads."""
    start = time.process_time()
    node, findings = parse(BOMBS[name], "f.yml", "service")
    assert time.process_time() - start < SECONDS
    assert node is not None or findings
    assert len(findings) <= 102


def load_in_time(root: Path) -> Content:
    """The content of a project, which must not take long."""
    start = time.process_time()
    content = load(Project(root.resolve()))
    assert time.process_time() - start < SECONDS
    return content


def records(count: int, indent: str = "  ") -> str:
    """Limitations, about 110 bytes each."""
    return "".join(
        f"{indent}- {{id: l{index}, category: input_quality, condition: The print is pale, effect: Words are missing.}}\n"
        for index in range(count)
    )


@pytest.mark.parametrize(
    ("text", "most"),
    [
        pytest.param("practices: [" + "1," * 190_000 + "]\n", 101, id="wrong types"),
        pytest.param("practices:\n" + "  - {id: a}\n" * 40_000, 101, id="missing keys"),
        pytest.param("practices:\n" + "  - {id: a, remove: }\n" * 30_000, 101, id="removals"),
        pytest.param("".join(f"k{index}: 1\n" for index in range(90_000)), 101, id="unknown keys"),
        pytest.param("variables:\n" + "".join(f"  K{index}: 1\n" for index in range(90_000)), 101, id="bad names"),
        pytest.param(
            "variables:\n" + "".join(f"  k{index}: x\n" for index in range(30_000))
            + "practices:\n" + "".join(f"  - '{''.join(f'{{b{i * 999 + j}}}' for j in range(999))}'\n" for i in range(150)),
            101,
            id="unknown variables",
        ),
        pytest.param(f"variables: {{a: {'x' * 900_000}}}\nextends: '{'{a}' * 300_000}'\n", 5, id="a text that grows"),
        pytest.param(
            f"variables: {{a: {'x' * 200}}}\npractices:\n" + f"  - '{'{a}' * 3_000}'\n" * 200, 101, id="texts that grow"
        ),
        pytest.param(f"extends: {'x' * 1_900_000}\n", 5, id="a long parent"),
        pytest.param(f"allow: [{{rule: {'a-' * 900_000}a}}]\n", 5, id="a long id"),
        pytest.param(f"oversight: {{level: {'x' * 1_900_000}}}\n", 5, id="a long choice"),
        pytest.param("oversight: {level: " + "[" * 60 + "]" * 60 + "}\n", 5, id="a deep choice"),
        pytest.param("variables: {a: '{b}', b: '{a}'}\nextends: '{a}'\n", 5, id="names in a circle"),
    ],
)  # fmt: skip
def test_a_hostile_service_is_refused_in_time(write_tree: WriteTree, text, most):
    """A file that asks for very many findings, hints or letters gets a hundred, short ones, and soon."""
    content = load_in_time(write_tree({"services/organisation.yml": ORGANISATION, SERVICE: MINIMAL + text}))
    assert content.broken == {"example"}
    assert 0 < len(content.findings) <= most
    assert max(len(finding.message) for finding in content.findings) < 300


def test_the_largest_service_that_is_right_is_read_in_time(write_tree: WriteTree):
    """Eighteen thousand limitations over eighteen thousand inherited ones are merged and checked within seconds."""
    own = MINIMAL.replace("limitations:\n", "limitations:\n" + records(17_000))
    root = write_tree({
        "services/organisation.yml": ORGANISATION,
        "services/suites/a.yml": SUITE + "defaults:\n  limitations:\n" + records(17_000, "    "),
        SERVICE: "extends: suites/a.yml\n" + own,
    })  # fmt: skip
    content = load_in_time(root)
    assert content.findings == []
    assert len(content.services["example"].record.limitations) == 17_001


def test_many_services_of_a_large_suite_are_read_in_time(write_tree: WriteTree):
    """A large suite is parsed once, whoever extends it."""
    files = {"services/organisation.yml": ORGANISATION}
    files["services/suites/a.yml"] = SUITE + "defaults:\n  limitations:\n" + records(17_000, "    ")
    for index in range(20):
        files[f"services/s{index}/service.yml"] = "extends: suites/a.yml\n" + MINIMAL.replace(
            "id: example", f"id: s{index}"
        )
    content = load_in_time(write_tree(files))
    assert (len(content.services), content.findings) == (20, [])


def test_a_place_with_very_many_services_is_read_in_time(write_tree: WriteTree):
    """A service that is named again and again is inherited once; unknown ones are told a hundred times at most."""
    deployment = (
        'schema_version: "1.0"\nid: hall\nname: H\nstatus: draft\ncontroller: {name: C}\nplace: {name: H, kind: desk}\n'
        "purpose: A.\nbenefits: [B.]\nitems: {}\noversight: {level: in_the_loop}\nservices: [%s]\n"
    )
    people = "people:\n" + "".join(f"  - {{id: p{index}, role: A, relation: staff}}\n" for index in range(20_000))
    root = write_tree({
        "services/organisation.yml": ORGANISATION,
        SERVICE: MINIMAL + people,
        "deployments/hall/deployment.yml": deployment % ("example," * 190_000),
    })  # fmt: skip
    content = load_in_time(root)
    assert (len(content.deployments["hall"].record.people), content.findings) == (20_000, [])
    unknown = ",".join(f"x{index}" for index in range(150_000))
    write_tree({"deployments/hall/deployment.yml": deployment % unknown})
    assert len(load_in_time(root).findings) == 101


def test_a_thousand_suites_in_a_row_are_refused(write_tree: WriteTree):
    """A chain of parents that is far too long is no error of the program."""
    files = {f"services/suites/s{i:04}.yml": SUITE + f"extends: suites/s{i + 1:04}.yml\n" for i in range(1_000)}
    files["services/suites/s1000.yml"] = SUITE + "extends: suites/s0000.yml\n"
    content = load_in_time(write_tree({**files, "services/organisation.yml": ORGANISATION}))
    assert {finding.rule for finding in content.findings} == {"file-too-complex"}


def test_findings_of_a_hostile_file_are_spelled_in_time(write_tree: WriteTree):
    """All four spellings of a hundred findings in one line of two megabytes are made at once."""
    line = full("\u200b", "a: ").decode()
    _, findings = parse(line.encode(), "f.yml", "service")
    start = time.process_time()
    ordered = in_order(findings)
    assert "U+200B" in as_text(ordered, lambda _file, _line: line)
    assert len(json.loads(as_json(ordered))) == len(json.loads(as_sarif(ordered))["runs"][0]["results"])
    assert as_github(ordered).count("\n") == len(ordered) - 1
    assert time.process_time() - start < SECONDS


def test_reading_the_worst_files_stays_within_memory(tmp_path: Path):
    """All bombs, one after the other in one process, need less than half a gigabyte.

    The kernel's own figure for the process, since `ru_maxrss` also counts the memory of whoever started it.
    """
    for name, data in BOMBS.items():
        (tmp_path / name).write_bytes(data)
    done = subprocess.run([sys.executable, "-c", MEASURE, tmp_path], capture_output=True, text=True, check=True)
    assert int(done.stdout) < 512 * 1024


TOKENS = [
    "a: ", "- ", "? ", ": ", "[", "]", "{", "}", ",", "\n", "  ", "    ", "\t", "# ", "&a ", "*a ", "!t ", "!!str ", "| ", ">-\n",
    "'", '"', "\\", "\\u202e", "%TAG ", "---\n", "...\n", "<<: ", "id: x", "remove: ", "{product}", "1", "1e-05", "2026-02-30",
    "null", "é", "😀", "\u200b", "\x00", "\x85", "\r\n", "\ufeff",
]  # fmt: skip


@settings(max_examples=3_000)
@given(st.lists(st.sampled_from(TOKENS), max_size=40).map("".join))
def test_any_order_of_pieces_gives_a_tree_or_findings(text):
    """Pieces of YAML in any order never raise, and every place lies in the text."""
    node, findings = parse(text.encode(), "f.yml", "service")
    lines = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n").split("\n")
    assert node is not None or findings
    for finding in findings:
        assert 1 <= finding.place.line <= len(lines)
        assert 1 <= finding.place.column <= len(lines[finding.place.line - 1]) + 1


@settings(max_examples=300)
@given(
    st.lists(
        st.tuples(
            st.sampled_from(["services/organisation.yml", "services/suites/a.yml", SERVICE, "services/example/evidence/e.json"]),
            st.lists(st.sampled_from([*TOKENS, "extends: suites/a.yml\n", "defaults:\n  ", "people:\n  - id: x\n    "]), max_size=12),
            st.floats(0, 1),
        ),
        max_size=4,
    )
)  # fmt: skip
def test_any_damage_to_a_project_is_a_finding(tmp_path_factory, damage):
    """Pieces put anywhere into any file of a project give content and findings, never an error of the program."""
    files = {
        "services/organisation.yml": ORGANISATION,
        "services/suites/a.yml": SUITE + "defaults: {people: [{id: x, role: A, relation: staff}]}\n",
        SERVICE: MINIMAL + "extends: suites/a.yml\n",
        "services/example/evidence/e.json": '{"schema_version": "1.0", "id": "e", "value": 1}',
    }
    for name, pieces, where in damage:
        at = int(where * len(files[name]))
        files[name] = files[name][:at] + "".join(pieces) + files[name][at:]
    root = tmp_path_factory.mktemp("project", numbered=True)
    for name, text in files.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text, "utf-8")
    content = load(Project(root.resolve()))
    assert content.findings  # the evidence is never whole
    assert content.broken == {"example"}
    known = {*files, "services/organisation.yml"}
    assert {finding.place.file for finding in content.findings} <= known
