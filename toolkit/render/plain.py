"""What texts without markup share: lines, sentences in another language marked as such, addresses to be spelled."""

from __future__ import annotations

import re
from collections.abc import Iterable

from toolkit.translations import Said
from toolkit.view.place import Fact, Wording
from toolkit.words import words

#: What a telephone number is said in: digits one by one, each group by itself, and words such as `ext` as they are.
GROUP = re.compile(r"\d+|[^\W\d_]+|\+")
#: What an address is said in: signs by name, digits one by one, words as they are.
TOKEN = re.compile(r"[^\W\d_]+|\d|[^\w\s]")
SIGNS = {".": "spoken.dot", "/": "spoken.slash", "-": "spoken.hyphen"}


def text(lines: Iterable[str]) -> bytes:
    """A file of *lines*, UTF-8, with at most one empty line in a row."""
    whole = "\n".join(" ".join(line.split(" ")) for line in lines)
    return (re.sub(r"\n{3,}", "\n\n", whole).strip("\n") + "\n").encode()


def said(wording: Wording, sentence: Said) -> str:
    """A sentence; one in another language stands in brackets, with the words that say why."""
    if sentence.language == wording.language:
        return sentence.text
    return f"[{labelled(wording, wording.say('translation.fallback'), sentence.text)}]"


def joined(wording: Wording, sentences: Iterable[Said]) -> str:
    """Sentences in a row, with one mark where all of them are in the same other language."""
    rows = list(sentences)
    if rows and all(row.language == rows[0].language for row in rows):
        return said(wording, rows[0]._replace(text=" ".join(row.text for row in rows)))
    return " ".join(said(wording, row) for row in rows)


def labelled(wording: Wording, label: str, sentence: str) -> str:
    """A sentence behind its label."""
    return wording.say("join.label", label=label, text=sentence)


def fact(wording: Wording, told: Fact) -> str:
    """A short statement on one line, with one mark where all of it is in another language."""
    if told.title.language == told.text.language != wording.language:
        whole = words(told.text.language).say("join.label", label=told.title.text, text=told.text.text)
        return said(wording, told.text._replace(text=whole))
    return labelled(wording, said(wording, told.title), said(wording, told.text))


def state(wording: Wording) -> list[str]:
    """What a reader must know about the state of the text; nothing for a reviewed one in force."""
    unreviewed = [wording.say("translation.unreviewed")] if wording.unreviewed else []
    return [*filter(None, (wording.status,)), *unreviewed]


def contacts(wording: Wording, kinds: Iterable[str]) -> list[str]:
    """Who answers for the place, and a line for each way of *kinds* to reach them."""
    ways = {ask.kind: ask for ask in wording.contacts}
    lines = [wording.responsible]
    for kind in kinds:
        if kind in ways:
            value = said(wording, ways[kind].value)
            lines.append(value if kind == "person" else f"{ways[kind].label} {value}")
    return lines


def digits(number: str) -> str:
    """A telephone number to be read aloud, digit by digit, with a pause between its groups: `5 5 5, 0 1 0 0`."""
    return ", ".join(" ".join(group) if group.isdecimal() else group for group in GROUP.findall(number))


def spelled(wording: Wording, address: str) -> str:
    """An address to be read aloud, the code at its end letter by letter: `city dot example slash n slash k 7 m 2`."""
    rest, slash, code = address.rstrip("/").rpartition("/")
    tokens = [*TOKEN.findall(rest + slash), *code] if slash else TOKEN.findall(address)
    return " ".join(wording.say(SIGNS[token]) if token in SIGNS else token for token in tokens)
