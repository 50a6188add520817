"""Figures of a service come from the engine that its file names, or from none."""

from pathlib import Path

import pytest

from toolkit.load import load
from toolkit.paths import Project
from toolkit.vision.readers import ReaderError, probe, published


@pytest.fixture(scope="module")
def services():
    return {name: loaded.record for name, loaded in load(Project(Path(__file__).resolve().parents[3])).services.items()}


def naming(service, engine):
    """*service* as if its file named *engine*."""
    version = service.identity.versions[0].model_copy(update={"id": engine})
    return service.model_copy(update={"identity": service.identity.model_copy(update={"versions": (version,)})})


def test_the_reader_with_the_engine_of_the_service_is_taken(services):
    for name in ("tesserocr", "tesseract"):
        engine = next(each.version for each in probe() if each.reader == name)
        chosen = published(naming(services["tesseract-ocr"], engine), "line", 5)
        assert (chosen.version, chosen.layout, chosen.seconds, chosen.writes_files) == (engine, "line", 5, False)


def test_no_other_engine_takes_its_place(services):
    with pytest.raises(ReaderError, match=r"tesseract-ocr was published with engine 4\.1\.1; installed: ") as refused:
        published(naming(services["tesseract-ocr"], "4.1.1"))
    assert refused.value.help.startswith("install Tesseract 4.1.1, or measure again")


def test_a_service_without_an_engine_has_no_reader(services):
    with pytest.raises(ReaderError, match="vision-ocr names no current engine"):
        published(services["vision-ocr"])
