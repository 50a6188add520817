"""Reading text: one word against pytesseract, a page against the bare engine, and two workers against one."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable, Sequence
from concurrent.futures import Executor, ProcessPoolExecutor, ThreadPoolExecutor
from functools import partial
from multiprocessing import get_context
from typing import Any

from table import Spread, show, spread

from toolkit import fonts
from toolkit.vision.readers import reader
from toolkit.vision.readers.installed import data

#: Tasks of each worker between two looks at the clock.
TASKS = 3


def measure(rounds: int) -> None:
    """Print the three comparisons. OMP_THREAD_LIMIT is 1 on every side: importing the readers sets it."""
    word = _drawn(140, 48, ["Opening"])
    sheet = _drawn(1240, 1754, [f"{row}. Ring the bell twice and wait until somebody opens" for row in range(40)])
    _word(word, rounds)
    _page(sheet, rounds)
    _workers(sheet, rounds)


def _drawn(width: int, height: int, lines: Sequence[str]) -> Any:
    import numpy as np
    from PIL import Image, ImageDraw, ImageFont

    image = Image.new("RGB", (width, height), "white")
    font = ImageFont.truetype(fonts.paths([fonts.LATIN])[0], 24)
    for row, line in enumerate(lines):
        ImageDraw.Draw(image).text((12, 8 + 42 * row), line, font=font, fill="black")
    return np.asarray(image)


def _turns(
    contenders: dict[str, Callable[[], object]], turns: int, clock: Callable[[], float]
) -> dict[str, list[float]]:
    """Milliseconds of each, turn by turn, after each was warm."""
    for work in contenders.values():
        work()
    spent: dict[str, list[float]] = {name: [] for name in contenders}
    for _ in range(turns):
        for name, work in contenders.items():
            start = clock()
            work()
            spent[name].append(1000 * (clock() - start))
    return spent


def _rows(spent: dict[str, list[float]], base: str) -> list[tuple[object, ...]]:
    """Name, milliseconds, and how many times those of *base*, by the median of the turns."""
    ratio = {
        name: statistics.median(one / other for one, other in zip(times, spent[base], strict=True))
        for name, times in spent.items()
    }
    return [(name, spread(times), f"{ratio[name]:.2f} x") for name, times in spent.items()]


def _word(word: Any, rounds: int) -> None:
    import pytesseract

    library, program = reader("tesserocr", "word"), reader("tesseract", "word")
    spent = _turns(
        {
            "tesserocr reader": lambda: library.read(word, ["en"]),
            "tesseract reader": lambda: program.read(word, ["en"]),
            "pytesseract itself": lambda: pytesseract.image_to_data(word, lang="eng", config="--psm 8 --oem 1"),
        },
        10 * rounds,
        time.perf_counter,
    )
    show(
        "One word, 140 by 48 pixels, warm",
        ["read by", "ms", "times ours"],
        _rows(spent, "tesserocr reader"),
        f"Aim: at least 10 times as fast in process as pytesseract. Engines: {library.version} in process, "
        f"{program.version} as program.",
    )


def _page(sheet: Any, rounds: int) -> None:
    import tesserocr

    ours = reader("tesserocr")
    bare = tesserocr.PyTessBaseAPI(path=f"{data(['eng'])}/", lang="eng", oem=1, psm=3)
    pixels, (height, width, channels) = sheet.tobytes(), sheet.shape

    def engine() -> None:
        bare.SetImageBytes(pixels, width, height, channels, channels * width)
        bare.Recognize()

    spent = _turns(
        {"bare engine": engine, "tesserocr reader": lambda: ours.read(sheet, ["en"])}, 3 * rounds, time.process_time
    )
    show(
        "One page of 40 lines, 1240 by 1754 pixels, warm, processor time",
        ["read by", "ms", "times the engine"],
        _rows(spent, "bare engine"),
        "Aim: within 5 % of the engine. The bare engine is given bytes and asked for no words; ours turns an array",
        "into bytes and hands out words, boxes, lines and confidences.",
    )


def _workers(sheet: Any, rounds: int) -> None:
    read, count = partial(_read, sheet), _count
    rows = [
        ("threads that read", _gain(ThreadPoolExecutor, read, rounds)),
        ("processes that read", _gain(_processes, read, rounds)),
        ("processes that only count", _gain(_processes, count, rounds)),
    ]
    show(
        "Two workers against one, tasks a second",
        ["workers", "times one"],
        rows,
        "Aim: at least 1.8 on two processors. Counting shares nothing: its row is what the machine has left",
        "for a second worker at this hour.",
    )


def _processes(workers: int) -> Executor:
    return ProcessPoolExecutor(workers, mp_context=get_context("spawn"))


def _gain(pool: Callable[[int], Executor], work: Callable[[], object], rounds: int) -> Spread:
    with pool(1) as one, pool(2) as two:
        _rate(one, 1, work)
        _rate(two, 2, work)
        return spread([_rate(two, 2, work) / _rate(one, 1, work) for _ in range(rounds)])


def _rate(executor: Executor, workers: int, work: Callable[[], object]) -> float:
    """Tasks a second."""
    start = time.perf_counter()
    for task in [executor.submit(work) for _ in range(TASKS * workers)]:
        task.result()
    return TASKS * workers / (time.perf_counter() - start)


def _read(sheet: Any) -> int:
    return len(reader("tesserocr").read(sheet, ["en"]).words)


def _count() -> int:
    return sum(range(30_000_000))
