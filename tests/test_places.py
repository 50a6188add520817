"""What lies around each deployment is read and becomes its view; the view is checked and its sheets are laid out."""

from __future__ import annotations

import datetime as dt
import json
import shutil
from functools import partial

import pytest
from desk import FILE, desk
from projects import ROOT, edit, write
from seats import TODAY, seat, seats
from studies import STUDY

from toolkit import places, posted
from toolkit.load import load
from toolkit.typeset import Typesetter
from toolkit.view import cards, house
from toolkit.view.study import StudyWording

HEAD = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=utf-8\\n"\n\n'
ENTRY = 'msgctxt "signs.desk.headline"\nmsgid "AI reads your form"\nmsgstr "Una máquina lee su formulario"\n'


def read(project, status=None):
    """The views of the deployments, and what is wrong with the files around them."""
    content = load(project)
    shared = house(content, cards(content), TODAY)
    assert shared is not None
    return places.views(project, content, shared, status=status)


def examined(view, setter):
    return [(finding.rule, finding.severity) for finding in places.examine(view, setter)]


def test_translations_are_read(tmp_path):
    """From the file of each language of the place, and of no other."""
    project = desk(tmp_path)
    write(tmp_path, "deployments/desk/locale/es.po", HEAD + ENTRY)
    write(tmp_path, "deployments/desk/locale/fr.po", "nonsense")
    views, findings = read(project)
    said = views["desk"].wording("es").text("signs.desk.headline", "AI reads your form")
    assert (said.text, said.state, findings) == ("Una máquina lee su formulario", "unreviewed", [])
    assert set(views["desk"].translations) == {"es"}


def test_a_broken_translation_is_a_finding(tmp_path):
    """The place is read all the same; its readers get the source."""
    project = desk(tmp_path)
    write(tmp_path, "deployments/desk/locale/es.po", 'msgid "a\nmsgstr "b"\n')
    views, findings = read(project)
    assert [(finding.severity, finding.place.file) for finding in findings] == [
        ("error", "deployments/desk/locale/es.po")
    ]
    assert views["desk"].wording("es").text("signs.desk.headline", "AI reads your form").state == "missing"


def test_the_plan_of_a_study_is_read(tmp_path):
    project = desk(tmp_path)
    assert read(project)[0]["desk"].study is None
    write(tmp_path, "deployments/desk/study.yml", STUDY)
    assert read(project)[0]["desk"].study.purpose == "To find out whether the sign is understood."


def test_translations_of_a_study_are_read(tmp_path):
    """From files of their own, in the languages of the study alone; a broken one is a finding."""
    project = desk(tmp_path)
    write(tmp_path, "deployments/desk/study.yml", STUDY + "languages: [en, es, fr]\n")
    entry = 'msgctxt "study.questions.kept.prompt"\nmsgid "How long do we keep the picture?"\n'
    write(tmp_path, "deployments/desk/locale/study/es.po", f'{HEAD}{entry}msgstr "¿Cuánto tiempo?"\n')
    write(tmp_path, "deployments/desk/locale/study/fr.po", "nonsense")
    write(tmp_path, "deployments/desk/locale/study/de.po", "nonsense")
    views, findings = read(project)
    view = views["desk"]
    assert set(view.study_translations) == {"es", "fr"}
    assert [finding.place.file for finding in findings] == ["deployments/desk/locale/study/fr.po"]
    question = view.study.questions[0]
    spanish, german = (StudyWording(view, view.study, language) for language in ("es", "de"))
    assert spanish.prompt(question) == ("¿Cuánto tiempo?", "es", "unreviewed")
    assert spanish.options(question)[0].text == ("One day", "en", "missing")
    assert german.prompt(question) == ("How long do we keep the picture?", "en", "missing")
    assert view.study_document.place(("points", 0)).line == 13


