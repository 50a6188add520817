"""What a page may load and run: Content-Security-Policy, built from the page itself.

An inline script runs only where its SHA-256 stands in the policy (https://www.w3.org/TR/CSP3/), so nothing that slips
into a page as text ever runs, and `eval` is never allowed. Nothing may be asked of another host.
"""

from __future__ import annotations

import base64
import hashlib
import re

INLINE = re.compile(r"<script(?P<attributes>[^>]*)>(?P<code>.*?)</script>", re.DOTALL | re.IGNORECASE)
NO_CODE = re.compile(r"""\bsrc\s*=|type\s*=\s*["']application/(?:ld\+)?json""", re.IGNORECASE)
#: Streamlit and the site write styles into the page; styles cannot run code. Pictures that were drawn or chosen in the
#: page are `data:` and `blob:`.
DIRECTIVES = (
    "default-src 'none'",
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self' data:",
    "media-src 'self' blob:",
    # Streamlit's camera reads its own snapshot back from an address that holds it.
    "connect-src 'self' data:",
    "worker-src 'self'",
    "manifest-src 'self'",
    "frame-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'self'",
)


def policy(page: str) -> str:
    """The policy of the HTML *page*: its own inline scripts, files of this server, and nothing else."""
    hashes = (f" {each}" for each in dict.fromkeys(hashed(code) for code in inline(page)))
    return "; ".join((f"script-src 'self'{''.join(hashes)}", *DIRECTIVES))


def inline(page: str) -> list[str]:
    """The code of each script that stands in *page* itself; data for scripts is none."""
    return [found["code"] for found in INLINE.finditer(page) if not NO_CODE.search(found["attributes"])]


def hashed(code: str) -> str:
    """A script as a policy names it: the hash of its UTF-8."""
    return f"'sha256-{base64.b64encode(hashlib.sha256(code.encode()).digest()).decode()}'"
