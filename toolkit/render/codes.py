"""What stands behind the code of a sign: the notice itself, in the first language of the sign."""

from __future__ import annotations

from collections.abc import Iterator

from toolkit.model.sign import Sign
from toolkit.render import full, html
from toolkit.render.artefact import Artefact
from toolkit.render.environment import Templates
from toolkit.view.place import PlaceView

UP = "../../"


def write(view: PlaceView, templates: Templates) -> Iterator[Artefact]:
    """`n/<code>/index.html` for every sign, and the same bytes at `N/<CODE>/index.html`."""
    for sign in view.deployment.signs:
        yield from _twice(view, sign, full.page(view, _language(view, sign), templates, up=UP, sign=sign))


def correcting(view: PlaceView, templates: Templates) -> Iterator[Artefact]:
    """The same addresses while the checks keep the notice back: that it is being corrected, and whom to ask. Who scans
    a sign that hangs must not find nothing.
    """
    for sign in view.deployment.signs:
        wording = view.wording(_language(view, sign))
        known = {**html.context(wording, UP), "languages": (), "status": "", "unreviewed": False, "fallbacks": ""}
        known |= {"responsible": wording.responsible, "contacts": wording.contacts}
        yield from _twice(view, sign, templates.render("notice/correcting.html.j2", **known))


def _language(view: PlaceView, sign: Sign) -> str:
    return view.versions(sign)[0][0]


def _twice(view: PlaceView, sign: Sign, data: bytes) -> Iterator[Artefact]:
    """Codes are printed in capitals (ISO/IEC 18004, alphanumeric mode), and static hosts tell capitals apart."""
    code = view.code(sign)
    yield Artefact(f"n/{code}/index.html", data)
    yield Artefact(f"N/{code.upper()}/index.html", data)
