"""What the button beside a result says."""

from __future__ import annotations

PHRASES: dict[str, str] = {
    "report.open": "Report a problem",
}
