"""What of Tesseract is on this machine: the program, the folder of its languages, and how the languages are called."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from collections.abc import Iterable, Sequence
from functools import lru_cache
from pathlib import Path

from toolkit.errors import DiscloseError

# One thread per worker: left alone, Tesseract starts one for each processor, and several workers then wait for each
# other. The library reads this once, when it is loaded; the program, when it starts.
os.environ["OMP_THREAD_LIMIT"] = "1"

#: BCP 47 tags and what Tesseract calls these languages.
CODES = {
    "ar": "ara",
    "cs": "ces",
    "da": "dan",
    "de": "deu",
    "el": "ell",
    "en": "eng",
    "es": "spa",
    "fa": "fas",
    "fi": "fin",
    "fr": "fra",
    "he": "heb",
    "hi": "hin",
    "hu": "hun",
    "it": "ita",
    "ja": "jpn",
    "ko": "kor",
    "mr": "mar",
    "ne": "nep",
    "nl": "nld",
    "nb": "nor",
    "pl": "pol",
    "pt": "por",
    "ro": "ron",
    "ru": "rus",
    "sr": "srp",
    "sr-Latn": "srp_latn",
    "sv": "swe",
    "tr": "tur",
    "uk": "ukr",
    "ur": "urd",
    "vi": "vie",  # codespell:ignore vie
    "zh-Hans": "chi_sim",
    "zh-Hant": "chi_tra",
}
TAGS = {code: tag for tag, code in CODES.items()}
#: A language as Tesseract calls it: three letters of ISO 639-2, then perhaps a script.
CODE = re.compile(r"[a-z]{3}(_[a-z]+)*")
#: Files among the languages that are none: the direction of the script, and equations.
NO_LANGUAGE = {"osd", "equ"}
#: Folders of languages where no program is there to say which one is its own.
FOLDERS = ("usr/share/tesseract-ocr/*/tessdata", "usr/local/share/tessdata", "opt/homebrew/share/tessdata")
PROGRAM = "apt install tesseract-ocr"


class ReaderError(DiscloseError):
    """A reader is not here, lacks a language, or cannot read what it was given."""


def codes(languages: Sequence[str]) -> tuple[str, ...]:
    """What Tesseract calls *languages*, each once, in the same order.

    Each is a BCP 47 tag such as `en`, `de-AT` or `zh-Hans`, or a code of Tesseract as it is (`eng`, `chi_sim`, `isl`).

    Raises:
        ReaderError: none was given, or one has no entry in `CODES` and is no code of Tesseract either.
    """
    if not languages:
        raise ReaderError("no language was given to read in", "name the likeliest language of the text, such as en")
    return tuple(dict.fromkeys(_code(language) for language in languages))


def _code(language: str) -> str:
    tag = language
    while tag:
        if tag in CODES:
            return CODES[tag]
        tag = tag.rpartition("-")[0]
    if CODE.fullmatch(language) and language not in NO_LANGUAGE:
        return language
    raise ReaderError(
        f"it is not known what Tesseract calls the language {language!r}",
        "write its three-letter code, as in the package tesseract-ocr-isl: `apt-cache search tesseract-ocr` lists them",
    )


def packages(missing: Iterable[str]) -> str:
    """The command that installs the languages with these codes on Debian and Ubuntu."""
    return " ".join(["apt install", *(f"tesseract-ocr-{code.replace('_', '-')}" for code in missing)])


def folder() -> Path | None:
    """Where the languages are: `TESSDATA_PREFIX` where it is set, else the program's own folder, else a usual one."""
    named = os.environ.get("TESSDATA_PREFIX")
    if named:
        return next((path for path in (Path(named), Path(named, "tessdata")) if any(path.glob("*.traineddata"))), None)
    return _found(program())


@lru_cache(maxsize=4)
def _found(path: str | None) -> Path | None:
    if path:
        said = re.search(r'"(.+)"', _said(path, "--list-langs"))
        if said:
            return Path(said[1])
    return next((found for pattern in FOLDERS for found in sorted(Path("/").glob(pattern), reverse=True)), None)


def present() -> tuple[str, ...]:
    """The codes of all languages that can be read here, by name."""
    here = folder()
    found = {path.stem for path in here.glob("*.traineddata")} if here else set()
    return tuple(sorted(found - NO_LANGUAGE))


def data(wanted: Sequence[str]) -> Path:
    """The folder that holds the languages with the codes *wanted*.

    Raises:
        ReaderError: one of them is not there; no other language is ever taken in its place.
    """
    here, known = folder(), present()
    missing = [code for code in wanted if code not in known]
    if not missing and here:
        return here
    names = " and ".join(f"{code} ({TAGS[code]})" if code in TAGS else code for code in missing)
    named = os.environ.get("TESSDATA_PREFIX")
    if not named:
        raise ReaderError(f"Tesseract has no {names} here", packages(missing))
    raise ReaderError(
        f"Tesseract has no {names} in {named}, the folder that TESSDATA_PREFIX names",
        f"name the folder that holds them, or none and {packages(missing)}",
    )


def program() -> str | None:
    """The path of the program `tesseract`; None where it is not installed."""
    return shutil.which("tesseract")


def program_version() -> str:
    """The version of the program, such as 5.3.0.

    Raises:
        ReaderError: it is not installed.
    """
    path = program()
    if not path:
        raise ReaderError("the program tesseract is not installed", PROGRAM)
    return engine_version(_said(path, "--version"))


def engine_version(said: str) -> str:
    """The version in `tesseract 5.3.0`, the first line of what the program and the library say of themselves."""
    return said.split("\n", 1)[0].removeprefix("tesseract").strip()


@lru_cache(maxsize=8)
def _said(path: str, option: str) -> str:
    command, both = [path, option], subprocess.STDOUT
    return subprocess.run(command, stdout=subprocess.PIPE, stderr=both, text=True, check=False).stdout  # noqa: S603 - found on the path, fixed options
