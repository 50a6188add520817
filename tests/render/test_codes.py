"""What stands behind the code of a sign today."""

from __future__ import annotations

import json

from notices import seen
from reading import pieces, words

from toolkit.model.posted import Posted, message_hash
from toolkit.render import codes
from toolkit.render.environment import Templates

TEMPLATES = Templates()
POSTED = {
    "schema_version": "1.0",
    "code": "k7m2",
    "deployment": "desk",
    "sign": "desk",
    "status": "example",
    "hung": [{"place": "On the desk", "posted_on": "2026-05-03", "languages": "en", "format": "A4"}],
}


def test_each_sign_has_a_page_in_small_letters_and_in_capitals(tmp_path):
    """A code in capitals, as it is printed, leads to the same bytes as one typed in small letters."""
    files = {each.path: each.data for each in codes.write(seen(tmp_path), TEMPLATES)}

    assert files["n/k7m2/index.html"] == files["N/K7M2/index.html"]
    assert len(files) == 4


def test_page_is_in_the_first_language_of_the_sign(tmp_path):
    """A sign in Arabic and English leads to the Arabic notice, which links to the others."""
    signs = (
        "languages: [en, ar]\n"
        "signs: [{id: x, notice: at-the-desk, place: On it., pictogram: cog, code: k7m2, versions: [ar+en],"
        " headline: AI reads, lead: It reads.}]"
    )
    page = next(iter(codes.write(seen(tmp_path, signs), TEMPLATES))).data.decode()
    root = next(piece for piece in pieces(page) if piece.tag == "html")
    link = next(piece for piece in pieces(page) if piece.tag == "a")

    assert root.attributes == {"lang": "ar", "dir": "rtl"}
    assert link.attributes["href"] == "../../notices/desk/en/"


def test_page_links_to_what_was_printed(tmp_path):
    """Each version that was posted under the code has a link; the way holds from both spellings of the code."""
    view = seen(tmp_path)
    told = {"signs.desk.headline": "AI reads your old form"}
    record = POSTED | {"sign_message": told, "message": told, "sign_hash": "", "message_hash": ""}
    record["sign_hash"] = record["message_hash"] = message_hash(told)
    view.posted = (Posted.model_validate_json(json.dumps(record)),)
    page = next(iter(codes.write(view, TEMPLATES))).data.decode()
    short = message_hash(told)[:8]

    assert f'href="../../n/k7m2/{short}/"' in page
    assert f"3 May 2026 (k7m2-{short})" in words(page)
