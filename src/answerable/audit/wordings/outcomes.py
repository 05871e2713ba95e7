"""What a letter refuses, seen from its outcome and what it relies on."""

from answerable.model import Letter, Outcome

_REFUSING = frozenset(
    {
        Outcome.REFUSED,
        Outcome.NCND,
        Outcome.COST_LIMIT,
        Outcome.VEXATIOUS,
        Outcome.REPEATED,
        Outcome.ALREADY_ACCESSIBLE,
        Outcome.FUTURE_PUBLICATION,
        Outcome.NOT_HELD,
    }
)


def refuses_something(letter: Letter) -> bool:
    """Whether a refusal notice is due: the whole or a part is refused, or is said not to be held.

    Not-held counts here because under the Regulations, and FOISA s.17, it is a refusal (or a
    notice) of its own; under FOIA it is not, so FOIA rules look further.
    """
    if letter.outcome in _REFUSING:
        return True
    if letter.outcome is Outcome.PARTIAL:
        return bool(letter.relied()) or letter.shows.not_held is not None
    return False
