"""Number formats of OpenDocument files that show nothing."""

from typing import Any

from answerable.gate.readers.trees import attr, local

FORMATS = frozenset(
    ("number-style", "currency-style", "percentage-style", "date-style", "time-style",
     "boolean-style", "text-style")
)  # fmt: skip


def hides(formats: dict[str, Any], name: str) -> bool:
    """Whether a format shows nothing, whatever the value is."""
    one = formats.get(name)
    if one is None or _says(one):
        return False
    others = [formats.get(attr(rule, "apply-style-name")) for rule in one if local(rule) == "map"]
    return all(other is not None and not _says(other) for other in others)


def _says(one: Any) -> bool:
    """Whether a format puts anything down: a part of the value, or a word of its own."""
    return any(
        local(part) not in ("map", "text-properties", "") and (local(part) != "text" or part.text)
        for part in one
    )
