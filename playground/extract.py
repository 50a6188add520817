"""Brings `playground/locale/*.po` in step with the phrases: `python -m playground.extract`. No translation is lost."""

from __future__ import annotations

from playground.phrases import phrases
from playground.say import LANGUAGES, LOCALES
from toolkit.errors import ProjectError
from toolkit.po import Entry, parse, write
from toolkit.translate import ABOUT, HOW_TO, merged
from toolkit.words import SOURCE, plural_rule, words

UNREVIEWED = "No speaker of this language has reviewed these translations yet."


def extract(language: str, known: bytes = b"") -> bytes:
    """The file of *language* with an entry for each phrase and what is *known* of it. ProjectError for a broken one."""
    entries, findings = parse(known, f"{language}.po")
    if findings:
        raise ProjectError(f"{findings[0].where}: {findings[0].message}", findings[0].help)
    told = [Entry(key, text) for key, text in phrases().items()]
    return write(merged(entries or [_header(language)], told))


def _header(language: str) -> Entry:
    plurals = plural_rule(language)
    about = ABOUT.format(language=language, plurals=f"nplurals={plurals.forms}; plural={plurals.rule};")
    title = f"The phrases of the playground in {words(language).own_name}."
    first, *rest = HOW_TO.format(title=title).split("\n")
    return Entry("", "", (about,), comments=(first, UNREVIEWED, *rest))


def main() -> None:
    """Write the file of each language."""
    for language in LANGUAGES:
        path = LOCALES / f"{language}.po"
        if language != SOURCE:
            path.write_bytes(extract(language, path.read_bytes() if path.is_file() else b""))


if __name__ == "__main__":
    main()
