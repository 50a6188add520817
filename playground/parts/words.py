"""The words of a result as they are shown: what is said of each, its sign, and the legend of the signs in use."""

from __future__ import annotations

from playground.parts.result import Result, percent
from playground.parts.sheet import Gap, Shown
from playground.say import say
from toolkit.vision.reading import Word

#: From which percentage on the machine is called what.
SURE = ((95, "sure"), (80, "rather"), (50, "unsure"), (0, "guess"))


def how_sure(word: Word) -> str:
    """How sure the machine is of *word*, in a sentence with its number."""
    name = next(name for least, name in SURE if percent(word) >= least)
    return say("read.says", word=word.text, sure=say(f"read.{name}"), percent=percent(word))


def shown(result: Result) -> tuple[list[Shown], list[Gap]]:
    """Every word as it is shown, and the words that are missing."""
    numbers = {at: str(number) for number, at in enumerate(result.weak, 1)}
    instead = result.after.instead if result.after else {}
    words = [_shown(at, result, numbers.get(at, ""), instead.get(at)) for at in range(len(result.reading.words))]
    missing = result.after.missing if result.after else {}
    return words, [Gap(at, " ".join(texts), say("read.missed")) for at, texts in missing.items()]


def _shown(at: int, result: Result, number: str, there: str | None) -> Shown:
    word, final = result.reading.words[at], result.final.words[at]
    if at in result.kinds:
        return Shown(final, say("read.says-hidden", kind=say(f"read.kind.{result.kinds[at]}")), "hidden")
    if at in result.corrections:
        says = say("read.says-corrected", word=final.text, was=word.text)
        return Shown(final, says, "corrected", "\N{CHECK MARK}")
    says = how_sure(word)
    if there is None:
        return Shown(final, says, "weak" if number else "sure", number)
    really = say("read.there", there=there) if there else say("read.not-there")
    if number:
        return Shown(final, f"{says} {really}", "weak", f"{number}\N{BALLOT X}")
    return Shown(final, f"{says} {really}", "wrong", "!")


def legend(words: list[Shown], gaps: list[Gap]) -> list[str]:
    """What the lines and signs mean that are on view."""
    used = {shown.state for shown in words}
    names: list[str] = [state for state in ("weak", "wrong", "corrected", "hidden") if state in used]
    if any("\N{BALLOT X}" in shown.sign for shown in words):
        names.insert(1, "weak-wrong")
    return [say(f"read.legend-{name}") for name in [*names, *(["missing"] if gaps else [])]]
