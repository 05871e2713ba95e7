"""A day as other programs write it: 2026-12-10 and nothing else."""

import re
from datetime import date
from typing import Annotated

from pydantic import BeforeValidator

_ISO = re.compile(r"\d{4}-\d\d-\d\d")


def _written(value: object) -> object:
    """The value, if it is a day or written as one; a number of seconds is not a day."""
    if (
        value is None
        or isinstance(value, date)
        or (isinstance(value, str) and _ISO.fullmatch(value))
    ):
        return value
    raise ValueError("write the day as 2026-12-10")


Day = Annotated[date, BeforeValidator(_written)]
