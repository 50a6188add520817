"""The nouns: what YAML and evidence files hold once they have been checked."""

from toolkit.model.catalogue import Catalogue
from toolkit.model.deployment import Deployment
from toolkit.model.evidence import Evidence
from toolkit.model.kinds import KINDS, Kind
from toolkit.model.organisation import Organisation, Suite
from toolkit.model.service import Service
from toolkit.model.study import Study

__all__ = ["KINDS", "Catalogue", "Deployment", "Evidence", "Kind", "Organisation", "Service", "Study", "Suite"]
