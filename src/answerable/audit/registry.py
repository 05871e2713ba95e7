"""Every rule, found by looking in the folder; tests hold that codes and slugs are unique."""

import importlib
import pkgutil
from functools import cache

from answerable.audit import rules as folder
from answerable.audit.rule import Rule
from answerable.model import UnusableInputError


@cache
def all_rules() -> tuple[Rule, ...]:
    """All rules, in order of code. A module of ``rules`` holds one, named ``RULE``."""
    names = sorted(module.name for module in pkgutil.iter_modules(folder.__path__))
    modules = (importlib.import_module(f"{folder.__name__}.{name}") for name in names)
    return tuple(sorted((module.RULE for module in modules), key=lambda rule: rule.code))


def rule(name: str) -> Rule:
    """The rule with this code or slug, whatever its case.

    Raises:
        UnusableInputError: there is no such rule.
    """
    wanted = name.strip().lower()
    for each in all_rules():
        if wanted in (each.code.lower(), each.slug.lower()):
            return each
    raise UnusableInputError(
        f"There is no rule called “{name}”; run “answerable audit --rules” for the list."
    )
