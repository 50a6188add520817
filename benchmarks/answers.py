"""The report on a study with very many answers, as a whole process: from the table to every file."""

from __future__ import annotations

import random
from pathlib import Path

from processes import disclose, must
from table import show, spread

TARGET = 10
ITEMS = 20
PLAN = """\
schema_version: "1.0"
deployment: desk
purpose: To measure a report.
consent: {text: Nobody is asked., freeze: 2030-01-01}
compensation: None.
contact: Nobody.
recruitment: {how: Drawn by a program.}
arms: [{id: sign, exposure: {form: wall}}, {id: page, exposure: {form: print}}]
waves: [{id: first}, {id: continued, after_days: 14}]
criterion: {name: eu-leaflet, share: 0.8}
keep_until: 2031-01-01
"""
POINT = "  - {{id: p{n}, knows: It is so., tests: items.retention, told_by: statements.kept}}\n"
QUESTION = """\
  - id: q{n}
    kind: understanding
    form: choice
    point: p{n}
    prompt: Is it so?
    options: [{{id: right, text: It is, correct: true}}, {{id: wrong, text: It is not, critical: true}}]
"""


def measure(folder: Path, answers: int, rounds: int) -> None:
    """Print what `disclose study report` takes for so many answers."""
    folder.mkdir(parents=True)
    numbers = range(ITEMS)
    points, questions = "".join(POINT.format(n=n) for n in numbers), "".join(QUESTION.format(n=n) for n in numbers)
    plan, table = folder / "study.yml", folder / "data.csv"
    plan.write_text(f"{PLAN}points:\n{points}questions:\n{questions}", "utf-8")
    table.write_bytes(_table(answers))
    command = ("study", "report", str(table), str(plan), "-o", str(folder / "out"))
    runs = [must(disclose(*command), "the report") for _ in range(rounds)]
    wall = spread([run.wall for run in runs])
    row = (
        "disclose study report", wall, spread([run.cpu for run in runs]), spread([run.peak for run in runs]),
        f"{TARGET:g} s", f"{wall.middle / TARGET:.0%}",
    )  # fmt: skip
    show(
        f"Report on a study with {answers:,} made-up answers",
        ["what", "wall s", "processor s", "peak MB", "target", "of target"],
        [row],
        f"{ITEMS} points, two arms, two waves. Median of {rounds}, lowest and highest in brackets.",
    )


def _table(answers: int) -> bytes:
    from toolkit.study.table import Row, write_csv

    chance = random.Random(1)
    rows = []
    for number in range(answers):
        person, item = divmod(number, ITEMS)
        who, wave = person // 2, "first" if person % 2 else "continued"
        right = chance.random() < 0.8
        row = Row(
            participant=f"made-up-{who}", use="real", state="complete", excluded="", channel="html", language="en",
            arm=("sign", "page")[who % 2], wave=wave, quotes="0", item=f"q{item}", kind="understanding",
            point=f"p{item}", form="choice", answer="right" if right else "wrong", correct=str(int(right)),
            critical=str(int(not right)), unsure="0", code="", codes="", seconds="12", protocol="a" * 64,
            message="b" * 64, consent="c" * 64, version="1",
        )  # fmt: skip
        rows.append(row)
    return write_csv(rows)
