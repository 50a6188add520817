"""Assert that the built site holds one page for each document that a service promises as its own."""

import json
import sys
from pathlib import Path

services = json.loads(Path("docs/api/services.json").read_text("utf-8"))
own = [page["href"] for service in services for page in service["documents"] if page["state"] == "own"]
promised = [Path("site") / href / "index.html" for href in own]
missing = [path for path in promised if not path.is_file()]
for path in missing:
    print(f"missing: {path}", file=sys.stderr)
print(f"{len(promised) - len(missing)} of {len(promised)} promised pages are in the site")
sys.exit(bool(missing) or not promised)
