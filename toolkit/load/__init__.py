"""From the files of a project to its records: everything that is valid, and every problem of every file."""

from toolkit.load.content import Content, Loaded, deployment_ids, load, service_ids
from toolkit.load.validate import validate

__all__ = ["Content", "Loaded", "deployment_ids", "load", "service_ids", "validate"]
