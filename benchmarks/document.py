"""One document from a loaded service to bytes, side by side with peers that are given the same sentences.

Each document has texts of its own, so that nobody gains by remembering texts. Peers get their sentences ready made,
without the marks of sources behind each fact, and with nothing to decide; what is measured of `disclose` holds the
View (every decision on what is shown), escaping, and the numbering of sources.
"""

from __future__ import annotations

import datetime as dt
import gc
import html
import re
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from statistics import median
from typing import Any, NamedTuple

from processes import TODAY
from table import show

from toolkit.checks.texts import walk_record
from toolkit.load import Loaded, load
from toolkit.model import Service
from toolkit.paths import Project
from toolkit.render import Templates, note
from toolkit.view import House, card, view

SERVICE, KIND = "vision-ocr", "transparency-note"
TARGET = 8
#: Contenders take turns at so many documents, so that a slower or faster moment of the machine meets all of them,
#: and each works with its own code in the processor's cache, as in a build of many documents.
BLOCK = 20
FRONT_MATTER = re.compile(r"\A---\n.*?\n---\n", re.DOTALL)
LEFT_OUT = re.compile(r'<a class="cite".*?</a>|^\*\[.*$', re.MULTILINE)  # marks of sources, glossary said twice
TAG = re.compile(r"<[^>]+>")
HEADING = re.compile(r"^#{2,3} (.+)$", re.MULTILINE)
#: The field of the Hugging Face template that a section of the note fits best; the others go to `more_information`.
FIELDS = {
    "Summary": "model_summary",
    "What it is": "model_description",
    "What it does": "model_specs",
    "Step by step": "get_started_code",
    "Made for": "direct_use",
    "Think twice": "out_of_scope_use",
    "When it fails": "bias_risks_limitations",
    "What to do": "bias_recommendations",
    "Words used here": "glossary",
    "About this document": "model_card_authors",
    "Sources": "citation_apa",
}


class Case(NamedTuple):
    """One document to be made: the service as loaded, and for peers its sentences under their headings."""

    loaded: Loaded[Service]
    sections: dict[str, str]


Contender = Callable[[Case], bytes]


class Note:
    """Our contender, with what a build shares between services: the house and the warm templates."""

    def __init__(self, root: Path) -> None:
        project = Project(root)
        content = load(project)
        if content.organisation is None:
            sys.exit("the project cannot be read: run `disclose check`")
        cards = {id: card(loaded.record, content.suites) for id, loaded in content.services.items()}
        today = dt.date.fromisoformat(TODAY)
        self.house = House(
            content.organisation.record, content.catalogue, cards, content.evidence, content.suites, today
        )
        self.templates = Templates(project)
        self.loaded = content.services[SERVICE]

    def __call__(self, case: Case) -> bytes:
        shown = view(case.loaded, self.house)
        page = next(page for page in shown.pages if page.kind == KIND)
        return note.render(shown, page, self.templates)

    def cases(self, first: int, count: int) -> Iterator[Case]:
        """Services whose every text ends with a word that no other has; not rendered before, so nothing is known."""
        pattern = sections(self(Case(varied(self.loaded, _word(0)), {})).decode())
        for number in range(first, first + count):
            word = _word(number)
            same = {title: text.replace(_word(0), word) for title, text in pattern.items()}
            yield Case(varied(self.loaded, word), same)


def _word(number: int) -> str:
    return f"variant{number:05d}"


def varied(loaded: Loaded[Service], word: str) -> Loaded[Service]:
    """The same service with *word* behind each of its texts."""
    texts = {text.path for text in walk_record(loaded.record).texts if not text.address}
    data = _varied(loaded.record.model_dump(by_alias=True, exclude_unset=True), (), texts, word)
    return Loaded(Service.model_validate(data), loaded.document)


def _varied(value: Any, path: tuple[str | int, ...], texts: set[tuple[str | int, ...]], word: str) -> Any:
    if isinstance(value, dict):
        return {key: _varied(child, (*path, key), texts, word) for key, child in value.items()}
    if isinstance(value, tuple):
        return tuple(_varied(child, (*path, index), texts, word) for index, child in enumerate(value))
    return f"{value} {word}" if isinstance(value, str) and path in texts else value


def sections(document: str) -> dict[str, str]:
    """The sentences of a note under their headings, without markup of ours."""
    body = LEFT_OUT.sub("", FRONT_MATTER.sub("", document))
    text = re.sub(r"[ \t]+", " ", html.unescape(TAG.sub(" ", body)))
    first, *more = HEADING.split(re.sub(r"\n\s*\n+", "\n\n", text))
    found: dict[str, str] = {}
    for title, part in (("Summary", first), *zip(more[::2], more[1::2], strict=True)):
        found[title.strip()] = f"{found.get(title.strip(), '')}\n\n{part}".strip()
    return {title: part for title, part in found.items() if part}


