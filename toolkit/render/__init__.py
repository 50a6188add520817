"""A view in, artefacts out: a path below `docs/` and bytes, not yet written."""

from toolkit.render.artefact import Artefact

__all__ = ["Artefact"]
