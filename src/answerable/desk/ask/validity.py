"""What a request must say about who asks, by regime, from the law's data."""

from dataclasses import dataclass

from answerable import law
from answerable.model import Regime


@dataclass(frozen=True, slots=True)
class Validity:
    """Whether the regime asks for the applicant's name, and where it says so."""

    name: bool
    provision: str


def validity(regime: Regime) -> Validity:
    """What ``regime`` asks of a request."""
    entry = law.table("validity")[regime.value]
    return Validity(name=entry["name"], provision=entry["provision"])
