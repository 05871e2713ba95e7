"""What a request must say about who asks, by regime; data in ``validity.yaml``."""

from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import yaml

from answerable.model import Regime


@dataclass(frozen=True, slots=True)
class Validity:
    """Whether the regime asks for the applicant's name, and where it says so."""

    name: bool
    provision: str


@cache
def validity(regime: Regime) -> Validity:
    """What ``regime`` asks of a request."""
    text = files("answerable.desk.ask").joinpath("validity.yaml").read_text(encoding="utf-8")
    entry = yaml.safe_load(text)[regime.value]
    return Validity(name=entry["name"], provision=entry["provision"])
