"""What the playground says, in English: a module for each page, each a dict `PHRASES` of keys `<page>.<name>`.

The researcher's area is for the team alone and English only, so the words of `research` are never translated.
"""

from __future__ import annotations

import pkgutil
from functools import lru_cache
from importlib import import_module

UNTRANSLATED = {"research"}


@lru_cache(maxsize=1)
def phrases() -> dict[str, str]:
    """Every phrase by its key, over all modules beside this one, in the order of their names."""
    modules = sorted(module.name for module in pkgutil.iter_modules(__path__) if module.name not in UNTRANSLATED)
    return {key: text for name in modules for key, text in import_module(f"{__name__}.{name}").PHRASES.items()}
