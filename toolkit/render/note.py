"""The documents of one service as Markdown pages."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from typing import Any

from toolkit import i18n
from toolkit.charts import curve_chart, flow_chart
from toolkit.model.data import DataItem
from toolkit.render.artefact import Artefact
from toolkit.render.citations import Citations
from toolkit.render.environment import Templates
from toolkit.view import Page, View, phrases, rows
from toolkit.view.measured import parts, plots
from toolkit.view.particular import Particular


def write(view: View, templates: Templates, gaps: Sequence[str] = ()) -> Iterator[Artefact]:
    """A page for each document that the service promises as its own, and one for what it adds to a document that it
    inherits; a draft lists its *gaps*.
    """
    for page in view.pages:
        if page.state == "own" or page.particular:
            yield Artefact(f"notes/{view.id}/{page.kind}.md", render(view, page, templates, gaps))


def render(view: View, page: Page, templates: Templates, gaps: Sequence[str] = ()) -> bytes:
    """One document as UTF-8 Markdown."""
    citations = Citations(view.sources)
    name = page.kind
    if page.particular:
        view, name = Particular(view), "particular"
    context: dict[str, Any] = {
        "view": view,
        "service": view.service,
        "page": page,
        "gaps": gaps,
        "i18n": i18n,
        "phrases": phrases,
        "rows": rows,
        "cite": citations.cite,
        "mark": citations.mark,
        "sources": citations.listed,
        "chart": partial(flow_chart, view.service.data.flows, _names(view.service.data.items)),
        "curve": curve_chart,
        "plots": plots(view.evidence),
        "parts": parts(view.evidence, view.metric_name),
        "catalogue": view.house.entries,
        "house": view.house,
    }
    return templates.render(f"note/{name}.md.j2", **context)


def _names(items: tuple[DataItem, ...]) -> dict[str, str]:
    return {item.id: item.name for item in items}
