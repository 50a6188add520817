"""What each column of the tables means: every question in all languages, its options, its key, what it tests."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from toolkit.model.study import Question, Study
from toolkit.render import Artefact
from toolkit.render.environment import Templates
from toolkit.study.table import JOIN, Row, lines, wide_columns, write_csv, write_json, write_wide
from toolkit.view.place import PlaceView
from toolkit.view.study import USABILITY, StudyWording

TIDY, WIDE, BOTH = "data.csv", "data-wide.csv", "both"
#: What the columns say that are the same in every study.
MEANINGS = {
    "participant": "Random for each person of a study; tells neither order nor time.",
    "use": "real: counted. demo, test: trial answers, never a result.",
    "state": "complete: this wave was answered to the end. active: it was not, and what was answered is kept.",
    "excluded": "Why this person is left out; empty where they count.",
    "channel": "html, streamlit, paper (typed in), helped (somebody read aloud and typed).",
    "language": "The language that the question was read in.",
    "arm": "Which version of the notice this person was shown.",
    "wave": "first: at first contact. continued: again, after some days of use.",
    "quotes": "1 where this person agreed that words of theirs are printed.",
    "item": "The question, or a statement of the System Usability Scale.",
    "kind": "awareness, expectation, understanding, acceptability, satisfaction, background; usability for the scale.",
    "point": "The comprehension point that the question asks about.",
    "form": "choice, multiple, scale, text.",
    "answer": "Ids of options joined by a semicolon, a step from 1 to 5, or words. Empty: passed over.",
    "correct": "1 where the answer is right; empty where nothing can be right, or words are not coded yet.",
    "critical": "1 where it shows a belief that is wrong and matters.",
    "unsure": "1 for: I don't know.",
    "code": "The code that counts for words: certain and likely are right, opposite is critical.",
    "codes": "What each coder said, as coder:code, joined by semicolons.",
    "seconds": "How long the question was open, where that was measured.",
    "protocol": "SHA-256 over the plan of the study.",
    "message": "SHA-256 over what the notice told.",
    "consent": "SHA-256 over what people agreed to.",
    "version": "The version of the software.",
}
POINT = "1 where all questions about this point were answered right, 0 where not, empty where that cannot be told."
SCALE = "1 (not at all) to 5 (fully)"


class Entry(NamedTuple):
    """One column: in which table, what it means; of a question its words and options by language, key and path."""

    column: str
    table: str
    meaning: str
    texts: dict[str, str]
    options: dict[str, str]
    key: str
    critical: str
    point: str
    path: str


def entries(view: PlaceView) -> Iterator[Entry]:
    """An entry for each column of both tables, in their order. Raises ValueError where the place has no study."""
    if view.study is None:
        raise ValueError(f"{view.id} has no study")
    study, wide = view.study, wide_columns(view.study)
    for column, meaning in MEANINGS.items():
        yield Entry(column, BOTH if column in wide else TIDY, meaning, {}, {}, "", "", "", "")
    wordings = {language: StudyWording(view, study, language) for language in study.languages}
    for question in study.questions:
        yield _question(study, question, wordings)
    if study.usability:
        for id in USABILITY:
            yield Entry(id, WIDE, "A statement of the System Usability Scale.", {}, {}, SCALE, "", "", "")
    for point in study.points:
        texts = {tag: each.text(f"points.{point.id}.knows", point.knows).text for tag, each in wordings.items()}
        yield Entry(f"point.{point.id}", WIDE, POINT, texts, {}, "", "", point.id, point.tests)


def _question(study: Study, question: Question, wordings: dict[str, StudyWording]) -> Entry:
    paths = {point.id: point.tests for point in study.points}
    offered = {
        tag: f"{JOIN} ".join(f"{option.id}: {option.text.text}" for option in each.options(question))
        for tag, each in wordings.items()
        if question.form in {"choice", "multiple"}
    }
    right = [option.id for option in question.options if option.correct]
    key = question.accept or JOIN.join(right) or (SCALE if question.form == "scale" else "")
    return Entry(
        question.id,
        WIDE,
        f"{question.kind}, {question.form}",
        {tag: each.prompt(question).text for tag, each in wordings.items()},
        offered,
        key,
        JOIN.join(option.id for option in question.options if option.critical),
        question.point or "",
        paths.get(question.point or "", ""),
    )


def tables(study: Study, table: Sequence[Row]) -> list[Artefact]:
    """The answers one by one, and by person."""
    return [
        Artefact(TIDY, write_csv(table)),
        Artefact(WIDE, write_wide(study, table)),
        Artefact("data.json", write_json(table)),
    ]


def files(view: PlaceView, templates: Templates) -> list[Artefact]:
    """`codebook.csv` and `codebook.html`. Raises ValueError where the place has no study."""
    known = list(entries(view))
    languages = view.study.languages if view.study else ()
    heading = ["column", "table", "meaning", *(f"text {tag}" for tag in languages)]
    heading += [*(f"options {tag}" for tag in languages), "key", "critical", "point", "path"]
    cells = [
        [
            *each[:3],
            *(each.texts.get(tag, "") for tag in languages),
            *(each.options.get(tag, "") for tag in languages),
            *each[5:],
        ]
        for each in known
    ]
    page = templates.render("study-report/codebook.html.j2", id=view.id, heading=heading, cells=cells)
    return [Artefact("codebook.csv", lines(heading, cells)), Artefact("codebook.html", page)]
