"""Starts a project, a service, a deployment or a study: files to write on, never over anything that is there."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from pathlib import Path

from toolkit.errors import ProjectError, UsageError
from toolkit.load import deployment_ids, load
from toolkit.load.content import SLUG
from toolkit.load.validate import did_you_mean
from toolkit.paths import Project, shipped
from toolkit.render.environment import Templates
from toolkit.study.draft import draft

#: Files of a new project and the templates they are made of.
STARTER = {
    "services/organisation.yml": "organisation.yml",
    "services/reading-desk/service.yml": "example.yml",
    "docs/index.md": "docs/index.md",
    "docs/tags.md": "docs/tags.md",
    "mkdocs.yml": "mkdocs.yml",
    ".gitignore": "gitignore",
}
#: Folders of `services/` that hold something else.
RESERVED = ("catalogue", "suites")


def project(folder: Path, organisation: str, contact: str) -> list[Path]:
    """Start a project in *folder*. Gives the files written. Raises ProjectError where the folder is in use."""
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise ProjectError(f"{folder} is not empty", "name a new folder; nothing is ever written over")
    templates = Templates()
    names = {"organisation": organisation, "contact": contact}
    files = {folder / path: templates.render(f"project/{name}.j2", **names) for path, name in STARTER.items()}
    files |= {folder / "docs/schema" / path.name: path.read_bytes() for path in shipped("schema").glob("*.json")}
    return write_new(files)


def service(project: Project, id: str, name: str) -> list[Path]:
    """Start a service: a draft of 27 lines that says of each part that it is not described yet."""
    refuse_bad_id(id)
    text = Templates(project).render("project/service.yml.j2", id=id, name=name)
    return write_new({project.services / id / "service.yml": text})


def deployment(project: Project, id: str, service: str, names: Mapping[str, str]) -> list[Path]:
    """Start a deployment of *service*; *names* are its name, its organisation and a contact."""
    refuse_bad_id(id)
    known = [path.parent.name for path in project.services.glob("*/service.yml")]
    if service not in known:
        raise UsageError(f"there is no service called {service!r}", did_you_mean(service, known))
    text = Templates(project).render("project/deployment.yml.j2", id=id, service=service, **names)
    return write_new({project.deployments / id / "deployment.yml": text})


def study(project: Project, id: str, today: dt.date) -> list[Path]:
    """Start the study of the deployment *id* from what the place says. Raises UsageError where it cannot be read or
    says nothing, ProjectError where it has a study.
    """
    content = load(project, ())
    if id not in content.deployments:
        known = deployment_ids(project)
        if id in known:
            raise UsageError(f"{id} holds an error", "`disclose check` shows it; put it right first")
        raise UsageError(f"there is no deployment called {id!r}", did_you_mean(id, known))
    language = content.organisation.record.language if content.organisation else "en"
    text = draft(content.deployments[id].record, language, today)
    return write_new({project.deployments / id / "study.yml": text.encode()})


def refuse_bad_id(id: str) -> None:
    """Raise UsageError where *id* can be no name of a folder and of a page."""
    if not SLUG.fullmatch(id) or len(id) > 64 or id in RESERVED:
        advice = "use lower-case letters, digits and single hyphens, such as front-desk"
        raise UsageError(f"{id!r} is no id", advice)


def write_new(files: dict[Path, bytes]) -> list[Path]:
    """Write *files*, all or none. Gives their paths. Raises ProjectError where one is there or cannot be written."""
    taken = [path for path in files if path.exists() or path.is_symlink()]
    if taken:
        raise ProjectError(f"{taken[0]} exists already", "choose another id, or edit that file")
    try:
        for path, data in files.items():
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)
    except OSError as error:
        raise ProjectError(f"cannot write {path}: {error.strerror}", "check the permissions of the folder") from error
    return list(files)
