"""What stops a run: one root exception, each child with an exit code and the next step to take."""

from __future__ import annotations


class DiscloseError(Exception):
    """Something that stops the run. The sentence says what happened, `help` what to do."""

    exit_code = 2

    def __init__(self, message: str, help: str = "") -> None:
        super().__init__(message)
        self.help = help


class UsageError(DiscloseError):
    """The command line asks for something that is not there."""


class ProjectError(DiscloseError):
    """The folder is no project, or a file of it cannot be read or written."""


class SiteError(DiscloseError):
    """The site builder failed."""

    exit_code = 1