def test_what_was_posted_is_read(tmp_path):
    """The versions of this place alone."""
    project = desk(tmp_path)
    posted.add(project, dt.date(2026, 11, 1), "k7m2", "On the desk")
    [record] = read(project)[0]["desk"].posted
    assert (record.code, record.deployment, record.hung[0].place) == ("k7m2", "desk", "On the desk")


def test_a_broken_posted_file_is_a_finding(tmp_path):
    project = desk(tmp_path)
    write(tmp_path, "deployments/desk/posted/k7m2-00000000.json", "{")
    views, findings = read(project)
    assert {finding.place.file for finding in findings} == {"deployments/desk/posted/k7m2-00000000.json"}
    assert views["desk"].posted == ()


def test_codes_of_all_places_are_known(tmp_path):
    """A code that two signs share is told at both places."""
    project = desk(tmp_path)
    shutil.copytree(tmp_path / "deployments/desk", tmp_path / "deployments/room")
    edit(project, "deployments/room/deployment.yml", "id: desk\nname: Front desk", "id: room\nname: Reading room")
    views, _ = read(project)
    assert views["desk"].owners["k7m2"] == {("desk", "desk"), ("room", "desk")}
    for id in ("desk", "room"):
        assert ("code-unique", "error") in examined(views[id], Typesetter(project, TODAY))


def test_another_status_is_only_looked_at(tmp_path):
    """The record says it has that status, and the file stays as it is."""
    project = desk(tmp_path)
    before = (tmp_path / FILE).read_bytes()
    views, _ = read(project, "in_force")
    assert views["desk"].deployment.status == "in_force"
    assert read(project)[0]["desk"].deployment.status == "example"
    assert (tmp_path / FILE).read_bytes() == before


def test_an_example_counts_what_waits_and_tells_it_as_a_notice_in_force(tmp_path):
    """What somebody must do in the world is one finding at an example, and each of its own otherwise."""
    project = desk(tmp_path)
    setter = Typesetter(project, TODAY)
    example = [finding.rule for finding in places.examine(read(project)[0]["desk"], setter)]
    in_force = [finding.rule for finding in places.examine(read(project, "in_force")[0]["desk"], setter)]
    assert example.count("before-in-force") == 1
    assert "before-in-force" not in in_force
    assert {"attested", "in-force-study", "legal-review"} <= set(in_force) - set(example)


@pytest.mark.parametrize("posted_there", [True, False])
def test_what_is_gone(tmp_path, posted_there):
    """What was posted at a place without a file any more; of a place that is there, nothing."""
    project = desk(tmp_path)
    if posted_there:
        posted.add(project, dt.date(2026, 11, 1), "k7m2", "On the desk")
    assert places.gone(project) == []
    (tmp_path / FILE).unlink()
    assert [[record.code for record in records] for records in places.gone(project)] == [["k7m2"]] * posted_there


def test_a_place_that_cannot_be_read_is_not_gone(tmp_path):
    """Its file is there, so nobody may say that its signs are no longer in use."""
    project = desk(tmp_path)
    posted.add(project, dt.date(2026, 11, 1), "k7m2", "On the desk")
    write(tmp_path, FILE, "nonsense: 1\n")
    assert places.gone(project) == []


def test_each_version_of_each_sign_is_laid_out(tmp_path):
    """A headline that is too long in one language alone is found there."""
    project = desk(tmp_path)
    long = "Donaudampfschifffahrtsgesellschaftskapitaenswitwe" * 2
    write(tmp_path, "deployments/desk/locale/es.po", HEAD + ENTRY.replace("Una máquina lee su formulario", long))
    view = seats(project)["desk"]
    found = [f.message for f in places.examine(view, Typesetter(project, TODAY)) if f.rule == "sign-fit"]
    assert len(found) == 1
    assert found[0].startswith(f"in sign `desk` in es {long!r} is ")


def test_a_fault_is_told_once(tmp_path):
    """What is wrong in the same way in several versions is one finding each at most."""
    view, setter = seat(tmp_path, ("headline: AI reads your form", "headline: AI reads your form 😀"))
    findings = places.examine(view, setter)
    assert len(findings) == len(set(findings))
    assert [f.message for f in findings if f.rule == "sign-letters"] == [
        "sign `desk` in en: Inter cannot show 😀 (U+1F600)",
        "sign `desk` in es: Inter cannot show 😀 (U+1F600)",
    ]