def hugging_face() -> Contender:
    """Model cards of huggingface_hub with its own template."""
    from huggingface_hub import ModelCard, ModelCardData

    def make(case: Case) -> bytes:
        fields: dict[str, list[str]] = {}
        for title, text in case.sections.items():
            fields.setdefault(FIELDS.get(title, "more_information"), []).append(text)
        about = case.loaded.record.identity
        data = ModelCardData(language="en", model_name=about.name, tags=["Transparency note", about.lifecycle.status])
        texts = {name: "\n\n".join(parts) for name, parts in fields.items()}
        made = ModelCard.from_template(data, model_id=about.name, **texts)
        return str(made).encode()

    return make


def skops_sections() -> Contender:
    """Cards of skops that hold our sections and nothing else."""
    from skops.card import Card  # type: ignore[import-untyped, unused-ignore]

    def make(case: Case) -> bytes:
        return bytes(Card(None, template=None).add(**_titles(case)).render().encode())

    return make


def skops_model() -> Contender:
    """Cards of skops as its documentation makes them: its own template, for a model of scikit-learn."""
    from sklearn.linear_model import LogisticRegression  # type: ignore[import-untyped, unused-ignore]
    from skops.card import Card  # type: ignore[import-untyped, unused-ignore]

    model = LogisticRegression()

    def make(case: Case) -> bytes:
        return bytes(Card(model).add(**_titles(case)).render().encode())

    return make


def _titles(case: Case) -> dict[str, str]:
    return {title.replace("/", "\\/"): text for title, text in case.sections.items()}


PEERS: dict[str, Callable[[], Contender]] = {
    "huggingface_hub ModelCard": hugging_face,
    "skops Card, sections only": skops_sections,
    "skops Card, template and model": skops_model,
}


def _contenders(ours: Note) -> tuple[dict[str, Contender], list[str]]:
    found: dict[str, Contender] = {"disclose, View and note": ours}
    missing = []
    for name, make in PEERS.items():
        try:
            found[name] = make()
        except ImportError as error:
            missing.append(f"{name}: not measured ({error}); pip install '.[bench]'")
    return found, missing


def _same_sentences(contenders: dict[str, Contender], case: Case) -> None:
    """Stop where a peer loses a sentence: then it would not be the same work."""
    for name, make in list(contenders.items())[1:]:
        made = make(case).decode()
        lost = [title for title, text in case.sections.items() if text not in made]
        if lost:
            sys.exit(f"{name} lost {lost}: the contents are not the same")


def _round(contenders: dict[str, Contender], cases: list[Case]) -> dict[str, tuple[float, float]]:
    """Milliseconds and bytes a document for each contender; they take turns, and each starts as often as the others."""
    order = list(contenders)
    spent, sizes = dict.fromkeys(order, 0.0), dict.fromkeys(order, 0)
    gc.collect()
    gc.freeze()
    for first in range(0, len(cases), BLOCK):
        order.append(order.pop(0))
        for name in order:
            start = time.process_time()
            made = [contenders[name](case) for case in cases[first : first + BLOCK]]
            spent[name] += time.process_time() - start
            sizes[name] += sum(map(len, made))
    gc.unfreeze()
    return {name: (spent[name] / len(cases) * 1000, sizes[name] / len(cases)) for name in contenders}


def measure(root: Path, documents: int, rounds: int) -> None:
    """Print what one document takes, ours and theirs."""
    ours = Note(root)
    contenders, missing = _contenders(ours)
    _same_sentences(contenders, next(ours.cases(1, 1)))
    found = [_round(contenders, list(ours.cases(turn * documents + 2, documents))) for turn in range(rounds)]
    first = next(iter(contenders))
    rows = []
    for name in contenders:
        cost, size = median(each[name][0] for each in found), median(each[name][1] for each in found)
        ratio = median(each[name][0] / each[first][0] for each in found)
        rows.append((name, cost, size / 1000, cost / size * 1e6, f"{ratio:.2f} x", _aim(name)))
    show(
        "One document: from loaded metadata to bytes, same sentences, each document with texts of its own",
        ["what", "ms a document", "KB", "µs a KB", "times ours", "aim"],
        rows,
        f"{documents} documents a round, turns of {BLOCK}; median of {rounds} rounds; processor time.",
        *missing,
    )


def _aim(name: str) -> str:
    return f">= {TARGET} x" if name.startswith("huggingface") else "-"
