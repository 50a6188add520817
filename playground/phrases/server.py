"""What the server says before a page appears."""

from __future__ import annotations

PHRASES: dict[str, str] = {
    "server.scripts": "The playground needs JavaScript, which is off in this browser.",
    "server.documents": "The documents about each service and place work without it.",
}
