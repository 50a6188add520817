"""What was found, for those who took part and everybody else: one page in each language, of published figures only."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from toolkit.model.study import Criterion, Point, Study
from toolkit.render import Artefact
from toolkit.render.environment import Templates
from toolkit.study.count import Tally
from toolkit.study.points import judge
from toolkit.study.tell import FOLDER, page
from toolkit.translations import Said
from toolkit.view.place import PlaceView
from toolkit.view.study import StudyWording
from toolkit.words import Words


class Known(NamedTuple):
    """A point as it is told: what people should know, how many did, and what that means."""

    knows: Said
    knew: str
    critical: str
    range: str
    aim: str
    verdict: str


def pages(issue: Mapping[str, Any], view: PlaceView, templates: Templates, *, simulated: bool) -> Iterator[Artefact]:
    """`results.<language>.html` in each language of the study. Raises ValueError where the place has none."""
    if view.study is None:
        raise ValueError(f"{view.id} has no study")
    for language in view.study.languages:
        wording = StudyWording(view, view.study, language)
        words = wording.place.words
        context = {
            "say": words.say,
            "language": language,
            "name": wording.place.text("name", view.deployment.name).text,
            "simulated": simulated,
            "points": list(_points(issue, wording, view.study)),
        }
        body = templates.render(f"{FOLDER}/results.html.j2", **context).decode()
        made = page(templates, words.say("results.title"), body, language, words.direction)
        yield Artefact(f"results.{language}.html", made)


def _points(issue: Mapping[str, Any], wording: StudyWording, study: Study) -> Iterator[Known]:
    figures = _figures(issue, wording.language)
    for point in study.points:
        if point.id in figures:
            yield _known(point, Tally(**figures[point.id]), study.criterion, wording)


def _figures(issue: Mapping[str, Any], language: str) -> Mapping[str, dict[str, int]]:
    """The totals of the first wave; where they were held back, what was published of those who read this language."""
    wave = issue["waves"].get("first", {"points": {}, "samples": []})
    if wave["points"]:
        return dict(wave["points"])
    groups = [group["points"] for group in wave["samples"] if group["language"] == language]
    whole = [points for points in groups if all("unsure" in cells for cells in points.values())]
    return dict(whole[0]) if whole else {}


def _known(point: Point, cells: Tally, criterion: Criterion, wording: StudyWording) -> Known:
    words, found = wording.place.words, judge(point.id, cells, criterion)
    low, high = found.wilson or (0.0, 1.0)
    return Known(
        wording.text(f"points.{point.id}.knows", point.knows),
        words.count("results.knew", cells.people, right=words.number(cells.right)),
        words.count("results.critical", cells.critical) if cells.critical else "",
        words.say("results.range", low=_percent(words, low), high=_percent(words, high)),
        words.say("results.aim", target=words.number(found.needed), people=words.number(cells.people)),
        words.say("results.met" if found.meets_target else "results.missed"),
    )


def _percent(words: Words, share: float) -> str:
    return f"{words.number(round(100 * share))}\N{NO-BREAK SPACE}%"
