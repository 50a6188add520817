"""The press: a place in, everything that it gives its readers out; checked before and inspected after."""

from __future__ import annotations

import datetime as dt
import shutil

import pytest
from desk import FILE, desk
from projects import ROOT, edit, write
from reading import words
from seats import TODAY, seats
from studies import STUDY

from toolkit import places, posted
from toolkit.press import Press
from toolkit.render.environment import Templates

QUESTIONNAIRE = "notices/desk/study-questionnaire.en.pdf"
FAULT = ("headline: AI reads your form", "headline: AI reads <b>your</b> form")


def pressed(project):
    return Press(project, TODAY, Templates(project))


def made(project):
    """What comes of the small place."""
    return pressed(project).make(seats(project)["desk"])


def errors(findings):
    return [(finding.rule, finding.message) for finding in findings if finding.severity == "error"]


def test_a_sound_place_gives_files_and_parts(tmp_path):
    """Each path once; the page for those who answer for it knows all others; no finding is an error."""
    found = made(desk(tmp_path))
    paths = [each.path for each in found.outputs]
    assert len(paths) == len(set(paths)) == 31
    assert paths[-1] == "notices/desk/index.md"
    page = found.outputs[-1].data.decode()
    assert [path for path in paths if path.endswith((".pdf", ".txt")) and path.rpartition("/")[2] not in page] == []
    assert [part.path for part in found.parts] == ["at.desk.deployments", "at.desk.claims"]
    assert errors(found.findings) == []


def test_what_comes_out_is_what_goes_below_the_place(tmp_path):
    """Nothing is written beside the folder of the place and the pages behind its codes."""
    assert {each.path.split("/")[0] for each in made(desk(tmp_path)).outputs} == {"notices", "n", "N"}


def test_the_same_view_gives_the_same_bytes(tmp_path):
    """From another press, in another folder."""
    assert made(desk(tmp_path / "one")) == made(desk(tmp_path / "another"))


def test_an_error_keeps_it_back(tmp_path):
    """No parts, so no program sees it; its codes say that it is being corrected; the findings say why."""
    found = made(desk(tmp_path, FAULT))
    assert {each.path for each in found.outputs} == {
        "n/k7m2/index.html",
        "N/K7M2/index.html",
        "n/brfaf/index.html",
        "N/BRFAF/index.html",
    }
    assert found.parts == []
    assert [rule for rule, _ in errors(found.findings)] == ["unsafe-text"]
    assert all("This notice is being corrected" in words(each.data.decode()) for each in found.outputs)


def test_what_does_not_fit_keeps_it_back(tmp_path):
    """Nothing is printed smaller than it may be."""
    found = made(desk(tmp_path, ("code: k7m2,", "code: k7m2, approach_distance: 20,")))
    assert {rule for rule, _ in errors(found.findings)} == {"sign-fit"}
    assert [each.path for each in found.outputs if each.path.startswith("notices/")] == []


def test_warnings_keep_nothing_back(tmp_path):
    found = made(desk(tmp_path))
    assert {finding.severity for finding in found.findings} == {"warning"}
    assert found.parts


def test_the_study_is_printed(tmp_path):
    """Beside the other papers; the page for those who answer for the place names it."""
    project = desk(tmp_path)
    write(tmp_path, "deployments/desk/study.yml", STUDY)
    found = made(project)
    assert QUESTIONNAIRE in [each.path for each in found.outputs]
    assert QUESTIONNAIRE.rpartition("/")[2] in found.outputs[-1].data.decode()
    assert errors(found.findings) == []
    assert {each.place.file for each in found.findings if each.rule == "study-people"} == {"deployments/desk/study.yml"}


def test_a_fault_of_a_study_keeps_no_notice_back(tmp_path):
    """Only its questionnaire is not printed."""
    project = desk(tmp_path)
    write(tmp_path, "deployments/desk/study.yml", STUDY.replace("correct: true", "critical: true"))
    found = made(project)
    assert errors(found.findings) == [("study-answers", "no option of `kept` is right")]
    assert "notices/desk/en/index.html" in [each.path for each in found.outputs]
    assert QUESTIONNAIRE not in [each.path for each in found.outputs]


@pytest.mark.parametrize("fault", [(), (FAULT,)], ids=["sound", "kept back"])
def test_what_was_posted_keeps_its_page(tmp_path, fault):
    """Whether the place is published or kept back, a sheet that hangs leads to what it said."""
    project = desk(tmp_path)
    posted.add(project, dt.date(2026, 11, 1), "k7m2", "On the desk")
    [record] = places.posted(project)[0]["desk"]
    for edits in fault:
        edit(project, FILE, *edits)
    paths = {each.path for each in made(project).outputs}
    assert {f"n/{record.code}/{record.version[5:]}/index.html", "n/k7m2/index.html"} <= paths


def test_a_pdf_that_not_everybody_can_read_keeps_it_back(tmp_path):
    """A template of the project's own that sets no heading prints nothing that people meet."""
    project = desk(tmp_path)
    shutil.copytree(ROOT / "templates/sign", tmp_path / "templates/sign")
    leaflet = tmp_path / "templates/sign/leaflet.typ"
    leaflet.write_text(
        '#import "common.typ": *\n#set document(title: "No heading")\n#metadata((steps: (:), over: 0, parts: (:), '
        "type: (), wide: ())) <fact>\nNo heading.\n",
        "utf-8",
    )
    found = made(project)
    assert ("pdf-ua", "notices/desk/leaflet.en.pdf: it has no heading of the first level") in errors(found.findings)
    assert found.parts == []
    assert [each.path for each in found.outputs if each.path.startswith("notices/")] == []


def test_a_template_with_a_fault_keeps_it_back(tmp_path):
    """The finding names the template; nothing is raised."""
    project = desk(tmp_path)
    shutil.copytree(ROOT / "templates/sign", tmp_path / "templates/sign")
    (tmp_path / "templates/sign/sign.typ").write_text("#let x = (\n", "utf-8")
    found = made(project)
    assert [rule for rule, _ in errors(found.findings)] == ["typeset"]
    assert found.parts == []
    assert {each.path.split("/")[0] for each in found.outputs} == {"n", "N"}
