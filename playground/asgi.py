"""The one process: the playground at `/`, the built site at `/site/`, codes at `/n/<code>`, forms, health.

A team that runs a study has its area at `/research/`.

`disclose serve` starts it; so does any ASGI server, with the variables of `playground.config`:
`uvicorn playground.asgi:app`.
"""

from __future__ import annotations

from pathlib import Path

import streamlit as st
import streamlit.config
from starlette.formparsers import MultiPartParser
from starlette.middleware import Middleware
from starlette.middleware.trustedhost import TrustedHostMiddleware
from starlette.routing import BaseRoute
from starlette.types import ASGIApp
from streamlit.runtime.pages_manager import PagesManager

from playground.config import REQUEST_BYTES, Config, read, streamlit_options
from playground.server import feedback, health, kept, kiosk, research, shell, site, study
from playground.server.below import Below
from playground.server.guard import Answers, Doors, Limited
from playground.server.log import keep_people_out
from playground.server.policy import policy
from playground.theme import THEME

HERE = Path(__file__).parent
#: Below these lie pages in which people write without Streamlit.
FORMS = ("/feedback/", "/rights/", "/study/")


def application(config: Config) -> ASGIApp:
    """The server as *config* says. ShellError where Streamlit is one that we do not know."""
    keep_people_out()
    MultiPartParser.spool_max_size = REQUEST_BYTES  # an upload above it would go to a file
    PagesManager.uses_pages_directory = False  # else whoever comes first, to another page than the first, gets it bare
    playground = st.App(HERE / "app.py", lifespan=kept.retention, routes=routes(config), middleware=middleware(config))
    for name, value in streamlit_options(config, THEME).items():
        streamlit.config.set_option(name, value)
    return Below(playground, config.base_path)


def routes(config: Config) -> list[BaseRoute]:
    """What is served besides Streamlit; the first that fits an address answers."""
    pages = sorted(page.stem for page in (HERE / "pages").glob("[a-z]*.py"))
    return [
        *health.routes(health.needed(config.project)),
        *site.routes(config.project.site),
        *kiosk.routes(),
        *feedback.ROUTES,
        *study.ROUTES,
        *(research.ROUTES if config.researchers else ()),
        *shell.routes(pages, config.kiosk),
    ]


def middleware(config: Config) -> list[Middleware]:
    """What each request passes through, from the outside in."""
    leaving = [Middleware(kiosk.Leaving, FORMS)] if config.kiosk else []
    return [
        *leaving,
        Middleware(Answers, policy(shell.streamlit_page())),
        Middleware(TrustedHostMiddleware, list(config.hosts), www_redirect=False),
        Middleware(Doors),
        Middleware(Limited, REQUEST_BYTES),
    ]


app = application(read())
