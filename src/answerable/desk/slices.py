"""The capabilities of the site, one folder each, in the order in which a case meets them.

A slice is a Django app. It may have ``urls_staff`` and ``urls_public`` (its pages), ``panel``
(what it shows on a case), ``words`` (its events as sentences) and ``demo`` (its part of the
made-up authority).
"""

from collections.abc import Iterator
from importlib import import_module
from importlib.util import find_spec
from types import ModuleType

SLICES = (
    "events",
    "people",
    "authority",
    "files",
    "cases",
    "ui",
    "ask",
    "intake",
    "ncnd",
    "triage",
    "asked_before",
    "tasks",
    "decide",
    "tables",
    "consult",
    "letters",
    "redact",
    "clearance",
    "sending",
    "reviews",
    "publish",
    "log",
    "stats",
    "api",
)
APPS = tuple(f"answerable.desk.{name}" for name in SLICES)


def modules(name: str) -> Iterator[ModuleType]:
    """The modules called ``name`` of those slices that have one, in the order of the slices."""
    for app in APPS:
        if find_spec(f"{app}.{name}") is not None:
            yield import_module(f"{app}.{name}")
