"""Assert that the built site holds what is promised: a page for each document of a service, and every notice."""

import json
import sys
from pathlib import Path

SITE = Path("site")
SPOKEN = ("spoken.{}.txt", "email.{}.txt", "pre-visit.{}.txt")
FORMS = ("leaflet.{}.pdf", "banner.{}.html", "just-in-time.{}.json", *SPOKEN)


def read(name: str) -> list[dict]:
    """A list of the files for programs."""
    return json.loads(Path(f"docs/api/{name}.json").read_text("utf-8"))


def documents() -> list[Path]:
    """One page for each document that a service promises as its own."""
    own = [page["href"] for service in read("services") for page in service["documents"] if page["state"] == "own"]
    return [SITE / href / "index.html" for href in own]


def notices() -> list[Path]:
    """For each place and language: the notice, signs as PDF and picture, and everything without a screen."""
    promised = []
    for place in read("deployments"):
        folder = SITE / "notices" / place["id"]
        promised.append(folder / "index.html")
        for language in place["languages"]:
            promised += [folder / language / "index.html", folder / language / "request" / "index.html"]
            promised += [folder / form.format(language) for form in FORMS]
        for sign in place["signs"]:
            versions = sign.get("versions") or place["languages"]
            promised += [folder / f"sign-{sign['id']}.{each}.{kind}" for each in versions for kind in ("pdf", "png")]
    return promised


failed = False
for what, promised in (("pages", documents()), ("files of notices", notices())):
    missing = [path for path in promised if not path.is_file()]
    for path in missing:
        print(f"missing: {path}", file=sys.stderr)
    print(f"{len(promised) - len(missing)} of {len(promised)} promised {what} are in the site")
    failed = failed or bool(missing) or not promised
sys.exit(failed)