def test_handouts_are_laid_out_too(tmp_path):
    """A letter that no typeface holds is found where it stands on paper alone, and not on a sign."""
    view, setter = seat(tmp_path, ("purpose: To read your form, so", "purpose: To read 😀 your form, so"))
    assert {rule for rule, _ in examined(view, setter)} >= {"handout-letters"}
    assert "sign-letters" not in {rule for rule, _ in examined(view, setter)}


def test_larger_formats_that_would_hold_it_are_named_and_no_smaller_one(tmp_path):
    long = " ".join(["purpose"] * 110)
    view, setter = seat(
        tmp_path,
        ("lead: It saves you waiting., statements: [f", f"lead: {long}, statements: [f"),
        ("code: k7m2,", "code: k7m2, format: A5, approach_distance: 1.5, reading_distance: 0.9, scan_distance: 0.2,"),
        ("[en, es]", "[en]"),
    )
    [finding] = (f for f in places.examine(view, setter) if f.rule == "sign-fit")
    named = finding.help.partition(" would hold it")[0].split(" or ")
    assert "A3" in named
    assert {"A6", "A5"}.isdisjoint(named)


def test_a_template_with_a_fault_is_a_finding_of_the_place(tmp_path):
    """The place is told what cannot be printed; nothing is raised."""
    shutil.copytree(ROOT / "templates/sign", tmp_path / "templates/sign")
    (tmp_path / "templates/sign/sign.typ").write_text("#let x = (\n", "utf-8")
    view, setter = seat(tmp_path)
    [finding] = (f for f in places.examine(view, setter) if f.rule == "typeset")
    assert (finding.severity, finding.place.file) == ("error", FILE)
    assert "sign.typ:1" in finding.message


def test_what_fits_is_the_same_from_memory(tmp_path):
    """A second look finds what the first one found."""
    view, setter = seat(tmp_path, ("code: k7m2,", "code: k7m2, approach_distance: 20,"))
    first = places.examine(view, setter)
    setter.remember()
    assert json.loads((setter.project.cache / "fits.json").read_text("utf-8"))
    assert places.examine(view, Typesetter(setter.project, TODAY)) == first
    assert "sign-fit" in {finding.rule for finding in first}


def test_the_same_is_found_side_by_side_as_one_after_the_other(tmp_path):
    """In the same order: of two places, one with what does not fit, and of what else is checked meanwhile."""
    project = desk(tmp_path, ("code: k7m2,", "code: k7m2, approach_distance: 20,"))
    other = (
        (tmp_path / FILE).read_text("utf-8").replace("id: desk\n", "id: seat\n").replace("code: k7m2,", "code: m2k7,")
    )
    write(tmp_path, "deployments/seat/deployment.yml", other)
    views = seats(project).values()
    found = [finding for view in views for finding in places.examine(view, Typesetter(project, TODAY))]
    besides = [partial(iter, found[:1]), partial(iter, found[1:2])]
    assert {"deployments/desk", "deployments/seat"} == {
        finding.place.file.rpartition("/")[0] for finding in found if finding.rule == "sign-fit"
    }
    assert places.together(views, Typesetter(project, TODAY), besides) == [*found, *found[:2]]


def test_a_template_with_a_fault_is_told_side_by_side_too(tmp_path):
    """Once a place, and no place keeps another from being checked."""
    shutil.copytree(ROOT / "templates/sign", tmp_path / "templates/sign")
    (tmp_path / "templates/sign/sign.typ").write_text("#let x = (\n", "utf-8")
    view, setter = seat(tmp_path)
    alone = places.examine(view, setter)
    assert [finding.rule for finding in alone].count("typeset") == 1
    assert places.together([view, view], setter) == [*alone, *alone]
