"""Answers as tables: one row for each answer, or one for each person and wave; as CSV and JSON, and read back.

Everything in a row is text, so that what is read back is what was written. A cell that a spreadsheet would take for a
formula is written with an apostrophe before it.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from toolkit.errors import UsageError
from toolkit.model.study import Question, Study
from toolkit.store.study.given import Given
from toolkit.study.score import Mark, score, settled, together
from toolkit.view.study import USABILITY, Answer

#: What a spreadsheet takes for the beginning of a formula, and what we mark it with.
FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠", "'")  # noqa: RUF001 - full-width signs too
MARK = "'"
JOIN = ";"
CODER = ":"
#: Answers of the System Usability Scale are no questions of the file.
USABILITY_KIND = "usability"
#: Rows of a table of one study that anybody can still read.
MOST = 5_000_000


class Row(NamedTuple):
    """One answer. `answer` holds ids joined by `;`, a step of a scale, or words; empty where it was passed over.
    `correct`, `critical` and `unsure` are 1 or 0; empty where there is nothing to tell. `codes` pairs coder and code.
    """

    participant: str
    use: str
    state: str
    excluded: str
    channel: str
    language: str
    arm: str
    wave: str
    quotes: str
    item: str
    kind: str
    point: str
    form: str
    answer: str
    correct: str
    critical: str
    unsure: str
    code: str
    codes: str
    seconds: str
    protocol: str
    message: str
    consent: str
    version: str


def rows(study: Study, given: Iterable[Given]) -> list[Row]:
    """A row for each answer, in order of participant, wave and item; steps that were only shown have none."""
    questions = {question.id: question for question in study.questions}
    known = (each for each in given if each.item in questions or each.item in USABILITY)
    found = [_row(each, questions.get(each.item), study.coders) for each in known]
    return sorted(found, key=lambda row: (row.participant, row.wave != "first", row.wave, row.item))


def _row(given: Given, question: Question | None, coders: int) -> Row:
    code = settled(given.code, given.codes, coders)
    mark = score(question, given.answer, code) if question else Mark(None)
    told = given.answer is not None and question is not None
    return Row(
        participant=given.participant,
        use=given.use,
        state=given.state,
        excluded=given.excluded,
        channel=given.channel,
        language=given.language,
        arm=given.arm,
        wave=given.wave,
        quotes=_bit(given.quotes),
        item=given.item,
        kind=question.kind if question else USABILITY_KIND,
        point=(question.point or "") if question else "",
        form=question.form if question else "scale",
        answer=written(given.answer),
        correct=_bit(mark.right),
        critical=_bit(mark.critical) if mark.right is not None else "",
        unsure=_bit(mark.unsure) if told else "",
        code=code,
        codes=JOIN.join(f"{who}{CODER}{what}" for who, what in given.codes),
        seconds="" if given.seconds is None else f"{given.seconds:g}",
        protocol=given.protocol,
        message=given.message,
        consent=given.consent,
        version=given.version,
    )


def written(answer: Answer) -> str:
    """An answer as one cell."""
    if answer is None:
        return ""
    return JOIN.join(answer) if isinstance(answer, tuple) else str(answer)


def mark_of(row: Row) -> Mark:
    """What a row says of its answer."""
    return Mark(row.correct == "1" if row.correct else None, row.critical == "1", row.unsure == "1")


def _bit(value: bool | None) -> str:  # noqa: FBT001 - the value of a cell
    return "" if value is None else str(int(value))


def write_csv(table: Sequence[Row]) -> bytes:
    """The table as CSV, in UTF-8 with the mark that spreadsheets look for."""
    return lines(Row._fields, table)


def lines(heading: Iterable[str], body: Iterable[Iterable[str]]) -> bytes:
    """Cells as CSV, none of them a formula."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow([_safe(cell) for cell in heading])
    writer.writerows([_safe(cell) for cell in cells] for cells in body)
    return out.getvalue().encode("utf-8-sig")


def _safe(cell: str) -> str:
    return MARK + cell if cell.startswith(FORMULA) else cell


def read_csv(data: bytes, name: str = "data.csv") -> list[Row]:
    """The table that `write_csv` wrote, exactly. Raises UsageError with the line and what to do."""
    advice = "export it again with `disclose study export`"
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise UsageError(f"{name} is no text in UTF-8 (byte {error.start})", advice) from error
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    found: list[Row] = []
    try:
        heading = next(reader, [])
        missing = [column for column in Row._fields if column not in heading]
        if missing:
            raise UsageError(f"{name}:1 lacks the columns {', '.join(missing)}", advice)
        order = [heading.index(column) for column in Row._fields]
        for cells in reader:
            if len(cells) != len(heading):
                message = f"{name}:{reader.line_num} has {len(cells)} cells, the first line has {len(heading)}"
                raise UsageError(message, advice)
            found.append(Row(*[_bare(cells[index]) for index in order]))
            if len(found) > MOST:
                raise UsageError(f"{name} has more than {MOST} rows", "export one study at a time")
    except csv.Error as error:
        raise UsageError(f"{name}:{reader.line_num} cannot be read: {error}", advice) from error
    return found


def _bare(cell: str) -> str:
    return cell.removeprefix(MARK)


def write_json(table: Sequence[Row]) -> bytes:
    """The table as JSON: a list of objects, a line for each."""
    body = ",\n".join(json.dumps(row._asdict(), ensure_ascii=False) for row in table)
    return f"[\n{body}\n]\n".encode()


#: What the wide table says of a person before the answers.
PERSON = ("participant", "use", "state", "excluded", "channel", "language", "arm", "wave", "quotes")


def wide_columns(study: Study) -> tuple[str, ...]:
    """The columns of the wide table: the person, each answer, and each point."""
    items = [question.id for question in study.questions] + (list(USABILITY) if study.usability else [])
    return (*PERSON, *items, *(f"point.{point.id}" for point in study.points))


def write_wide(study: Study, table: Sequence[Row]) -> bytes:
    """One line for each person and wave: each answer as a cell, and for each point 1 (right), 0, or nothing."""
    people: dict[tuple[str, str], list[Row]] = {}
    for row in table:
        people.setdefault((row.participant, row.wave), []).append(row)
    heading = wide_columns(study)
    return lines(heading, (_wide(study, heading, answers) for answers in people.values()))


def _wide(study: Study, heading: Iterable[str], answers: Sequence[Row]) -> list[str]:
    cells = {column: getattr(answers[0], column) for column in PERSON}
    cells |= {row.item: row.answer for row in answers}
    for point in study.points:
        about = [mark_of(row) for row in answers if row.point == point.id and row.kind == "understanding"]
        cells[f"point.{point.id}"] = _bit(together(about).right)
    return [cells.get(column, "") for column in heading]
