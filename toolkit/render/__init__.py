"""A view in, artefacts out: a path below `docs/` and bytes, not yet written."""

from toolkit.render.artefact import Artefact
from toolkit.render.environment import Templates

__all__ = ["Artefact", "Templates"]
