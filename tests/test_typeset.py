"""The door to typst: what comes out of it, and what it remembers of what fits."""

from __future__ import annotations

import datetime as dt
import io
import json
import shutil
import time
from functools import partial

import pikepdf
import pytest
from PIL import Image
from projects import ROOT
from seats import TODAY, seat

from toolkit import fonts
from toolkit.paths import Project
from toolkit.render.sign import TEMPLATE, sheet
from toolkit.typeset import Fit, TypesetError, Typesetter

SECRET = "secret.txt"
#: A template that says what it was given, and one that reaches for what lies outside.
ECHO = '#set document(title: "Echo")\n#set text(font: "Inter")\n= Echo\n#json(bytes(sys.inputs.data)).word\n'
REACH = f'#set document(title: "Reach")\n#read("/../{SECRET}")\n'


def asked(setter, view, languages=("en",)):
    """How the first sign fits."""
    return setter.fit(TEMPLATE, sheet(view, view.deployment.signs[0], languages))


def remembered(project):
    return json.loads((project.cache / "fits.json").read_text("utf-8"))


def poisoned(project):
    """Let the memory say of everything that it is 99 mm too tall, so that asking it differs from looking."""
    path = project.cache / "fits.json"
    path.write_text(json.dumps({key: {**fit, "over": 99} for key, fit in remembered(project).items()}), "utf-8")


@pytest.fixture
def known(tmp_path):
    """The view of a place, and its project with a memory of how its first sign fits."""
    view, setter = seat(tmp_path)
    assert asked(setter, view).over == 0
    setter.remember()
    return view, setter.project


def test_what_fits_is_good():
    assert Fit({}, 0, {}, (), ()).good
    assert not Fit({}, 0.1, {}, (), ()).good
    assert not Fit({}, 0, {}, (), ({"text": "word", "by": 1},)).good


def test_what_is_remembered_is_the_same(known):
    """A new run gives the same in every part, without laying anything out."""
    view, project = known
    first = asked(Typesetter(project, TODAY), view)
    (project.cache / "fits.json").unlink()
    assert asked(Typesetter(project, TODAY), view) == first
    assert first.type
    assert set(first.parts) == {"band", "main", "foot"}


def test_the_memory_is_asked(known):
    view, project = known
    poisoned(project)
    assert asked(Typesetter(project, TODAY), view).over == 99


def test_another_day_is_the_same_question(known):
    """Only the time inside a PDF depends on it."""
    view, project = known
    poisoned(project)
    assert asked(Typesetter(project, dt.date(2030, 1, 1)), view).over == 99


def test_other_words_are_another_question(known):
    view, project = known
    poisoned(project)
    assert asked(Typesetter(project, TODAY), view, ("es",)).over == 0


def test_a_changed_template_is_looked_at_again(known):
    """A change in any file that the template may use counts."""
    view, project = known
    shutil.copytree(ROOT / "templates/sign", project.root / "templates/sign")
    poisoned(project)
    assert asked(Typesetter(project, TODAY), view).over == 99  # a copy says the same
    with (project.root / "templates/sign/common.typ").open("a", encoding="utf-8") as file:
        file.write("// wider\n")
    assert asked(Typesetter(project, TODAY), view).over == 0


def test_other_typefaces_are_looked_at_again(known, monkeypatch):
    """Where a typeface was installed or taken away, what fits is not what it was."""
    view, project = known
    poisoned(project)
    monkeypatch.setattr(fonts, "FACES", fonts.FACES[:1])
    assert asked(Typesetter(project, TODAY), view).over == 0


@pytest.mark.parametrize("text", ["", "{", "null", "[]", "7", '{"key": 7}', "\ufeff{}", "\x00", "[" * 100_000])
def test_a_broken_memory_costs_nothing(known, text):
    """It is as if there were none, and the next run has one again."""
    view, project = known
    whole = remembered(project)
    (project.cache / "fits.json").write_text(text, "utf-8")
    setter = Typesetter(project, TODAY)
    assert asked(setter, view).over == 0
    setter.remember()
    assert remembered(project) == whole


@pytest.mark.parametrize("entry", [7, None, [], {}, {"over": 99}])
def test_a_broken_entry_costs_nothing(known, entry):
    """An answer that is none is not taken for one."""
    view, project = known
    (project.cache / "fits.json").write_text(json.dumps(dict.fromkeys(remembered(project), entry)), "utf-8")
    assert asked(Typesetter(project, TODAY), view).over == 0


def test_a_memory_that_cannot_be_read_or_kept_costs_nothing(known):
    view, project = known
    (project.cache / "fits.json").unlink()
    (project.cache / "fits.json").mkdir()
    setter = Typesetter(project, TODAY)
    assert asked(setter, view).over == 0
    setter.remember()
    assert (project.cache / "fits.json").is_dir()


