"""Texts are plain text: no HTML, no links, no template language, nothing that a page could take for code.

The toolkit sets headings, lists and links itself. Markup in a text would show as stray signs, or, if some program on
the way to the reader did not take care, run as code. Write the words; a web address belongs into `url:` of a source.
Comparing is fine with spaces around the sign, as in `x < 3`.

Pass:

    summary:
      introduction: Values of x < 3 go to a clerk. More at https://city.example/forms.

Fail:

    summary:
      introduction: Values of <b>x</b> go to a [clerk](https://city.example/forms).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from toolkit.checks.problem import ALWAYS, Problem
from toolkit.checks.texts import Text, Walk, walk
from toolkit.view import View

ID = "unsafe-text"
ERROR_IN = ALWAYS
#: One of these signs stands in everything that is looked for below; most texts have none.
SIGNS = re.compile(r"[<{}\[\]`&]")
SCHEMES = ("script:", "data:")
#: The first that is found is reported: pattern, what it is, what to write. No repetition is without an end, since each
#: bracket of a hostile text would be searched to the end of it.
FORBIDDEN = (
    (r"--8<--", "a command that includes a file", "delete it"),
    (r"\{(?:\{.{0,200}?\}|%.{0,200}?%|#.{0,200}?#|:.{0,200}?)\}", "template language", "write the words themselves"),
    (r"<(?!!--)[A-Za-z/!?][^<>\s]{0,30}>?", "a tag", "write plain text; to compare, put spaces around the sign"),
    (r"\b(?:java|vb|live)script:|\bdata:[a-z]+/[a-z]+", "an address that runs code", "delete it"),
    (r"!?\[[^\]]{0,200}\][(\[][^)\]]{0,200}[)\]]?", "a link", "write the words; name the address in `sources:`"),
    (r"`+[^`]{0,200}`*", "a backtick", "use quotation marks, or none"),
    (r"&(?:#\d{1,7}|#x[0-9a-f]{1,6}|[a-z]{2,32}\d{0,2});", "a code for a character", "write the character itself"),
    (r"[{}][^{}]{0,30}\}?", "a brace", "only names of variables stand in braces, such as {product}"),
)
PATTERNS = tuple((re.compile(pattern, re.IGNORECASE | re.DOTALL), what, advice) for pattern, what, advice in FORBIDDEN)
#: An address may hold none of the signs anyway; what it may hold is an ampersand.
OF_ADDRESSES = PATTERNS[1:4]


def check(view: View) -> Iterator[Problem]:
    """At most one problem a text."""
    yield from problems(walk(view))


def problems(found: Walk) -> Iterator[Problem]:
    """What is unsafe in texts, the first find of each text."""
    schemes = any(scheme in found.lower for scheme in SCHEMES)
    for text in found.texts if schemes or SIGNS.search(found.lower) else ():
        if schemes or SIGNS.search(text.text):
            yield from _first(text)


def _first(text: Text) -> Iterator[Problem]:
    for pattern, what, advice in OF_ADDRESSES if text.address else PATTERNS:
        if found := pattern.search(text.text):
            shown = " ".join(found[0].split())
            yield Problem(text.path, f"{what} in a text: {shown[:40]}", advice)
            return
