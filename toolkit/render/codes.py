"""What stands behind the code of a sign today: the notice itself, in the first language of the sign."""

from __future__ import annotations

from collections.abc import Iterator

from toolkit.render import full
from toolkit.render.artefact import Artefact
from toolkit.render.environment import Templates
from toolkit.view.place import PlaceView


def write(view: PlaceView, templates: Templates) -> Iterator[Artefact]:
    """`n/<code>/index.html` for every sign, and the same bytes at `N/<CODE>/index.html`.

    Codes are printed in capitals (ISO/IEC 18004, alphanumeric mode), and static hosts tell capitals apart.
    """
    for sign in view.deployment.signs:
        code, language = view.code(sign), view.versions(sign)[0][0]
        data = full.page(view, language, templates, up="../../", sign=sign)
        yield Artefact(f"n/{code}/index.html", data)
        yield Artefact(f"N/{code.upper()}/index.html", data)
