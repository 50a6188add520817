"""The gallery of limits as pages without a script: pictures, sentences, and each curve as a table."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from toolkit.charts import curve_chart
from toolkit.render.artefact import Artefact
from toolkit.render.environment import Templates
from toolkit.view.failing import Failing
from toolkit.view.house import playground as address_of


def write(found: Mapping[str, Sequence[Failing]], playground: str | None, templates: Templates) -> Iterator[Artefact]:
    """`notes/fail.md` over all services, and `notes/<service>/fail.md` for each of *found*.

    Without the address of a *playground* there are no ways to try a limit with pictures of one's own.
    """
    yield Artefact("notes/fail.md", templates.render("site/fail.md.j2", found=list(found.values())))
    for id, rows in found.items():
        context = {"rows": rows, "playground": address_of(playground, "../../../"), "curve": curve_chart}
        yield Artefact(f"notes/{id}/fail.md", templates.render("site/fail-service.md.j2", **context))
