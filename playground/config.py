"""How this server was started: what the environment says, and Streamlit's options that follow from it."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from toolkit.errors import UsageError
from toolkit.paths import Project, find_project

#: The most that one upload may hold, in megabytes, and a whole request, in bytes: some of it frames the upload.
UPLOAD_MB = 5
REQUEST_BYTES = (UPLOAD_MB + 1) * 1024 * 1024
#: How long what somebody did is kept while their connection is lost, in seconds.
PARKED = 3600
#: The shortest idle time of a shared screen, in seconds: half of it passes before the warning, half is left to answer.
LEAST_IDLE = 60
BASE = re.compile(r"(/[a-z0-9][a-z0-9._~-]*)*")


@dataclass(frozen=True)
class Config:
    """What an operator chooses."""

    project: Project
    base_path: str = ""
    """Below which address everything lies, such as `/disclose`; empty for the root."""
    hosts: tuple[str, ...] = ("*",)
    """The names under which the server may be asked, `*` for any."""
    shared: bool = False
    """Whether people in the room reach it."""
    owner: str = ""
    """Who may see the researcher's area where the server is shared."""
    kiosk: int = 0
    """After how many idle seconds the screen starts anew; 0 where it is one person's, or `?kiosk=1` says otherwise."""
    secure: bool = False
    """Whether this server itself speaks HTTPS."""

    @property
    def researchers(self) -> bool:
        """Whether the researcher's area is there: never for a whole room unless somebody owns it."""
        return bool(self.owner) or not self.shared


def environment(config: Config) -> dict[str, str]:
    """The variables from which `read` makes *config* again, in this process and in those that it starts."""
    return {
        "DISCLOSE_PROJECT": str(config.project.root),
        "DISCLOSE_BASE_PATH": config.base_path,
        "DISCLOSE_HOSTS": ",".join(config.hosts),
        "DISCLOSE_SHARED": "1" if config.shared else "",
        "DISCLOSE_OWNER": config.owner,
        "DISCLOSE_KIOSK": str(config.kiosk),
        "DISCLOSE_SECURE": "1" if config.secure else "",
    }


def read(variables: Mapping[str, str] = os.environ) -> Config:
    """What the variables say.

    Raises:
        UsageError: one of them says what cannot be.
        ProjectError: there is no project where they point to.
    """
    kiosk = variables.get("DISCLOSE_KIOSK", "") or "0"
    if not (kiosk.isascii() and kiosk.isdecimal()) or 0 < int(kiosk) < LEAST_IDLE:
        raise UsageError(
            f"{kiosk!r} is no idle time of a screen", f"write seconds, at least {LEAST_IDLE}, or 0 for none"
        )
    return Config(
        project=find_project(Path(variables.get("DISCLOSE_PROJECT", "") or ".")),
        base_path=base(variables.get("DISCLOSE_BASE_PATH", "")),
        hosts=tuple(_words(variables.get("DISCLOSE_HOSTS", ""))) or ("*",),
        shared=bool(variables.get("DISCLOSE_SHARED")),
        owner=variables.get("DISCLOSE_OWNER", ""),
        kiosk=int(kiosk),
        secure=bool(variables.get("DISCLOSE_SECURE")),
    )


def base(path: str) -> str:
    """*path* with a slash before it and none behind: `disclose/` becomes `/disclose`. UsageError for what is none."""
    bare = path.strip().strip("/")
    found = f"/{bare}" if bare else ""
    if not BASE.fullmatch(found):
        raise UsageError(f"{path!r} is no base path", "write lower-case letters, digits and hyphens, such as /disclose")
    return found


def streamlit_options(config: Config, theme: Mapping[str, Any]) -> dict[str, Any]:
    """Streamlit's options by their names: private, quiet, small uploads; *theme* with parts `light` and `dark`."""
    return {
        "browser.gatherUsageStats": False,
        "client.showErrorDetails": "none",
        "client.showErrorLinks": False,
        "client.toolbarMode": "minimal",
        "client.showSidebarNavigation": False,
        "runner.magicEnabled": False,
        "runner.postScriptGC": False,  # else it holds everybody up after each touch; the server does it for all at once
        "server.allowedHosts": [] if "*" in config.hosts else list(config.hosts),
        "server.disconnectedSessionTTL": config.kiosk or PARKED,
        "server.enableAgentApi": False,
        "server.enableCORS": True,
        "server.enableStaticServing": False,
        "server.enableXsrfProtection": True,
        "server.fileWatcherType": "none",
        "server.headless": True,
        "server.maxUploadSize": UPLOAD_MB,
        "server.runOnSave": False,
        **_flat("theme", theme),
    }


def _flat(name: str, values: Mapping[str, Any]) -> dict[str, Any]:
    flat: dict[str, Any] = {}
    for key, value in values.items():
        flat |= _flat(f"{name}.{key}", value) if isinstance(value, Mapping) else {f"{name}.{key}": value}
    return flat


def _words(text: str) -> Iterable[str]:
    return filter(None, (word.strip() for word in text.split(",")))