def test_what_nobody_asks_for_any_more_is_forgotten(known):
    """A project that lives for years keeps no answers to questions of long ago."""
    view, project = known
    setter = Typesetter(project, TODAY)
    asked(setter, view, ("es",))
    setter.remember()
    [key] = remembered(project)
    asked(setter, view)
    setter.remember()
    assert len(remembered(project)) == 2
    assert key in remembered(project)


def test_a_memory_that_did_not_change_is_not_written(known):
    view, project = known
    before = (project.cache / "fits.json").stat().st_mtime_ns
    setter = Typesetter(project, TODAY)
    asked(setter, view)
    setter.remember()
    assert (project.cache / "fits.json").stat().st_mtime_ns == before


def own(root, text, name="echo.typ"):
    """Something to set a template of the project's own with."""
    path = root / "project/templates/sign" / name
    path.parent.mkdir(parents=True)
    path.write_text(text, "utf-8")
    return Typesetter(Project(root / "project"), TODAY)


def test_a_template_of_the_project_comes_first(tmp_path):
    """The toolkit's own stands in for what the project does not have."""
    setter = own(tmp_path, ECHO)
    assert setter.folder("echo.typ") == tmp_path / "project/templates/sign"
    assert setter.folder(TEMPLATE) != setter.folder("echo.typ")


def test_the_same_words_give_the_same_file_with_the_day_of_the_build(tmp_path):
    setter = own(tmp_path, ECHO)
    data = setter.pdf("echo.typ", {"word": "one"})
    assert Typesetter(setter.project, TODAY).pdf("echo.typ", {"word": "one"}) == data
    assert setter.pdf("echo.typ", {"word": "two"}) != data
    with pikepdf.open(io.BytesIO(data)) as pdf:
        assert str(pdf.docinfo["/CreationDate"]).startswith("D:20261120000000")


def test_a_picture_has_as_many_pixels_as_asked_for(tmp_path):
    """A4 is 210 mm wide."""
    setter = own(tmp_path, ECHO)
    for ppi, width in ((25.4, 210), (50.8, 420)):
        assert Image.open(io.BytesIO(setter.png("echo.typ", {"word": "one"}, ppi))).width == width


def test_words_are_never_read_as_markup(tmp_path):
    """A word that would stop the compiler as markup is set as it stands."""
    setter = own(tmp_path, ECHO)
    assert setter.pdf("echo.typ", {"word": '#panic("no")'}).startswith(b"%PDF")


def test_a_template_reads_nothing_outside_its_folder(tmp_path):
    (tmp_path / "project").mkdir()
    (tmp_path / SECRET).write_text("secret", "utf-8")
    (tmp_path / "project" / SECRET).write_text("secret", "utf-8")
    setter = own(tmp_path, REACH, "reach.typ")
    with pytest.raises(TypesetError, match=r"reach\.typ:2:6: path .* would escape the project root"):
        setter.pdf("reach.typ", {})


def test_no_package_is_fetched(tmp_path):
    setter = own(tmp_path, '#import "@preview/cetz:0.3.4"\n', "fetch.typ")
    with pytest.raises(TypesetError, match="package"):
        setter.pdf("fetch.typ", {})


def test_a_template_that_does_not_answer_is_named(tmp_path):
    """Every template says how its texts fit before it prints."""
    with pytest.raises(TypesetError, match=r"^echo\.typ: it does not say how its texts fit$") as caught:
        own(tmp_path, ECHO).fit("echo.typ", {"word": "one"})
    assert "templates/sign/" in caught.value.help


def test_tasks_give_in_their_order_what_they_give_alone(tmp_path):
    """Sheets that are laid out at the same time do not get mixed up."""
    setter = own(
        tmp_path,
        "#metadata((steps: (a: float(json(bytes(sys.inputs.data)).word)), over: 0, parts: (:), type: (), wide: ())) <fact>",
    )
    tasks = [partial(setter.fit, "echo.typ", {"word": str(number)}) for number in range(60)]
    assert [fit.steps["a"] for fit in setter.side_by_side(tasks)] == list(range(60))


def test_one_task_works_at_a_time(tmp_path):
    """What tasks share is touched by one of them only, but while a sheet is laid out."""
    setter = Typesetter(Project(tmp_path), TODAY)
    working, most = [], []

    def work():
        working.append(1)
        time.sleep(0.002)
        most.append(len(working))
        working.pop()

    setter.side_by_side([work] * 20)
    assert most == [1] * 20


@pytest.mark.parametrize("error", [KeyboardInterrupt, TypesetError("sign.typ: a fault")])
def test_a_task_that_stops_leaves_out_the_rest(tmp_path, error):
    """Those that wait are not begun any more, and the next tasks work as if nothing had been."""
    setter = Typesetter(Project(tmp_path), TODAY)
    done = []

    def stop():
        raise error

    def work():
        time.sleep(0.05)
        done.append(1)

    with pytest.raises(KeyboardInterrupt if error is KeyboardInterrupt else TypesetError):
        setter.side_by_side([stop, *[work] * 200])
    assert len(done) < 200
    assert setter.side_by_side([lambda: "more"]) == ["more"]
