"""What the build made for the readers of one place, in one language: its signs, its plain words, its pages."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from playground.facts import project
from playground.ways import on_site
from toolkit.model import Deployment


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


def sheets(place: Deployment, wanted: str) -> Sheets | None:
    """Those of *place* in the language *wanted*, else in the first that it has; None where none were made."""
    folder = _folder(place.id)
    known = [tag for tag in place.languages if (folder / tag / "index.html").is_file()]
    return Sheets(folder, place, wanted if wanted in known else known[0]) if known else None


def _folder(place: str) -> Path:
    """Where the build put what a place gives its readers: `docs/`, or the site where only that is there."""
    root = project()
    return next((each for base in (root.docs, root.site) if (each := base / "notices" / place).is_dir()), root.docs)
