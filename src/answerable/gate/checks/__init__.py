"""The checks, one file each: what is looked for, why, and what to do."""

import importlib
import pkgutil
from functools import cache

from answerable.gate.check import Check


@cache
def all_checks() -> tuple[Check, ...]:
    """Every check, by its slug in the order of the alphabet."""
    found = (
        importlib.import_module(f"{__name__}.{one.name}").CHECK
        for one in pkgutil.iter_modules(__path__)
    )
    return tuple(sorted(found, key=lambda check: check.slug))
