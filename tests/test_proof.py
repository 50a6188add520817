"""Proofs: which signs an author gets, in which language and format, and where they are put."""

from __future__ import annotations

import io
import subprocess
import sys

import pikepdf
import pytest
from desk import FILE, desk
from PIL import Image
from projects import contents, edit, write
from seats import TODAY

from toolkit.errors import ProjectError, UsageError
from toolkit.proof import Wish, proofs, put
from toolkit.render import Artefact


@pytest.fixture(scope="module")
def project(tmp_path_factory):
    return desk(tmp_path_factory.mktemp("proof"))


def names(project, *wish, **more):
    files, findings = proofs(project, TODAY, Wish(*wish, **more))
    assert findings == []
    return [file.path for file in files]


def size(files):
    """Width and height of the first PDF in millimetres."""
    [data, *_] = (file.data for file in files if file.path.endswith(".pdf"))
    with pikepdf.open(io.BytesIO(data)) as pdf:
        return tuple(round(float(side) * 25.4 / 72) for side in pdf.pages[0].mediabox[2:])


def test_every_sign_in_every_language(project):
    """What is left out is as the signs say; names of files hold no folder."""
    assert names(project, "desk") == [
        "sign-desk.en.pdf",
        "sign-desk.en.png",
        "sign-desk.es.pdf",
        "sign-desk.es.png",
        "sign-door.en.pdf",
        "sign-door.en.png",
        "sign-door.es.pdf",
        "sign-door.es.png",
    ]


def test_one_sign_in_one_language(project):
    assert names(project, "desk", "door", "es") == ["sign-door.es.pdf", "sign-door.es.png"]


def test_two_languages_on_one_sign(project):
    """Also where the sign has no such version."""
    assert names(project, "desk", "door", "es+en") == ["sign-door.es+en.pdf", "sign-door.es+en.png"]


def test_another_format(project):
    """A sign of A4 on A3, without a change in the file."""
    before = contents(project.root / "deployments")
    files, _ = proofs(project, TODAY, Wish("desk", "desk", "en", "A3"))
    assert size(files) == (297, 420)
    assert size(proofs(project, TODAY, Wish("desk", "desk", "en"))[0]) == (210, 297)
    assert contents(project.root / "deployments") == before


def test_as_people_see_it(project):
    """One more picture, on which the sign is seen."""
    files, _ = proofs(project, TODAY, Wish("desk", "desk", "en", seen=True))
    assert [file.path for file in files] == ["sign-desk.en.pdf", "sign-desk.en.png", "sign-desk.en.seen.png"]
    assert Image.open(io.BytesIO(files[2].data)).width > 1000


def test_a_proof_is_what_is_built(project):
    """The author looks at the very sheet that is published."""
    from toolkit.build import build

    build(project, TODAY, site=False)
    files, _ = proofs(project, TODAY, Wish("desk", "desk", "en"))
    assert (project.docs / "notices/desk/sign-desk.en.pdf").read_bytes() == files[0].data


@pytest.mark.parametrize(
    ("wish", "message", "help"),
    [
        (("dsk",), "there is no deployment called 'dsk'", "did you mean `desk`?"),
        (("desk", "dor"), "desk has no sign called 'dor'", "did you mean `door`?"),
        (("desk", "door", "fr"), "desk does not speak 'fr'", "its languages: en, es"),
        (("desk", "door", "en+"), "desk does not speak ''", "its languages: en, es"),
        (("desk", "door", "en+es+en"), "a sign holds at most two languages", "such as --lang en+ar"),
        (("desk", "door", None, "A7"), "there is no format 'A7'", "known here: A6, A5, A4, A3, letter, tabloid"),
    ],
)
def test_what_is_not_there(project, wish, message, help):
    with pytest.raises(UsageError) as caught:
        proofs(project, TODAY, Wish(*wish))
    assert (str(caught.value), caught.value.help) == (message, help)


def test_what_does_not_fit_is_not_set(project):
    """The finding says what would hold it; no half sign is given."""
    files, findings = proofs(project, TODAY, Wish("desk", "desk", "en", "A6"))
    assert files == []
    assert {(finding.rule, finding.severity) for finding in findings} == {("sign-fit", "error")}


def test_what_fits_is_set_beside_what_does_not(tmp_path):
    project = desk(tmp_path, ("code: k7m2,", "code: k7m2, approach_distance: 20,"), ("[en, es]", "[en]"))
    files, findings = proofs(project, TODAY, Wish("desk"))
    assert [file.path for file in files] == ["sign-door.en.pdf", "sign-door.en.png"]
    assert {finding.rule for finding in findings} == {"sign-fit"}


def test_a_place_that_cannot_be_read(tmp_path):
    """Its errors are told in place of a guess that there is no such place."""
    project = desk(tmp_path)
    edit(project, FILE, "status: example", "status: exmaple")
    files, findings = proofs(project, TODAY, Wish("desk"))
    assert files == []
    assert [(finding.rule, finding.where) for finding in findings] == [("unknown-value", f"{FILE}:4:9")]


def test_another_place_that_cannot_be_read_does_not_matter(tmp_path):
    project = desk(tmp_path)
    write(tmp_path, "deployments/room/deployment.yml", "nonsense: 1\n")
    assert proofs(project, TODAY, Wish("desk", "door", "en"))[1] == []


PDF, PNG = Artefact("a.pdf", b"%PDF"), Artefact("a.png", b"PNG")


def test_put_into_a_folder(tmp_path):
    """The folder is made; nothing but the files is left in it."""
    out = tmp_path / "new/folder"
    assert list(put([PDF, PNG], out)) == [out / "a.pdf", out / "a.png"]
    assert contents(out) == {"a.pdf": b"%PDF", "a.png": b"PNG"}


@pytest.mark.parametrize(("name", "data"), [("sign.pdf", b"%PDF"), ("sign.png", b"PNG"), ("SIGN.PDF", b"%PDF")])
def test_put_into_one_file(tmp_path, name, data):
    """The one of its kind, under the name that was asked for."""
    assert list(put([PDF, PNG], tmp_path / name)) == [tmp_path / name]
    assert contents(tmp_path) == {name: data}


def test_put_over_an_older_one(tmp_path):
    (tmp_path / "sign.pdf").write_bytes(b"old")
    list(put([PDF], tmp_path / "sign.pdf"))
    assert contents(tmp_path) == {"sign.pdf": b"%PDF"}


def test_put_several_into_one_file(tmp_path):
    """That cannot be, and nothing is written."""
    with pytest.raises(UsageError) as caught:
        list(put([PDF, Artefact("b.pdf", b"%PDF")], tmp_path / "sign.pdf"))
    assert str(caught.value) == "2 signs do not go into one file"
    assert contents(tmp_path) == {}


def test_put_nothing(tmp_path):
    assert list(put([], tmp_path / "sign.pdf")) == []


def test_put_where_nothing_can_be_written(tmp_path):
    """A file in place of the folder is told in words."""
    (tmp_path / "taken").write_bytes(b"file")
    with pytest.raises(ProjectError, match="cannot write"):
        list(put([PDF], tmp_path / "taken/inner"))


def test_a_plain_installation_can_set_signs(project):
    """Numpy is there for pictures of how people see a sign, and for nothing else."""
    program = "import sys; sys.modules['numpy'] = None; from toolkit.cli import main; main()"
    command = [sys.executable, "-c", program, "sign", "desk", "door", "--lang", "en", "-C", str(project.root)]
    done = subprocess.run([*command, "-o", "plain.pdf"], cwd=project.root, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (0, "wrote plain.pdf\n", "")
