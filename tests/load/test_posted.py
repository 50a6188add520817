"""Frozen files: read as they were written, refused where somebody changed them."""

from __future__ import annotations

import datetime as dt
import json

import pytest
from desk import desk, place
from hypothesis import given
from hypothesis import strategies as st
from projects import edit, write

from toolkit.load.posted import posted
from toolkit.model.posted import Hung, Posted, message_hash
from toolkit.source import HIDDEN
from toolkit.view.posted import freeze

DAY = dt.date(2026, 5, 4)
FILE = "deployments/desk/posted/k7m2-{short}.json"
SCALARS = (
    st.booleans()
    | st.integers(-(10**15) + 1, 10**15 - 1)
    | st.floats(-(10**15), 10**15, allow_nan=False)
    | st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=30).filter(
        lambda text: not HIDDEN.search(text) and "{" not in text
    )
)
MESSAGES = st.dictionaries(
    st.text("abcdefghijklmnopqrstuvwxyz.-", min_size=1, max_size=20),
    SCALARS | st.lists(SCALARS, min_size=1, max_size=3).map(tuple),
    max_size=5,
)


def frozen(root):
    """A project with one posted sign; gives it and the name of the file."""
    project = desk(root)
    deployment = place(project)
    hung = Hung(place="Front desk, left", posted_on=DAY, languages="en", format="A4")
    record = Posted(**dict(freeze(deployment, deployment.signs[0], "https://city.example")), hung=(hung,))
    name = f"deployments/desk/posted/{record.version}.json"
    write(root, name, record.model_dump_json(exclude_none=True, indent=1))
    return project, name, record


def problems(project):
    records, findings = posted(project)
    assert records == {}
    return [(found.where, found.rule, found.message) for found in findings]


def test_what_was_posted(tmp_path):
    """A frozen file is read as it was written, by the deployment that it belongs to."""
    project, _, record = frozen(tmp_path)
    assert posted(project) == ({"desk": (record,)}, [])


def test_of_a_place_that_is_gone(tmp_path):
    """A place that is gone, or cannot be read, keeps what was posted."""
    project, _, record = frozen(tmp_path)
    (project.root / "deployments/desk/deployment.yml").write_text("x: [", "utf-8")
    assert posted(project) == ({"desk": (record,)}, [])
    (project.root / "deployments/desk/deployment.yml").unlink()
    assert posted(project) == ({"desk": (record,)}, [])


def test_a_changed_sign(tmp_path):
    """A word that somebody changed is found, at each hash that does not fit any more."""
    project, name, _ = frozen(tmp_path)
    edit(project, name, "AI reads your form", "No AI here")
    message = "somebody changed this file: `{}` is not the hash of what the file holds"
    assert problems(project) == [
        (f"{name}:7:15", "posted-changed", message.format("sign_hash")),
        (f"{name}:8:18", "posted-changed", message.format("message_hash")),
    ]


def test_a_changed_notice(tmp_path):
    """The notice behind the sign is held to its own hash."""
    project, name, _ = frozen(tmp_path)
    edit(project, name, '"kept.picture.retention.value": 24', '"kept.picture.retention.value": 48')
    ((_, rule, message),) = problems(project)
    assert (rule, message) == (
        "posted-changed",
        "somebody changed this file: `message_hash` is not the hash of what the file holds",
    )


@pytest.mark.parametrize("moved", ["deployments/desk/posted/k7m2-00000000.json", "deployments/other/posted/{name}"])
def test_a_file_in_another_place(tmp_path, moved):
    """A file under another name, or of another deployment, is refused with the place it belongs to."""
    project, name, _ = frozen(tmp_path)
    text = (project.root / name).read_text("utf-8")
    (project.root / name).unlink()
    moved = moved.format(name=name.rpartition("/")[2])
    write(tmp_path, moved, text)
    assert problems(project) == [(f"{moved}:1:1", "posted-changed", f"the file holds what belongs into {name}")]


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("", "empty-file"),
        ("[]", "wrong-type"),
        ("{}", "missing-key"),
        ('{"a": ', "yaml-syntax"),
        ("[" * 100, "file-too-complex"),
    ],
    ids=["empty", "list", "nothing", "cut off", "deep"],
)
def test_broken_files(tmp_path, text, rule):
    """A file that holds something else is a finding, whatever it holds."""
    project = desk(tmp_path)
    write(tmp_path, FILE.format(short="9f31ab20"), text)
    assert {found for _, found, _ in problems(project)} == {rule}


def test_a_link_that_leads_out(tmp_path):
    """A link to a file outside the project is not followed."""
    project, name, _ = frozen(tmp_path / "project")
    outside = tmp_path / "outside.json"
    (project.root / name).rename(outside)
    (project.root / name).symlink_to(outside)
    assert problems(project) == [(f"{name}:1:1", "outside-project", "this file leads out of the project")]


@given(MESSAGES)
def test_any_message_comes_back(tmp_path_factory, message):
    """Whatever readers were told comes back from the file with the same hash."""
    from toolkit.load.posted import parse_posted

    hung = Hung(place="Desk", posted_on=DAY, languages="en", format="A4")
    record = Posted(
        schema_version="1.0",
        code="k7m2",
        deployment="desk",
        sign="desk",
        status="example",
        sign_hash=message_hash(message),
        message_hash=message_hash(message),
        sign_message=message,
        message=message,
        hung=(hung,),
    )
    path = tmp_path_factory.mktemp("posted") / "k7m2.json"
    data = record.model_dump(mode="json", exclude_none=True)
    path.write_text(json.dumps(data, ensure_ascii=False, indent=1), "utf-8")
    read, findings = parse_posted(path, "k7m2.json")
    assert findings == []
    assert read == record
