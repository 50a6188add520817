"""A place as people meet it: its sign, its notice in plain words, and the way to all of it."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

import streamlit as st
from markupsafe import Markup

from playground.facts import content, project
from playground.say import foreign, language, say
from playground.theme import said, told
from playground.ways import on_site
from toolkit.model import Deployment
from toolkit.words import words


class Sheets(NamedTuple):
    """The files of a place in one language, as far as they were made."""

    folder: Path
    place: Deployment
    language: str

    def signs(self) -> dict[str, Path]:
        """Pictures of signs by the sign's id, in the order of the place: in this language alone, else in several."""
        found: dict[str, Path] = {}
        for id in (sign.id for sign in self.place.signs):
            for path in sorted(self.folder.glob(f"sign-{id}.*.png"), key=lambda path: path.name.count("+")):
                if self.language in path.name.split(".")[1].split("+"):
                    found.setdefault(id, path)
        return found

    def plain(self) -> list[str]:
        """What is read aloud, a sentence a line; its head is for the person who reads."""
        path = self.folder / f"spoken.{self.language}.txt"
        text = path.read_text("utf-8") if path.is_file() else ""
        return [line for line in text.partition("\n\n")[2].splitlines() if line]

    def href(self, name: str) -> str:
        """Where the file *name* is served."""
        return on_site(f"notices/{self.place.id}/{name}")


def main() -> None:
    """The place that the address asks for, or the first."""
    st.title(say("notice.title"), anchor=False)
    places = {id: loaded.record for id, loaded in content().deployments.items()}
    if not places:
        told(say("notice.empty"), say("notice.empty-help"))
        return
    asked = st.query_params.get("place", "")
    st.write(say("notice.lead"))
    if asked and asked not in places:
        told(say("notice.unknown"))
    ids = list(places)
    start = ids.index(asked) if asked in ids else 0
    names = {id: place.name for id, place in places.items()}
    id = st.selectbox(say("notice.place"), ids, start, format_func=names.__getitem__, key=f"notice.place.{asked}")
    _place(places[id])


def _place(place: Deployment) -> None:
    known = [tag for tag in place.languages if _made(place.id, tag)]
    if not known:
        told(say("notice.unbuilt"), say("notice.unbuilt-help"))
        return
    tongue = language() if language() in known else known[0]
    if tongue != language():
        told(say("notice.other-language", language=words(tongue).own_name))
    sheets = Sheets(_folder(place.id), place, tongue)
    picture, text = st.columns([6, 5], gap="large")
    with picture:
        _sign(sheets)
    with text:
        said("<h2>{}</h2>", say("notice.plain"))
        lines = Markup("").join(Markup("<p>{}</p>").format(foreign(line, tongue)) for line in sheets.plain())
        said('<div class="large">{}</div>', lines)
        said(
            '<p><a class="main" href="{}" target="_self">{}</a></p><p><a href="{}" target="_self">{}</a></p>',
            sheets.href(f"{tongue}/index.html"),
            say("notice.full"),
            sheets.href(f"spoken.{tongue}.txt"),
            say("notice.listen"),
        )


def _sign(sheets: Sheets) -> None:
    signs = sheets.signs()
    if not signs:
        told(say("notice.no-sign"))
        return
    id = next(iter(signs))
    if len(signs) > 1:
        names = {id: id.replace("-", " ") for id in signs}
        id = st.selectbox(say("notice.sign"), list(signs), format_func=names.__getitem__, key=f"sign.{sheets.place.id}")
    path = signs[id]
    st.image(str(path), width="stretch", alt=say("notice.sign-alt"))
    pdf = path.with_suffix(".pdf").name
    said('<a href="{}" target="_self">{}</a>', sheets.href(pdf), say("notice.print"))


def _folder(place: str) -> Path:
    """Where the build put what a place gives its readers: `docs/`, or the site where only that is there."""
    root = project()
    return next((each for base in (root.docs, root.site) if (each := base / "notices" / place).is_dir()), root.docs)


def _made(place: str, tongue: str) -> bool:
    return (_folder(place) / tongue / "index.html").is_file()


main()
