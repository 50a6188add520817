"""The gallery of limits as pages without a script: pictures, sentences, and each curve as a table."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from toolkit.charts import curve_chart
from toolkit.render.artefact import Artefact
from toolkit.render.environment import Templates, marked
from toolkit.view.failing import Failing
from toolkit.view.house import playground as address_of

#: How a service's part of the overview ends, among the parts of what is published.
PART = "fail"


def page(rows: Sequence[Failing], playground: str | None, templates: Templates) -> Artefact:
    """`notes/<service>/fail.md`. Without the address of a *playground* there are no ways to try a limit with pictures
    of one's own.
    """
    context = {"rows": rows, "playground": address_of(playground, "../../../"), "curve": curve_chart}
    return Artefact(f"notes/{rows[0].service}/fail.md", templates.render("site/fail-service.md.j2", **context))


def part(rows: Sequence[Failing], templates: Templates) -> Artefact:
    """What the overview says of one service, to be kept by itself."""
    return Artefact(f"{rows[0].service}.{PART}", templates.render("site/fail-part.md.j2", rows=rows))


def overview(parts: Iterable[bytes], templates: Templates) -> Artefact:
    """`notes/fail.md` over all services, from their *parts*."""
    texts = [marked(each.decode()) for each in parts]
    return Artefact("notes/fail.md", templates.render("site/fail.md.j2", parts=texts))
