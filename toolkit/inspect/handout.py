"""Whether leaflet, slip, card and form can show their texts: letters without a typeface, words wider than a column."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from toolkit import fonts
from toolkit.finding import Finding, Place
from toolkit.inspect.sign import STEERING, named
from toolkit.source import Node
from toolkit.typeset import Fit
from toolkit.view.place import PlaceView


def letters(view: PlaceView, languages: Iterable[str], name: str, texts: Iterable[str]) -> Iterator[Finding]:
    """What the typefaces of *languages* cannot show of *texts*, which stand on the *name*; setting it would fail."""
    language, *others = dict.fromkeys((*languages, view.house.organisation.language))
    if any(fonts.face(each) is None for each in (language, *others)):
        return  # the rule `languages` says so
    missing = next(filter(None, (fonts.absent(each) for each in (language, *others))), None)
    if missing:
        message = f"the {name} in {language}: the typeface {missing.family} is not installed"
        advice = f"apt install {missing.package}, or `make system`"
        yield Finding(view.document.place(("languages",)), "handout-letters", "error", message, advice)
        return
    faces = dict.fromkeys(face for each in (language, *others) for face in fonts.chain(each))
    for letter in fonts.without_glyph("".join(texts), tuple(faces)):
        names = " and ".join(face.family for face in faces)
        message = f"the {name} in {language}: {names} cannot show {letter} (U+{ord(letter):04X})"
        place = _place(view, language, letter)
        yield Finding(place, "handout-letters", "error", message, "write it with other letters")


def fits(view: PlaceView, language: str, name: str, fit: Fit) -> Iterator[Finding]:
    """Words of the *name* in *language* that stand out of their column, however they are parted."""
    for text, by in {word["text"]: word["by"] for word in fit.wide}.items():
        message = f"in the {name} in {language} the word {named(text)!r} is {by:.0f} mm wider than its column"
        place = _place(view, language, STEERING.sub("", text))
        yield Finding(place, "handout-fit", "error", message, "write it in shorter words")


def _place(view: PlaceView, language: str, text: str) -> Place:
    """Where *text* was written: in the translation, else in the metadata."""
    known = view.translations.get(language)
    if known:
        for path, source in view.sentences:
            said, node = known.of(path, source), known.node(path, source)
            if node and said.language == language and text in said.text:
                return node.place
    root = view.document.root
    return next((node.place for node in _texts(root) if text in node.value), view.document.place(("id",)))


def _texts(node: Node) -> Iterator[Node]:
    """Every text below *node*, in the order of the file."""
    if isinstance(node.value, str):
        yield node
    elif isinstance(node.value, (dict, list)):
        for child in node.value.values() if isinstance(node.value, dict) else node.value:
            yield from _texts(child)
