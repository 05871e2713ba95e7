"""What is asked of a copy before it is made: provisions that there are."""

import re
from collections.abc import Iterable

from answerable.model import Cite, Regime, UnusableInputError

_BETWEEN = re.compile(r"\s*(?:[,;]|\band\b)\s*")


def there_are(provisions: Iterable[str]) -> None:
    """Check that each provision is one that some Act or Regulations have; "" is none.

    Raises:
        UnusableInputError: one is not.
    """
    for given in dict.fromkeys(provisions):
        if given and not all(_is_one(part) for part in _BETWEEN.split(given) if part):
            raise UnusableInputError(
                f"“{given}” is no provision that the law has; write the one under which the words "
                "are withheld, as in “s.40(2)” or “EIR reg 13(1)”."
            )


def _is_one(given: str) -> bool:
    from answerable import law

    return any(any(law.exists(cite) for cite in _cites(given, regime)) for regime in Regime)


def _cites(given: str, regime: Regime) -> tuple[Cite, ...]:
    from answerable.law.cites import parse_one

    try:
        return (parse_one(given, regime),)
    except ValueError:
        return ()
