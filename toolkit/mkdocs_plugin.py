"""Inside `mkdocs serve`: documents are made anew whenever the metadata or a template changes. For authors only;
`disclose build` writes the same files, which any site builder can read.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from mkdocs.config.base import Config
from mkdocs.plugins import BasePlugin, get_plugin_logger

from toolkit.build import build
from toolkit.clock import today
from toolkit.paths import find_project

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.livereload import LiveReloadServer

log = get_plugin_logger(__name__)


class Options(Config):  # type: ignore[no-untyped-call]  # MkDocs leaves this hook untyped
    """The plugin has none: the command line and the metadata say everything."""


class DisclosePlugin(BasePlugin[Options]):  # type: ignore[no-untyped-call]  # as above
    """Runs the pipeline up to the documents before each build of the site."""

    def on_pre_build(self, *, config: MkDocsConfig) -> None:
        """Write the documents; findings become the builder's warnings."""
        report = build(find_project(Path(config.config_file_path).parent), today(), site=False)
        for finding in report.findings:
            log.warning("%s: %s[%s] %s", finding.where, finding.severity, finding.rule, finding.message)

    def on_serve(self, server: LiveReloadServer, /, *, config: MkDocsConfig, builder: object) -> LiveReloadServer:  # noqa: ARG002 - the hook names it
        """Watch what the documents are made of."""
        root = Path(config.config_file_path).parent
        for name in ("services", "deployments", "templates"):
            if (root / name).is_dir():
                server.watch(str(root / name))
        return server
