"""Texts call the suite and its products by one name, that of today.

Names of products change more often than what they do; pages of different age called the same suite by three names.
Names of the suite that are not in use any more stand once, under `aliases:` of the suite. In a text write a variable
such as `{product}`, so that the next change is one line.

Pass:

    # services/suites/city.yml
    schema_version: "1.0"
    id: city
    name: City services
    description: What the city runs.
    aliases: [{name: Town tools}]
    variables: {suite: City services}
    # services/example/service.yml
    extends: suites/city.yml
    summary: {introduction: "It belongs to the {suite}."}

Fail:

    # services/suites/city.yml
    schema_version: "1.0"
    id: city
    name: City services
    description: What the city runs.
    aliases: [{name: Town tools}]
    # services/example/service.yml
    extends: suites/city.yml
    summary: {introduction: It belongs to the Town tools.}
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from toolkit.checks.problem import NEVER, Problem
from toolkit.checks.texts import walk
from toolkit.view import View

ID = "old-names"
ERROR_IN = NEVER
#: Where titles and names stand as others gave them.
AS_GIVEN = ("sources", "identity", "changelog", "variables")


def check(view: View) -> Iterator[Problem]:
    """One problem for each text of the service's own that uses an old name of its suite."""
    suite = view.house.suites.get(view.service.extends or "")
    old = [alias.name for alias in suite.aliases if alias.name != suite.name] if suite else []
    if not suite or not old:
        return
    pattern = re.compile("|".join(rf"\b{re.escape(name)}\b" for name in old))
    for text in walk(view).texts:
        if text.path[0] not in AS_GIVEN and (found := pattern.search(text.text)):
            message = f"{found[0]!r} is an old name of {suite.name!r}"
            yield Problem(text.path, message, "write a variable that holds the name of today")
