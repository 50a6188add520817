"""The pages behind `/feedback/<deployment>`: plain HTML, no script."""

from __future__ import annotations

from starlette.routing import Route

ROUTES: list[Route] = []
