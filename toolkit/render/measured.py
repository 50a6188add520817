"""A stand-alone page with the plots of an evaluation, for whoever ran it."""

from __future__ import annotations

import base64
from collections.abc import Mapping, Sequence

from markupsafe import Markup

from toolkit.charts import curve_chart
from toolkit.model import Evidence
from toolkit.render.artefact import Artefact
from toolkit.render.environment import Templates
from toolkit.view import phrases
from toolkit.view.measured import plot

Run = tuple[Sequence[Evidence], Mapping[str, bytes]]


def page(id: str, runs: Sequence[Run], templates: Templates) -> Artefact:
    """`<id>.html`: of each run, its figures and its curves with their pictures inside the page. A run is its facts
    and its files by path.
    """
    evidence = [
        (facts[0], [fact for fact in facts if not fact.curve], [plot(f) for f in facts if f.curve])
        for facts, _ in runs
        if facts
    ]
    pictures = {path: _inside(data) for _, files in runs for path, data in files.items() if path.endswith(".png")}
    context = {"id": id, "runs": evidence, "curve": curve_chart, "phrases": phrases, "pictures": pictures}
    return Artefact(f"{id}.html", templates.render("evidence/report.html.j2", **context))


def _inside(picture: bytes) -> Markup:
    """A PNG as an address that holds it: base64 has no sign that could end an attribute."""
    return Markup("data:image/png;base64,") + base64.b64encode(picture).decode()
