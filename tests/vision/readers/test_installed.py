"""What of Tesseract is here, and what its languages are called."""

import os
from pathlib import Path

import pytest

from toolkit.vision.readers import installed
from toolkit.vision.readers.installed import ReaderError, codes, data, engine_version, folder, packages, present


@pytest.mark.parametrize(
    ("languages", "expected"),
    [
        (["en"], ("eng",)),
        (["de", "fr", "es"], ("deu", "fra", "spa")),
        (["ar", "hi", "zh-Hans"], ("ara", "hin", "chi_sim")),
        (["de-AT", "zh-Hant-TW", "sr-Latn", "sr"], ("deu", "chi_tra", "srp_latn", "srp")),
        (["isl", "chi_sim", "deu_latf"], ("isl", "chi_sim", "deu_latf")),
        (["en-GB", "eng", "en"], ("eng",)),
    ],
)
def test_languages_have_the_names_that_tesseract_gives_them(languages, expected):
    assert codes(languages) == expected


@pytest.mark.parametrize("language", ["zh", "qq", "osd", "equ", "eng+fra", "../eng", "ENG", "", "-", "-l"])
def test_what_is_no_language_is_refused(language):
    with pytest.raises(ReaderError, match="it is not known what Tesseract calls the language"):
        codes([language])


def test_no_language_at_all_is_refused():
    with pytest.raises(ReaderError, match="no language was given"):
        codes([])


def test_packages_are_called_as_debian_calls_them():
    assert packages(["fra", "chi_sim"]) == "apt install tesseract-ocr-fra tesseract-ocr-chi-sim"


def test_the_version_is_in_the_first_line():
    assert engine_version("tesseract 5.3.0\n leptonica-1.82.0\n") == "5.3.0"


def test_a_machine_that_was_set_up_has_the_languages_of_the_signs():
    assert {"ara", "chi_sim", "deu", "eng", "fra", "hin", "spa"} <= set(present())
    assert "osd" not in present()


def test_one_thread_is_all_that_an_engine_may_start():
    assert os.environ["OMP_THREAD_LIMIT"] == "1"


def test_a_missing_language_is_told_with_its_package():
    with pytest.raises(ReaderError) as refused:
        data(["eng", "chi_tra", "isl"])
    assert str(refused.value) == "Tesseract has no chi_tra (zh-Hant) and isl here"
    assert refused.value.help == "apt install tesseract-ocr-chi-tra tesseract-ocr-isl"


def test_the_folder_is_the_one_that_was_named(monkeypatch, tmp_path):
    (tmp_path / "tessdata").mkdir()
    (tmp_path / "tessdata" / "eng.traineddata").touch()
    monkeypatch.setenv("TESSDATA_PREFIX", str(tmp_path))
    assert folder() == tmp_path / "tessdata"
    monkeypatch.setenv("TESSDATA_PREFIX", str(tmp_path / "tessdata"))
    assert folder() == tmp_path / "tessdata"
    assert present() == ("eng",)


def test_a_named_folder_without_languages_is_not_replaced_in_silence(monkeypatch, tmp_path):
    monkeypatch.setenv("TESSDATA_PREFIX", str(tmp_path))
    with pytest.raises(ReaderError) as refused:
        data(["eng"])
    assert str(refused.value) == f"Tesseract has no eng (en) in {tmp_path}, the folder that TESSDATA_PREFIX names"


def test_languages_are_found_without_the_program(monkeypatch, tmp_path):
    monkeypatch.delenv("TESSDATA_PREFIX", raising=False)
    with_program = folder()
    monkeypatch.setenv("PATH", str(tmp_path))
    assert installed.program() is None
    assert with_program == folder() != Path()
