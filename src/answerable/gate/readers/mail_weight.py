"""Mail before it is taken apart: how many parts it has, and how deep they are in one another."""

import re

from answerable.gate.limits import TooMuchError

_PARTS = 2_000
_DEEP = 50
_LINE = re.compile(
    rb"^--([^\r\n]{1,200}?)(--)?[ \t]*\r?$"
    rb"|\bboundary(?:\*\d{0,3}\*?)?\s*=\s*(?:\"([^\"\r\n]{1,200})\"?|([^\s;\"]{1,200}))"
    rb"|^content-type:\s*(message/rfc822)",
    re.IGNORECASE | re.MULTILINE,
)


def weigh(data: bytes) -> None:
    """Follow the borders of the parts from the top to the end.

    Raises:
        TooMuchError: the parts are too many, or too deep in one another.
    """
    stack: list[bytes] = []
    at: dict[bytes, int] = {}  # where in the stack a border was said last
    parts = 0
    for border, over, quoted, bare, letter in (one.groups() for one in _LINE.finditer(data)):
        if border is not None:
            place = at.get(border)
            if place is None or place >= len(stack) or stack[place] != border:
                continue  # two hyphens in the words of a mail
            del stack[place if over else place + 1 :]
            parts += not over
        else:
            name = quoted or bare or letter
            stack.append(name)
            at[name] = len(stack) - 1
            parts += 1
        if len(stack) > _DEEP:
            raise TooMuchError(f"holds parts within parts more than {_DEEP} deep")
        if parts > _PARTS:
            raise TooMuchError(f"holds more than {_PARTS:,} parts")
