"""The fixtures of a case that is being answered."""

from tests.desk.letters.fixtures import (
    asked,
    cleared,
    clock,
    decided,
    open_case,
    written,
)

__all__ = ["asked", "cleared", "clock", "decided", "open_case", "written"]
