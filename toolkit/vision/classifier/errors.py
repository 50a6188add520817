"""What stops a training, or the reading of a classifier."""

from __future__ import annotations

from toolkit.errors import DiscloseError
from toolkit.finding import Finding


class TrainingError(DiscloseError):
    """Nothing can be learned from these pictures, or not for this purpose. `findings` are those of `training.yml`."""

    exit_code = 1

    def __init__(self, message: str, help: str = "", findings: list[Finding] | None = None) -> None:
        super().__init__(message, help)
        self.findings = findings or []


class ClassifierError(DiscloseError):
    """The file holds no classifier that can be trusted to be whole."""
