"""What is found after layout: what does not fit, what has no letters, what no phone could scan."""

from __future__ import annotations

import pytest
from seats import seat

from toolkit import fonts, places

LEAD = "lead: It saves you waiting., statements: [f"


def found(root, *edits):
    """What is found about the small place's signs, without what the other rules say."""
    view, setter = seat(root, *edits)
    return [
        finding
        for each in view.deployment.signs
        for languages in view.versions(each)
        for finding in places.laid_out(view, each, languages, setter)
    ]


def test_a_sign_that_fits_has_no_finding(tmp_path):
    assert found(tmp_path, ("languages: [en, es]", "languages: [en, es, ar, hi, zh-Hans]")) == []


def test_a_purpose_of_300_letters_says_by_how_much_it_does_not_fit_and_what_would_hold_it(tmp_path):
    long = " ".join(["purpose"] * 37)
    near = "code: k7m2, format: A6, approach_distance: 1.5, reading_distance: 0.9, scan_distance: 0.2,"
    [finding] = found(tmp_path, (LEAD, f"lead: {long}, statements: [f"), ("code: k7m2,", near), ("[en, es]", "[en]"))
    assert finding.where == "deployments/desk/deployment.yml:46:351"
    assert (finding.rule, finding.severity) == ("sign-fit", "error")
    assert finding.message == (
        "sign `desk` in en does not fit A6: 28 mm too tall at the least sizes of type; "
        "most of it is purpose and facts (81 mm)"
    )
    assert finding.help == (
        "A5 or A4 or A3 or letter or tabloid would hold it; or shorten purpose and facts, or let people come closer"
    )


def test_type_does_not_shrink_below_its_limit_but_the_sign_is_refused(tmp_path):
    findings = found(tmp_path, ("code: k7m2,", "code: k7m2, approach_distance: 20,"), ("[en, es]", "[en]"))
    assert [finding.rule for finding in findings][:1] == ["sign-fit"]


def test_a_word_wider_than_its_column_is_named(tmp_path):
    long = "Donaudampfschifffahrtsgesellschaftskapitaen" * 2
    [finding] = found(tmp_path, (LEAD, f"lead: {long}, statements: [f"), ("[en, es]", "[en]"))
    assert finding.message.startswith(f"in sign `desk` in en {long!r} is ")
    assert finding.message.endswith(" mm wider than its column and cannot be parted")


def test_a_letter_without_a_typeface_is_named_with_the_typeface(tmp_path):
    """A box would be printed in its place."""
    findings = found(tmp_path, (LEAD, "lead: It saves you waiting 😀., statements: [f"))
    assert {(finding.rule, finding.severity, finding.message) for finding in findings} == {
        ("sign-letters", "error", "sign `desk` in en: Inter cannot show 😀 (U+1F600)"),
        ("sign-letters", "error", "sign `desk` in es: Inter cannot show 😀 (U+1F600)"),
    }


def test_mixed_scripts_are_found_per_language(tmp_path):
    findings = found(tmp_path, ("headline: AI reads your form", "headline: AI reads 茶"), ("[en, es]", "[en, zh-Hans]"))
    assert [finding.message for finding in findings] == ["sign `desk` in en: Inter cannot show 茶 (U+8336)"]


def test_a_language_without_a_typeface_is_said(tmp_path):
    findings = found(tmp_path, ("[en, es]", "[en, th]"))
    assert [finding.message for finding in findings] == ["there is no typeface here for the language 'th'"] * 2


def test_a_typeface_that_is_not_installed_is_named_with_its_package(tmp_path, monkeypatch):
    """The folders are empty, as on a fresh machine."""
    fonts._installed.cache_clear()
    monkeypatch.setattr(fonts, "FOLDERS", (str(tmp_path),))
    try:
        [finding, *_] = found(tmp_path / "project")
    finally:
        monkeypatch.undo()
        fonts._installed.cache_clear()
    assert finding.message == "the typeface Inter for 'en' is not installed"
    assert finding.help == "apt install fonts-inter, or `make system`"


@pytest.mark.parametrize(("length", "rules"), [(20, []), (200, ["sign-scan"])])
def test_an_address_too_long_for_its_code_is_refused(tmp_path, length, rules):
    address = f"https://city.example/{'a' * length}"
    findings = found(
        tmp_path, ("https://city.example", address), ("code: k7m2,", "code: k7m2, format: A3,"), ("[en, es]", "[en]")
    )
    assert sorted({finding.rule for finding in findings if finding.rule == "sign-scan"}) == rules
