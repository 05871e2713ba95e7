"""What the slices' own ``demo`` modules offer, found by the name of a function.

A slice's part takes ``(case, world, asked)`` and does its work through the slice's real actions;
``acts`` says which names are asked for. Where no slice offers one, the foundation's move is made.
"""

from collections.abc import Callable
from typing import Any

from answerable.desk.slices import modules


def part(name: str) -> Callable[..., Any] | None:
    """The function called ``name`` in a slice's ``demo`` module; None if no slice has one."""
    for module in modules("demo"):
        found = getattr(module, name, None)
        if found is not None:
            return found  # type: ignore[no-any-return]
    return None
