"""The page that shows every degradation at every level, with what was measured there.

`python -m toolkit.evaluate.gallery` writes `docs/degradations.md` and its pictures. The sample is a page of the shipped
corpus.
"""

from __future__ import annotations

import io
import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from PIL import Image

from toolkit.evaluate.corpus import load_corpus
from toolkit.evaluate.examples import cut, part_of
from toolkit.paths import Project, find_project
from toolkit.vision.degradations import DEGRADATIONS, LEVELS, degrade
from toolkit.vision.reading import Box, Picture

SAMPLE = "letter/en-inter-medium"
MEASURED = ("tesseract-ocr", "pages-in-process")
#: Width and height of the part that is shown, in pixels.
PART = (360, 220)
PICTURES = "assets/degradations"
HEAD = """\
---
title: How pictures get worse
---

# How pictures get worse

Fourteen things that happen to pictures, each in five steps, from hardly to be seen to grave but met in life.
`disclose evaluate` does them to every page of a corpus and counts what goes wrong. The same picture, step and seed
always give the same pixels.

Below each step stands the share of characters that the local reader got wrong on the shipped synthetic pages at that
step. It says nothing certain of another reader, or of your pages: measure with your own.
"""


def main() -> None:
    """Write the page and its pictures into the project that this is run in."""
    project = find_project(Path())
    item = next(item for item in load_corpus(project.root / "corpora/pages").items if item.id == SAMPLE)
    sample = item.picture()
    box = part_of(item, sample, PART)
    folder = project.docs / PICTURES
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "untouched.webp").write_bytes(_webp(sample, box))
    for id in DEGRADATIONS:
        for level in LEVELS:
            (folder / f"{id}-{level}.webp").write_bytes(_webp(degrade(sample, id, level), box))
    (project.docs / "degradations.md").write_text(text(project), "utf-8")


def text(project: Project) -> str:
    """The page, as Markdown."""
    return "\n".join([HEAD, *(line for id in DEGRADATIONS for line in _section(id, measured(project, id)))])


def measured(project: Project, id: str) -> Mapping[str, Any]:
    """The evidence of the local reader for degradation *id*; empty where there is none."""
    service, run = MEASURED
    path = project.services / service / "evidence" / f"{run}-{id}.json"
    found: Mapping[str, Any] = json.loads(path.read_text("utf-8")) if path.is_file() else {}
    return found


def _section(id: str, evidence: Mapping[str, Any]) -> Iterator[str]:
    known = DEGRADATIONS[id]
    shares = {point["level"]: point["value"] for point in evidence.get("curve", ())}
    yield from (f"## {known.name}", "", known.sentence, "")
    yield '<ul class="cards steps">'
    yield _step("untouched.webp", "Untouched", "", shares.get(0))
    for level in LEVELS:
        yield _step(f"{id}-{level}.webp", f"Step {level}", known.levels[level - 1], shares.get(level))
    yield from ("</ul>", "")
    if evidence:
        engine, count = evidence["engine"], evidence["n"]
        by, on = f"{engine['name']} {engine['version']}", f"{count['count']} synthetic {count['of']}"
        yield from (f'<p class="quiet">Measured by {by} on {on}, {evidence["date"]}.</p>', "")


def _step(file: str, name: str, setting: str, share: float | None) -> str:
    told = f"{name}: {setting}" if setting else name
    wrong = f" {share:.1%} of the characters come out wrong." if share is not None else ""
    picture = f'<img src="../{PICTURES}/{file}" alt="{told}" width="{PART[0]}" height="{PART[1]}" loading="lazy">'
    return f"<li>{picture}<p>{told}.{wrong}</p></li>"


def _webp(picture: Picture, box: Box) -> bytes:
    out = io.BytesIO()
    Image.fromarray(cut(picture, box)).save(out, "WEBP", quality=60, method=6)
    return out.getvalue()


if __name__ == "__main__":
    main()
