"""What people are told in words, in each language of the place: whether it names what it must, and is not too vague."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, NamedTuple

from toolkit.checks.regimes.gap import Gap
from toolkit.checks.regimes.signs import FIRST, first_layer
from toolkit.checks.regimes.wordings import WORDS, Words
from toolkit.model.sign import Sign
from toolkit.source import Path_

if TYPE_CHECKING:
    from toolkit.view.place import PlaceView


class Passage(NamedTuple):
    """What one reader takes in at once: where it stands, the sign it stands on, and its sentences with their paths."""

    path: Path_
    sign: str
    sentences: tuple[tuple[str, str], ...]


class TextCheck(NamedTuple):
    """Which passages to read, what is right in the words of a language, and what to say where it is, and is not."""

    passages: Callable[[PlaceView], Iterator[Passage]]
    is_right: Callable[[str, Words], bool]
    right: str
    message: str
    help: str


class Read(NamedTuple):
    """What a text check found, and the languages of the place that it did not read, each with why."""

    gaps: list[Gap]
    unread: tuple[str, ...]
    languages: tuple[str, ...]


def read(view: PlaceView, check: TextCheck) -> Read:
    """Every passage in every language of the place for which there are words and a translation."""
    gaps: list[Gap] = []
    seen: set[str] = set()
    for passage in check.passages(view):
        wrong = []
        for language in view.languages:
            text = _in_language(view, passage, language)
            if text is not None:
                seen.add(language)
                if not check.is_right(text, WORDS[language]):
                    wrong.append(language)
        if wrong:
            where = "" if len(view.languages) == 1 else f" (in {', '.join(wrong)})"
            gaps.append(Gap(passage.path, f"{check.message}{where}", check.help, passage.sign, at_key=False))
    return Read(
        gaps,
        tuple(language for language in view.languages if language not in seen),
        tuple(language for language in view.languages if language in seen),
    )


def _in_language(view: PlaceView, passage: Passage, language: str) -> str | None:
    """The passage in *language*, in lower case; None where there are no words to look for, or a sentence of it is not
    translated.
    """
    if language not in WORDS:
        return None
    wording = view.wording(language)
    said = [wording.text(path, source) for path, source in passage.sentences]
    if any(sentence.language != language for sentence in said):
        return None
    return " ".join(sentence.text for sentence in said).lower()


def signs(view: PlaceView) -> Iterator[Passage]:
    """All words of each sign that people meet first."""
    statements = {statement.id: statement for statement in view.deployment.statements}
    for index, sign in first_layer(view):
        told = [statements[id] for id in sign.statements if id in statements]
        facts = [
            pair
            for statement in told
            for pair in (
                (f"statements.{statement.id}.title", statement.title),
                (f"statements.{statement.id}.text", statement.text),
            )
        ]
        yield Passage(("signs", index, "headline"), sign.id, (*_head(sign), *facts))


def heads(view: PlaceView) -> Iterator[Passage]:
    """Headline and lead of each sign that people meet first, and the text of each notice before use."""
    for index, sign in first_layer(view):
        yield Passage(("signs", index, "headline"), sign.id, _head(sign))
    for index, notice in enumerate(view.deployment.notices):
        if notice.kind in FIRST and notice.text:
            yield Passage(("notices", index, "text"), "", ((f"notices.{notice.id}.text", notice.text),))


def _head(sign: Sign) -> tuple[tuple[str, str], ...]:
    return (f"signs.{sign.id}.headline", sign.headline), (f"signs.{sign.id}.lead", sign.lead)


def notice(view: PlaceView) -> Iterator[Passage]:
    """What the full notice says of what is done: collected, method, purpose and decision."""
    items = view.deployment.items
    names = ("collected", "method", "purpose", "automated_decision")
    found = [(f"items.{name}", text) for name in names if (text := getattr(items, name))]
    yield Passage(("items",), "", (("purpose", view.deployment.purpose), *found))


def signs_and_notice(view: PlaceView) -> Iterator[Passage]:
    """Both layers."""
    yield from notice(view)
    yield from signs(view)


def purposes(view: PlaceView) -> Iterator[Passage]:
    """Each sentence that gives the purpose, by itself."""
    yield Passage(("purpose",), "", (("purpose", view.deployment.purpose),))
    if view.deployment.items.purpose:
        yield Passage(("items", "purpose"), "", (("items.purpose", view.deployment.items.purpose),))
    for index, sign in first_layer(view):
        yield Passage(("signs", index, "lead"), sign.id, (_head(sign)[1],))


def transfers(view: PlaceView) -> Iterator[Passage]:
    """What is said of data that leaves for other countries."""
    law = view.deployment.law
    if law and law.transfers:
        yield Passage(("law", "transfers"), "", (("law.transfers", law.transfers),))


def specific(text: str, words: Words) -> bool:
    """Whether a purpose says more than safety or security.

    >>> specific("for your safety.", WORDS["en"]), specific("to stop theft from the bicycle racks", WORDS["en"])
    (False, True)
    """
    found = set(re.findall(r"\w+", text))
    return not (found & words.safety and found <= words.safety | words.filler)


def more_than_generic(text: str, words: Words) -> bool:
    """Whether a text says more than that AI is in use, or than a word such as assistant.

    >>> more_than_generic("this site uses ai.", WORDS["en"]), more_than_generic("you talk with an ai", WORDS["en"])
    (False, True)
    """
    return not set(re.findall(r"\w+", text)) <= words.generic


TEXTS: dict[str, TextCheck] = {
    "names_machine": TextCheck(
        signs_and_notice,
        lambda text, words: bool(words.machine.search(text)),
        "a machine is named",
        "nothing here says that a machine is at work",
        "name it in plain words, such as `AI` or `a computer`",
    ),
    "more_than_a_word": TextCheck(
        heads,
        more_than_generic,
        "it says more than that AI is in use",
        "this says no more than that AI is in use",
        "say what the machine does with the person who reads this",
    ),
    "names_biometric": TextCheck(
        signs_and_notice,
        lambda text, words: bool(words.biometric.search(text)),
        "a trait of the body is named",
        "nothing here says that bodies are measured",
        "say which trait is taken, such as `your face`, and that it is biometric",
    ),
    "names_generated": TextCheck(
        signs_and_notice,
        lambda text, words: bool(words.generated.search(text)),
        "it says that a machine made it",
        "nothing here says that what people see or hear is made by a machine",
        "say it, such as `this voice is artificial`",
    ),
    "names_rights": TextCheck(
        signs,
        lambda text, words: bool(words.rights.search(text)),
        "rights are named",
        "the sign does not say that people have rights over their data",
        "add a statement, such as `ask to see or delete it`",
    ),
    "names_interest": TextCheck(
        signs,
        lambda text, words: bool(words.interest.search(text)),
        "an interest is named",
        "the sign does not name the legitimate interest",
        "say in a statement which interest it is",
    ),
    "names_safeguard": TextCheck(
        transfers,
        lambda text, words: bool(words.safeguard.search(text)),
        "a protection is named",
        "nothing says what protects the data in the other country",
        "name the decision on adequacy or the contract clauses, and where to get a copy",
    ),
    "specific_purpose": TextCheck(
        purposes,
        specific,
        "the purpose is more than safety or security",
        "safety or security alone is no purpose that people can judge",
        "say what is to be found out or prevented, and where",
    ),
}
